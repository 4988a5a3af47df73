// Settings of the desk itself over REST: response targets, and saved views of the inbox, one's own and those for all.
import { defaultTargets, EVERYONE, NO_AGENT, ok, fail, type AgentId } from '../../protocol/index.ts'
import { ResponseTargets } from '../../protocol/targets-schemas.ts'
import { SavedViews } from '../../protocol/view-schemas.ts'
import type { Answer, DeskSettings } from '../../adapters/http/http-services.ts'
import { viewsKey } from '../../core/settings/own-setting.ts'
import { faultAt } from '../../core/settings/setting-fault.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import { loadOffice } from './load-office.ts'
import { createTurns, refused, storeSlot } from './setting-slot.ts'
import { createReading, seen, versionOf } from './stored-values.ts'

const TARGETS = 'desk.targets'
const readTargets = createReading(ResponseTargets)
const readViews = createReading(SavedViews)

export const createDeskSettings = (journal: Pick<Journal, 'settings' | 'agents' | 'commit'>): DeskSettings => {
  const turns = createTurns()

  const storedAt = async (key: string): Promise<unknown> =>
    (await journal.settings(key)).find((setting) => setting.key === key)?.value ?? null

  const store = <Value extends object>(
    actor: AgentIdentity,
    key: string,
    change: { readonly version: string | undefined; readonly value: Value },
  ): Promise<Answer<Value & { readonly version: string }>> =>
    turns(async () => {
      const done = await storeSlot(journal, { actor, key, stored: await storedAt(key), ...change })
      return done.ok ? ok(seen(change.value)) : done
    })

  const viewsOf = async (owner: AgentId) => {
    const stored = readViews(await storedAt(viewsKey(owner)))
    return { version: versionOf(stored), views: stored?.views ?? [] }
  }

  return {
    targets: {
      read: async () => {
        const stored = readTargets(await storedAt(TARGETS))
        return { version: versionOf(stored), ...(stored ?? defaultTargets) }
      },
      change: async (actor, version, value) => {
        const { groups } = await loadOffice(journal)
        const unknown = value.groups.flatMap(({ group }, index) =>
          group !== EVERYONE && groups.some(({ id }) => id === group)
            ? []
            : [faultAt(`groups.${index}.group`, 'group_unknown')],
        )
        if (new Set(value.groups.map(({ group }) => group)).size < value.groups.length) return fail('bad_request')
        return refused(unknown) ?? store(actor, TARGETS, { version, value })
      },
    },
    views: {
      read: async ({ account }) => ({ own: await viewsOf(account.id), shared: await viewsOf(NO_AGENT) }),
      changeOwn: (actor, version, value) => store(actor, viewsKey(actor.account.id), { version, value }),
      changeShared: (actor, version, value) => store(actor, viewsKey(NO_AGENT), { version, value }),
    },
  }
}
