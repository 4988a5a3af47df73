import { describe, expect, it } from 'vitest'
import { runSimulation, type SimulationReport } from './run-simulation.ts'
import { operations } from './simulation-operations.ts'

const STEPS = 200
/** On SQLite every group is a real transaction on a real disk: fewer and shorter runs. */
const SQLITE_STEPS = 120

/** Seeds that broke a promise when what they are named after was not so: each fails again without its mend. */
const pinned: readonly (readonly [number, string])[] = [
  [1, 'a conversation that was looked up brings its marks'],
  [5, 'a receipt that nobody confirmed is told again on the next connection'],
  [71, 'an unread count that another window changed is looked up'],
  [207, 'a stored message leaves the outbox when its conversation has left the scope'],
  [256, 'a visitor who left after the close is not here when it is reopened'],
  [274, 'a mark is published before the entries that were committed with it'],
  [845, 'a list that was read before a conversation left the scope does not bring it back'],
  [1_355, 'the cursor rests until a replay is complete with its marks'],
  [33_117, 'visitors of a snapshot whose conversations are not in scope are nobody’s business'],
]

const add = (total: Map<string, number>, report: SimulationReport): void => {
  for (const [what, count] of report) total.set(what, (total.get(what) ?? 0) + count)
}

/** `SIM_SEED=123` replays one run, `SIM_SEED=random` makes a new one each time. */
const wanted = process.env['SIM_SEED']
const chosen = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted ?? Number.NaN)

describe('the simulation', () => {
  it('[D1-D7] 50 seeds hold every promise, and really did everything', { timeout: 20_000 }, async () => {
    const total = new Map<string, number>()
    for (let seed = 1; seed <= 50; seed += 1) add(total, await runSimulation({ seed, store: 'memory', steps: STEPS }))

    const seen = [
      ...operations.map(({ name }) => name),
      'message.sent',
      'message.revised',
      'reject revision_too_late',
      'reject message_unknown',
      'reject message_recalled',
      'conversation.opened',
      'conversation.reopened',
      'conversation.closed',
      'conversation.assigned',
      'conversation.transferred',
      'agent.status',
      // Ways in which clients and desk met: snapshots, replays, refusals, the second channel, and second answers.
      'reset first',
      'heard entries',
      'heard history',
      'heard list',
      'heard fail',
      'receipts',
      'reject storage_full',
      'reject not_owner',
      'failed answered_meanwhile',
      'failed storage_full',
      'failed not_owner',
      'post 0',
      'post 201',
      'post 507',
      'acknowledged again',
      'waiting at rest',
    ]
    expect(seen.filter((what) => !total.get(what))).toEqual([])
  })

  it('[D1-D7] holds them on SQLite', { timeout: 20_000 }, async () => {
    const total = new Map<string, number>()
    for (let seed = 1; seed <= 10; seed += 1)
      add(total, await runSimulation({ seed, store: 'sqlite', steps: SQLITE_STEPS }))
    expect(total.get('message.sent')).toBeGreaterThan(100)
    expect(total.get('crash')).toBeGreaterThan(0)
  })

  it(
    '[D4.10] at rest everybody is shown what is announced, and nothing that is over',
    { timeout: 20_000 },
    async () => {
      const total = new Map<string, number>()
      for (let seed = 1; seed <= 15; seed += 1)
        add(total, await runSimulation({ seed, store: 'memory', steps: STEPS, announcing: true }))
      expect(total.get('announce')).toBeGreaterThan(50)
    },
  )

  it.each(pinned)('seed %i stays mended: %s', async (seed) => {
    expect((await runSimulation({ seed, store: 'memory', steps: STEPS })).size).toBeGreaterThan(0)
  })

  it('does the same again for the same seed', async () => {
    const once = await runSimulation({ seed: 7, store: 'memory', steps: STEPS })
    expect(await runSimulation({ seed: 7, store: 'memory', steps: STEPS })).toEqual(once)
  })

  it.runIf(!Number.isNaN(chosen))('holds every promise for SIM_SEED', { timeout: 60_000 }, async () => {
    for (const store of ['memory', 'sqlite'] as const)
      expect((await runSimulation({ seed: chosen, store, steps: STEPS })).size).toBeGreaterThan(0)
  })
})
