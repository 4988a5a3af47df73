// What the office set and every screen reads: groups, intents, response targets. Fetched once, and again when the connection is back or what is
// held grew old; a screen never waits for it.
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
  /** Unless what is held is fresh. What cannot be had stays as it was. */
  readonly refresh: (how?: 'if-old' | 'now') => Promise<void>
}

/** A group that was renamed a minute ago may still have its old name here. */
const freshForMs = 60_000

type Asked = Pick<DeskApi, 'routing' | 'deskSettings'>

export function createOfficeStore(api: Asked, now: () => number): OfficeStore {
  const store = createStore<Office>(() => ({ groups: [], intents: [], targets: defaultTargets, isKnown: false }))
  let askedAt = -Infinity
  return {
    ...store,
    refresh: async (how = 'if-old') => {
      if (how === 'if-old' && now() - askedAt < freshForMs) return
      askedAt = now()
      const { routing, deskSettings } = api
      const [groups, intents, targets] = await Promise.all([
        routing.groups.list(),
        routing.intents.list(),
        deskSettings.targets.read(),
      ])
      // Refused or unreachable: the next look asks again at once.
      if (!groups.ok) askedAt = -Infinity
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
