// The store alone: `node bench/store-bench.ts [seconds]`. Open loop: sends are due at their own time whatever became of
// those before, and latency counts from when a send was due. Also the disk's fsync and the cold open of a big database.
import { fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createSqliteStore, type SqliteStore } from '../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../src-server/adapters/system/system-random.ts'
import { NO_CONVERSATION, type VisitorId } from '#protocol'
import { createFakeLogger } from '../src-server/testing/fake-logger.ts'
import { createFakeMetrics, type FakeMetrics } from '../src-server/testing/fake-metrics.ts'
import { somebody } from '../src-server/testing/store-contract/store-actions.ts'

const RATES = [1_000, 5_000, 10_000]
const VISITORS = 2_000
const BIG_DATABASE_MESSAGES = 100_000
const seconds = Number(process.argv[2] ?? 5)

const texts = [
  '你好，我的订单什么时候到？',
  'Where is my order? It was due on Monday.',
  '谢谢',
  '可以退款吗，尺码不合适，还没拆封。',
]

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(2)
const quantiles = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b)
  return `p50 ${at(sorted, 0.5)}  p90 ${at(sorted, 0.9)}  p99 ${at(sorted, 0.99)}  max ${at(sorted, 1)}`
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const open = (dataDir: string, metrics: FakeMetrics = createFakeMetrics(), inThread = false): Promise<SqliteStore> =>
  createSqliteStore({
    dataDir,
    inThread,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: createFakeLogger(),
    metrics,
  })

const sayer = (store: SqliteStore, visitors: readonly VisitorId[]) => {
  let count = 0
  return () => {
    count += 1
    return store.journal.commit({
      type: 'send',
      actor: { kind: 'visitor', id: visitors[(count * 7_919) % visitors.length] ?? (1 as VisitorId) },
      conversation: NO_CONVERSATION,
      cid: `bench-${count}-${Math.random().toString(36).slice(2)}`,
      text: texts[count % texts.length] ?? '',
      files: [],
    })
  }
}

const newVisitors = (store: SqliteStore): Promise<readonly VisitorId[]> =>
  Promise.all(Array.from({ length: VISITORS }, () => store.visitors.create(somebody)))

const openLoop = async (dataDir: string, rate: number): Promise<void> => {
  const groups: number[] = []
  const silent = createFakeMetrics()
  const metrics: FakeMetrics = {
    ...silent,
    count: () => undefined,
    observe: (name, value) => void (name === 'commit_batch_size' && groups.push(value)),
  }
  const store = await open(dataDir, metrics)
  const say = sayer(store, await newVisitors(store))
  const latencies: number[] = []
  const waiting = new Set<Promise<unknown>>()
  let failures = 0
  groups.length = 0
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  const total = rate * seconds
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1_000) * rate))
    for (; sent < due; sent += 1) {
      const dueAt = started + (sent / rate) * 1_000
      const answered = say().then((result) => {
        if (result.ok) latencies.push(performance.now() - dueAt)
        else failures += 1
        waiting.delete(answered)
      })
      waiting.add(answered)
    }
    await pause(1)
  }
  await Promise.all(waiting)
  const tookMs = performance.now() - started
  const cpu = process.cpuUsage(cpuBefore)
  const perMessage = (cpu.user + cpu.system) / total
  console.log(
    `${rate}/s asked: ${((latencies.length / tookMs) * 1_000).toFixed(0)}/s stored, ack ms ${quantiles(latencies)}, ` +
      `${mean(groups).toFixed(1)} a group, ${(groups.length / (tookMs / 1_000)).toFixed(0)} groups/s, ` +
      `${perMessage.toFixed(0)} µs CPU a message (all threads, the generator too), ${failures} failures`,
  )
  await store.journal.close()
}

const fsyncTimes = (dataDir: string): void => {
  const file = openSync(join(dataDir, 'fsync'), 'w')
  const page = Buffer.alloc(8_192, 1)
  const times: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const started = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    times.push(performance.now() - started)
  }
  console.log(`write and fdatasync of 8 KB, ms: ${quantiles(times)}`)
}

const coldOpen = async (dataDir: string): Promise<void> => {
  const store = await open(dataDir, createFakeMetrics(), true)
  const say = sayer(store, await newVisitors(store))
  for (let sent = 0; sent < BIG_DATABASE_MESSAGES; sent += 500) await Promise.all(Array.from({ length: 500 }, say))
  await store.journal.close()
  for (const inThread of [true, false]) {
    const times: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const started = performance.now()
      const opened = await open(dataDir, createFakeMetrics(), inThread)
      times.push(performance.now() - started)
      await opened.journal.close()
    }
    console.log(
      `open with ${BIG_DATABASE_MESSAGES} messages ${inThread ? 'on one thread' : 'on workers'}, ms: ${quantiles(times)}`,
    )
  }
}

const inFolder = async (run: (dataDir: string) => Promise<void> | void): Promise<void> => {
  const dataDir = mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), 'frontdesk-bench-'))
  try {
    await run(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await inFolder(fsyncTimes)
for (const rate of RATES) await inFolder((dataDir) => openLoop(dataDir, rate))
await inFolder(coldOpen)
