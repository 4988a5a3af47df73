import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits, type EpochMs, type Offset, type VisitorId } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { settle } from '../../testing/settle.ts'
import { somebody } from '../../testing/store-contract/store-actions.ts'
import { moveLog, type MovedLog } from './checkpoint.ts'
import { dataFilesOf } from './data-files.ts'
import type { MaintenanceApi } from './maintenance-engine.ts'
import { startMaintenance } from './maintenance-schedule.ts'
import { openReadDb, openWriteDb, type WriteDb } from './open-database.ts'
import type { RemoteApi } from './remote-api.ts'
import { createPrepare, type SlowQuery } from './slow-query-log.ts'
import { openStorageEngine, type StorageApi } from './storage-engine.ts'
import type { Write } from './run-batch.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-maintenance-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('a log starts over once nobody reads an older state, and its file is written into again', () => {
  const birth = { dataDir, nativeBinding: undefined, epochCandidate: 'e' }
  const engine = openStorageEngine(birth, () => undefined)
  const { database } = dataFilesOf(dataDir)
  const other = openWriteDb(database, {}, () => undefined)
  const fileBytes = (): number => statSync(`${database}-wal`).size
  let count = 0
  const write = (): Write => ({
    type: 'send',
    actor: { kind: 'visitor', id: 1 as VisitorId },
    conversation: 0 as never,
    cid: `cid-number-${(count += 1)}`,
    text: 'x'.repeat(5_000),
    files: [],
  })
  const say = (times: number): unknown =>
    engine.api.runBatch(Array.from({ length: times }, write), 1 as EpochMs).answers.every(({ ok }) => ok)
  engine.api.runBatch([{ type: 'create-visitor', profile: somebody }], 1 as EpochMs)
  expect(say(100)).toBe(true)
  const grown = fileBytes()

  // Left alone, it starts over by itself.
  const whole = moveLog(other, 1_000)
  expect(whole.logBytes).toBeGreaterThan(500_000)
  expect(whole.isOverdue).toBe(false)
  expect(say(1)).toBe(true)
  expect(moveLog(other).logBytes).toBeLessThan(100_000)

  // Somebody reads an older state: what came later cannot be moved yet.
  const reader = openReadDb(database, {})
  reader.exec('BEGIN; SELECT count(*) FROM entries')
  expect(say(20)).toBe(true)
  expect(moveLog(other, 1_000).isOverdue).toBe(true)
  expect(engine.api.restartLog()).toBe(false)
  expect(engine.db.pragma('busy_timeout', { simple: true })).toBeGreaterThan(1_000)
  reader.exec('COMMIT')
  expect(engine.api.restartLog()).toBe(true)
  expect(say(1)).toBe(true)
  expect(moveLog(other).logBytes).toBeLessThan(100_000)
  expect(fileBytes()).toBe(grown)
  reader.close()
  other.close()
  engine.close()
})

// Each round of moving: how long the log was when it began, how much of it is moved.
it.each([
  ['short enough', '10/10', false],
  ['moved while nobody writes: starts over by itself', '100/100 100/100', false],
  ['written into in the meantime, though all is moved that was there', '100/100 101/101', true],
  ['kept by a reader', '100/90 100/90', true],
  ['started over between two rounds', '100/100 3/3', false],
  ['growing faster than it is moved', '100/100 200/200 300/300 400/400 500/500 600/600', true],
])('a log that is %s', (_name, rounds, isOverdue) => {
  const left = rounds.split(' ')
  const pragma = (command: string): unknown => {
    if (command === 'page_size') return 100_000
    const [log, checkpointed] = left.shift()?.split('/').map(Number) ?? []
    return [{ busy: 0, log, checkpointed }]
  }
  expect(moveLog({ pragma } as unknown as WriteDb, 2_000_000).isOverdue).toBe(isOverdue)
  expect(left).toEqual([])
})

const setUp = (lags: readonly (number | Error)[], moved: MovedLog = { logBytes: 1, isOverdue: false }) => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const calls: string[] = []
  const left = [...lags]
  const call = async (name: string): Promise<unknown> => {
    calls.push(name)
    if (name === 'moveLog') return moved
    if (name === 'restartLog') return true
    const lag = left.shift() ?? 0
    if (lag instanceof Error) throw lag
    return lag
  }
  const engine = { call } as unknown as RemoteApi<MaintenanceApi>
  let head = 5
  const schedule = startMaintenance({
    engine: async () => engine,
    storage: { call } as unknown as RemoteApi<StorageApi>,
    head: () => head as Offset,
    clock,
    logger: createFakeLogger(),
    metrics,
  })
  const pass = async (ms: number): Promise<readonly string[]> => {
    calls.length = 0
    clock.advance(ms)
    await settle()
    return [...calls]
  }
  return { clock, metrics, pass, schedule, grow: () => (head += 1) }
}

it('a start is left alone; then checkpoints keep their time and the index catches up in small steps', async () => {
  const { pass, metrics, clock, schedule, grow } = setUp([900, 400, 0])
  expect(await pass(limits.checkpointEveryMs - 1)).toEqual([])
  expect(await pass(1)).toEqual(['moveLog', 'indexSome'])
  expect(metrics.gaugeOf('index_lag_entries')).toBe(900)
  expect(await pass(100)).toEqual(['indexSome'])
  expect(await pass(100)).toEqual(['indexSome'])
  expect(metrics.gaugeOf('index_lag_entries')).toBe(0)
  expect(await pass(limits.checkpointEveryMs - 300)).toEqual([])
  expect(await pass(300)).toEqual(['moveLog'])
  grow()
  expect(await pass(limits.checkpointEveryMs)).toEqual(['moveLog', 'indexSome'])
  schedule.stop()
  expect(clock.waiting).toBe(0)
})

it('a log that is overdue starts over on the writer’s thread before anything else is done', async () => {
  const { pass } = setUp([0], { logBytes: 1e9, isOverdue: true })
  expect(await pass(limits.checkpointEveryMs)).toEqual(['moveLog', 'restartLog', 'indexSome'])
})

it('after a failure it waits its full time before it tries again', async () => {
  const { pass } = setUp([new Error('disk'), 0])
  expect(await pass(limits.checkpointEveryMs)).toEqual(['moveLog', 'indexSome'])
  expect(await pass(limits.checkpointEveryMs - 1)).toEqual([])
  expect(await pass(1)).toEqual(['moveLog', 'indexSome'])
})

it('a slow statement is told by its name, without what it was asked with', () => {
  const db = openWriteDb(join(dataDir, 'slow.db'), {}, () => undefined)
  db.exec('CREATE TABLE t (a TEXT)')
  const slow: SlowQuery[] = []
  let time = 0
  const prepare = createPrepare(
    db,
    (query) => slow.push(query),
    () => (time += limits.slowQueryMs / 2),
  )
  prepare.change<[string]>('quick', 'INSERT INTO t VALUES (?)').run('secret')
  expect(slow).toEqual([])
  const late = createPrepare(
    db,
    (query) => slow.push(query),
    () => (time += limits.slowQueryMs),
  )
  late.query<[string], unknown>('findText', 'SELECT * FROM t WHERE a = ?').all('secret')
  expect(slow).toEqual([{ statement: 'findText', ms: limits.slowQueryMs }])
  db.close()
})
