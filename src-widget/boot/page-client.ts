// Puts the client of this tab together: identity, the client library, and the sharing with other tabs.
import type { VisitorPage } from '#protocol'
import type { NewVisitor } from '#protocol/http-schemas.ts'
import { createClient } from '#client/client.ts'
import type { ClientEnvironment } from '#client/environment.ts'
import { makeCid } from '#client/make-cid.ts'
import { claimIdentity } from '../identity/claim-identity.ts'
import { createIdentifiedClient } from '../identity/identified-client.ts'
import { forgetIdentity } from '../identity/stored-identity.ts'
import { createMessageBox } from '../storage/message-box.ts'
import { storageKeys, storagePrefix } from '../storage/storage-keys.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'
import { createLonelyLeadership, deafChannel } from '../tabs/alone.ts'
import { createChannelLeadership } from '../tabs/channel-leadership.ts'
import type { Leadership } from '../tabs/leadership.ts'
import { createLockLeadership } from '../tabs/lock-leadership.ts'
import { openTabChannel, type TabChannel } from '../tabs/tab-channel.ts'
import { createTabClient, type TabClient } from '../tabs/tab-client.ts'
import type { TabId } from '../tabs/tab-message.ts'
import type { PageLife } from './page-lifecycle.ts'

/** Counts up when tabs of the old and the new script would not understand each other. */
const TABS_VERSION = 1

export type TabClientParts = {
  readonly deskUrl: string
  readonly storage: WidgetStorage
  readonly environment: ClientEnvironment
  readonly life: PageLife
  readonly locale: () => string
  readonly newVisitor: () => NewVisitor
}

/** Only on https (and localhost) do browsers have locks. */
const pageLocks = (): LockManager | undefined => (navigator as { readonly locks?: LockManager }).locks

const exclusively = <T>(name: string, task: () => Promise<T>): Promise<T> => {
  const locks = pageLocks()
  // A sandboxed frame may not lock: then two tabs may both ask, and the first to write wins.
  return locks ? locks.request(name, task).catch(task) : task()
}

const chooseLeadership = (
  name: string,
  tab: TabId,
  channel: TabChannel | undefined,
  environment: ClientEnvironment,
): Leadership => {
  const locks = pageLocks()
  if (!channel) return createLonelyLeadership()
  return locks ? createLockLeadership(locks, name) : createChannelLeadership(tab, channel, environment)
}

export const createPageClient = (
  parts: TabClientParts,
): { readonly client: TabClient; readonly channel: TabChannel; readonly tab: TabId } => {
  const { deskUrl, storage, environment, life } = parts
  const name = `${storagePrefix(deskUrl)}tabs:${TABS_VERSION}`
  const newCid = () => makeCid(environment.randomBytes)
  const tab: TabId = newCid()
  const channel = openTabChannel(name)
  const client = createTabClient({
    tab,
    channel: channel ?? deafChannel,
    leadership: chooseLeadership(name, tab, channel, environment),
    box: createMessageBox(storage, storageKeys.handover),
    clock: environment,
    makeCid: newCid,
    isVisible: life.isVisible,
    isAway: life.isAway,
    createClient: () =>
      createIdentifiedClient({
        world: environment,
        box: createMessageBox(storage, storageKeys.early),
        makeCid: newCid,
        forget: (identity) => forgetIdentity(storage, identity),
        claim: () =>
          claimIdentity({
            deskUrl,
            storage,
            postJson: environment.postJson,
            newVisitor: parts.newVisitor,
            exclusively: (task) => exclusively(`${name}:identity`, task),
          }),
        createClient: ({ visitor, token }) =>
          createClient({
            environment,
            deskUrl,
            token,
            scope: 'own',
            locale: parts.locale(),
            app: `widget/${__WIDGET_VERSION__}`,
            storageKey: storageKeys.client(visitor),
          }),
      }),
  })
  return { client, channel: channel ?? deafChannel, tab }
}

export type VisitorFacts = {
  readonly name: string | undefined
  readonly tags: readonly string[]
  readonly locale: string
  readonly page: VisitorPage
}

/** Only what is known is told. */
export const describeVisitor = ({ name, tags, locale, page }: VisitorFacts): NewVisitor => ({
  ...(name === undefined ? {} : { name }),
  ...(tags.length === 0 ? {} : { tags: [...tags] }),
  locale,
  page,
})
