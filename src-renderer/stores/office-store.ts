// What the office set and every screen reads: groups, intents, response targets. Fetched once, and again whenever
// the journal tells that a setting changed; a screen never waits for it.
import { defaultTargets, type GroupId, type IntentId } from '#protocol'
import type { GroupRow, IntentRow } from '#protocol/routing-schemas.ts'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DeskApi } from '../platform/desk-api.ts'

export type Office = {
  /** Everyone's first. Empty until it is known. */
  readonly groups: readonly GroupRow[]
  readonly intents: readonly IntentRow[]
  readonly targets: ResponseTargets
  /** Whether the groups are known. */
  readonly isKnown: boolean
}

export type OfficeStore = StoreApi<Office> & {
  /** What cannot be had stays as it was. */
  readonly refresh: () => Promise<void>
}

type Asked = Pick<DeskApi, 'routing' | 'deskSettings'>

export function createOfficeStore(api: Asked): OfficeStore {
  const store = createStore<Office>(() => ({ groups: [], intents: [], targets: defaultTargets, isKnown: false }))
  return {
    ...store,
    refresh: async () => {
      const { routing, deskSettings } = api
      const [groups, intents, targets] = await Promise.all([
        routing.groups.list(),
        routing.intents.list(),
        deskSettings.targets.read(),
      ])
      store.setState({
        ...(groups.ok && { groups: groups.value, isKnown: true }),
        ...(intents.ok && { intents: intents.value }),
        ...(targets.ok && { targets: targets.value }),
      })
    },
  }
}

export const groupNameIn = ({ groups }: Pick<Office, 'groups'>, id: GroupId): string =>
  groups.find((group) => group.id === id)?.name ?? ''

export const intentNameIn = ({ intents }: Pick<Office, 'intents'>, id: IntentId): string =>
  intents.find((intent) => intent.id === id)?.name ?? ''
