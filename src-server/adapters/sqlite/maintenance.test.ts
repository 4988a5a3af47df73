import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits, type EpochMs, type Offset, type VisitorId } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { settle } from '../../testing/settle.ts'
import { somebody } from '../../testing/store-contract/store-actions.ts'
import { checkpoint } from './checkpoint.ts'
import { dataFilesOf } from './data-files.ts'
import type { MaintenanceApi } from './maintenance-engine.ts'
import { startMaintenance } from './maintenance-schedule.ts'
import { openReadDb, openWriteDb } from './open-database.ts'
import type { RemoteApi } from './remote-api.ts'
import { createPrepare, type SlowQuery } from './slow-query-log.ts'
import { openStorageEngine } from './storage-engine.ts'
import type { Write } from './run-batch.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-maintenance-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('a checkpoint moves the log, by force when it has grown past its bound, and its file is written into again', () => {
  const birth = { dataDir, nativeBinding: undefined, epochCandidate: 'e' }
  const engine = openStorageEngine(birth, () => undefined)
  const { database } = dataFilesOf(dataDir)
  const other = openWriteDb(database, {}, () => undefined)
  other.pragma('busy_timeout = 0')
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
  const whole = checkpoint(other, 1_000)
  expect(whole.logBytes).toBeGreaterThan(500_000)
  expect(whole.wasForced).toBe(false)
  expect(say(1)).toBe(true)
  expect(checkpoint(other).logBytes).toBeLessThan(100_000)

  // Somebody reads an older state: what came later cannot be moved yet, not even by force.
  const reader = openReadDb(database, {})
  reader.exec('BEGIN; SELECT count(*) FROM entries')
  expect(say(20)).toBe(true)
  expect(checkpoint(other, 1_000).wasForced).toBe(false)
  // They finish between the two tries.
  const lettingGo = new Proxy(other, {
    get: (target, name) => (command: string, options?: Database.PragmaOptions) => {
      if (name !== 'pragma') throw new Error(`${String(name)} is not expected here`)
      const answer = target.pragma(command, options)
      if (command.includes('PASSIVE')) reader.exec('COMMIT')
      return answer
    },
  })
  expect(checkpoint(lettingGo, 1_000).wasForced).toBe(true)
  expect(say(1)).toBe(true)
  expect(checkpoint(other).logBytes).toBeLessThan(100_000)
  expect(fileBytes()).toBe(grown)
  reader.close()
  other.close()
  engine.close()
})

const setUp = (lags: readonly (number | Error)[]) => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const calls: string[] = []
  const left = [...lags]
  const call = async (name: string): Promise<unknown> => {
    calls.push(name)
    if (name === 'checkpoint') return { logBytes: 1, wasForced: false }
    const lag = left.shift() ?? 0
    if (lag instanceof Error) throw lag
    return lag
  }
  const engine = { call } as unknown as RemoteApi<MaintenanceApi>
  let head = 5
  const schedule = startMaintenance({
    engine: async () => engine,
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
  expect(await pass(1)).toEqual(['checkpoint', 'indexSome'])
  expect(metrics.gaugeOf('index_lag_entries')).toBe(900)
  expect(await pass(100)).toEqual(['indexSome'])
  expect(await pass(100)).toEqual(['indexSome'])
  expect(metrics.gaugeOf('index_lag_entries')).toBe(0)
  expect(await pass(limits.checkpointEveryMs - 300)).toEqual([])
  expect(await pass(300)).toEqual(['checkpoint'])
  grow()
  expect(await pass(limits.checkpointEveryMs)).toEqual(['checkpoint', 'indexSome'])
  schedule.stop()
  expect(clock.waiting).toBe(0)
})

it('after a failure it waits its full time before it tries again', async () => {
  const { pass } = setUp([new Error('disk'), 0])
  expect(await pass(limits.checkpointEveryMs)).toEqual(['checkpoint', 'indexSome'])
  expect(await pass(limits.checkpointEveryMs - 1)).toEqual([])
  expect(await pass(1)).toEqual(['checkpoint', 'indexSome'])
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
