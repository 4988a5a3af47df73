// Leaders announce and withdraw at any moment; at rest every screen shows what holds, and nothing that was over.
import { isDeepStrictEqual } from 'node:util'
import { ANNOUNCEMENT_KEY, isOver, makeAnnouncement, readAnnouncement } from '../../core/settings/announcement.ts'
import type { Store } from '../../ports/store.ts'
import type { Announcement, EpochMs } from '../../protocol/index.ts'
import type { Operation, World } from './simulation-operations.ts'
import type { SimulatedPerson } from './simulated-person.ts'
import { demand } from './simulation-record.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const storedIn = async ({ journal }: Store): Promise<Announcement | null> =>
  readAnnouncement((await journal.settings(ANNOUNCEMENT_KEY))[0]?.value)

export const createAnnouncing = (now: () => EpochMs): { readonly name: string; weight: number; run: Operation } => ({
  name: 'announce',
  weight: 6,
  run: async (world: World) => {
    if (!world.isUp) return undefined
    const store = world.desk.store()
    const lastsMs = world.random.pick([0, MINUTE_MS, 5 * MINUTE_MS, 24 * HOUR_MS]) ?? 0
    const before = await storedIn(store)
    const words = { zh: `公告 ${world.nextText()}`, en: '', until: (now() + lastsMs) as EpochMs }
    const value = lastsMs === 0 ? null : makeAnnouncement(words, before, now())
    // Not waited for: a disk that hangs or dies answers late or never.
    void store.journal.commit({ type: 'setting', actor: { kind: 'system' }, key: ANNOUNCEMENT_KEY, value })
    return value ? `it is announced for ${lastsMs} ms: ${value.zh}` : 'what is announced is withdrawn'
  },
})

/** SPEC D4.10. */
export const checkAnnounced = async (person: SimulatedPerson, store: Store, now: EpochMs): Promise<void> => {
  const stored = await storedIn(store)
  const current = stored && !isOver(stored, now) ? stored : null
  const shown = person.client().state().announcement
  demand(
    isDeepStrictEqual(shown, current),
    `[D4] ${person.name} is shown ${JSON.stringify(shown)}, announced is ${JSON.stringify(current)}`,
  )
}
