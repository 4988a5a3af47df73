// One seeded run: an office, its visitors, a bad network and a machine that dies, on virtual time. Checks what must hold
// after every operation, then lets everything come to rest and compares what everyone has.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createManualClock } from '../manual-clock.ts'
import { createSeededRandom } from '../seeded-random.ts'
import { createPersonCheck } from './check-person.ts'
import { checkJournal, checkOrder, checkOutbox, checkQueue, checkScreen, presenceOf } from './check-rest.ts'
import { checkAnnounced, createAnnouncing } from './simulated-announcements.ts'
import { createSimulatedDesk, populate, type StoreKind } from './simulated-desk.ts'
import { createSimulatedNetwork } from './simulated-network.ts'
import { createSimulatedPerson, type SimulatedPerson, type Who } from './simulated-person.ts'
import { operations, type World } from './simulation-operations.ts'
import { createSimulationRecord, demand } from './simulation-record.ts'

export type SimulationOptions = {
  readonly seed: number
  readonly store: StoreKind
  readonly steps: number
  /** Leaders announce things as well. Apart, so that the seeds of all other runs keep doing what they did. */
  readonly announcing?: boolean
}
/** How often each operation did something, and what was seen on the way. */
export type SimulationReport = ReadonlyMap<string, number>

/** Past every back-off, silence and grace time: what is not done by then will never be. */
const REST_MS = 400_000
const REST_STEP_MS = 5_000
const START_MS = 1_750_000_000_000

/** Rejects with the seed, everything that was done, and the promise that broke. */
export const runSimulation = async ({
  seed,
  store,
  steps,
  announcing = false,
}: SimulationOptions): Promise<SimulationReport> => {
  const random = createSeededRandom(seed)
  const clock = createManualClock(START_MS)
  const possible = announcing ? [...operations, createAnnouncing(() => clock.now())] : operations
  const totalWeight = possible.reduce((sum, { weight }) => sum + weight, 0)
  const record = createSimulationRecord()
  const network = createSimulatedNetwork(clock, random)
  const desk = createSimulatedDesk({ kind: store, clock, random, committed: record.committed })
  const people: SimulatedPerson[] = []
  const checks: (() => void)[] = []
  const log: string[] = []
  let texts = 0

  /** Runs virtual time on, letting everything that each moment sets off run to its end before the next. */
  const pass = async (ms: number): Promise<void> => {
    const end = clock.now() + ms
    await nextTurn()
    for (let due = clock.nextDueAt(); due !== undefined && due <= end; due = clock.nextDueAt()) {
      clock.runNext()
      await nextTurn()
    }
    clock.advance(Math.max(0, end - clock.now()))
  }

  /** For work that needs time to pass. */
  const during = async <T>(work: Promise<T>): Promise<T> => {
    let isDone = false
    const ended = work.finally(() => (isDone = true))
    ended.catch(() => undefined)
    while (!isDone) await pass(1)
    return ended
  }

  const world: World = {
    random,
    network,
    desk,
    people,
    async crash() {
      network.server = undefined
      // What the dying process wrote last is durable or not; what it said is lost with its connections.
      for (const connection of network.connections) connection.cut()
      await during(desk.crash())
    },
    async restart() {
      await during(desk.boot())
      network.server = desk.server
    },
    get isUp() {
      return network.server !== undefined
    },
    nextText: () => (texts += 1),
    releaseDisk: undefined,
  }

  const furnish = async (): Promise<void> => {
    await world.restart()
    const office = await during(populate(desk.store(), { agents: 3, visitors: 5, capacity: 2 }))
    const join = (name: string, who: Who, rows: Map<string, string>): void => {
      const person = createSimulatedPerson(name, who, { clock, random, network, record, rows })
      people.push(person)
      checks.push(createPersonCheck(person, record))
    }
    for (const id of office.visitors) {
      const rows = new Map<string, string>()
      join(`visitor ${id}`, { kind: 'visitor', id }, rows)
      if (id === office.visitors[0]) join(`visitor ${id}'s second tab`, { kind: 'visitor', id }, rows)
    }
    for (const id of office.agents) join(`agent ${id}`, { kind: 'agent', id, scope: 'all' }, new Map())
    const last = office.agents.at(-1)
    if (last !== undefined) join(`agent ${last}'s bot`, { kind: 'agent', id: last, scope: 'own' }, new Map())
    await pass(2_000)
  }

  const act = async (): Promise<void> => {
    let choice = random.integer(totalWeight)
    const operation = possible.find(({ weight }) => (choice -= weight) < 0)
    const done = await operation?.run(world)
    if (!operation || done === undefined) return
    record.count(operation.name)
    log.push(`${clock.now() - START_MS} ms: ${done}`)
  }

  const check = (): void => {
    record.complain()
    for (const checkPerson of checks) checkPerson()
    demand(desk.alarms.length === 0, `[D7] the watchdog says ${JSON.stringify(desk.alarms)}`)
  }

  const hasUnsent = (person: SimulatedPerson): boolean => {
    const { outbox, revisions } = person.client().state()
    return outbox.length + revisions.length > 0
  }

  const rest = async (): Promise<void> => {
    log.push('everything is mended')
    world.releaseDisk?.()
    desk.isDiskFull = false
    network.faults = { loss: 0, maxDelayMs: 5 }
    if (!world.isUp) await world.restart()
    for (const connection of network.connections) connection.thaw()
    for (const person of people) {
      if (!person.isOnline()) person.setOnline(true)
      // Whoever left may stay away, unless there is something of theirs to send.
      if (!person.isHere() && hasUnsent(person)) person.reload()
    }
    for (let rested = 0; rested < REST_MS; rested += REST_STEP_MS) {
      await pass(REST_STEP_MS)
      for (const person of here()) person.settleFailures()
    }
  }

  const here = (): readonly SimulatedPerson[] => people.filter(({ isHere }) => isHere())

  const compare = async (): Promise<void> => {
    const there = presenceOf(here())
    await checkJournal(desk.store(), record)
    checkOrder(record)
    await checkQueue(desk.store(), there, record)
    for (const person of here()) {
      checkOutbox(person, record)
      await checkScreen(person, desk.store(), there, record)
      await checkAnnounced(person, desk.store(), clock.now())
    }
  }

  try {
    await furnish()
    for (let step = 0; step < steps; step += 1) {
      await act()
      // Mostly a busy desk; now and then long enough for beats, silences and grace times.
      await pass(random.chance(0.1) ? random.integer(30_000) : random.integer(1_000))
      check()
    }
    await rest()
    check()
    await compare()
    for (const person of here()) person.leave()
    return record.counts
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`SIM_SEED=${seed} on ${store} broke a promise\n${log.join('\n')}\n${why}`, { cause: error })
  } finally {
    network.server = undefined
    await during(desk.stop())
  }
}
