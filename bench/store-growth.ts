// What a message costs the store while the history grows: `node bench/store-growth.ts [millions]`. As many commands as 10,000
// people keep under way, from random visitors, as fast as they are taken; a row every quarter of a million.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NO_CONVERSATION, type Cid, type VisitorId } from '#protocol'
import { createSqliteStore } from '../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../src-server/adapters/system/system-random.ts'
import { createFakeLogger } from '../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../src-server/testing/fake-metrics.ts'
import { somebody } from '../src-server/testing/store-contract/store-actions.ts'

const VISITORS = 9_500
const UNDER_WAY = 48
const MESSAGES_A_ROW = 250_000
const TEXT = '可以退款吗，尺码不合适，还没拆封。Where is my order? It was due on Monday.'

const { positionals } = parseArgs({ allowPositionals: true })
const total = Number(positionals[0] ?? 1.25) * 1e6

type Reading = {
  readonly atMs: number
  readonly cpuUs: number
  readonly readBytes: number
  readonly writtenBytes: number
}

/** Of the whole process, by what the kernel counts: Linux only. */
const read = (): Reading => {
  const counted = readFileSync('/proc/self/io', 'utf8')
  const bytesOf = (name: string): number => Number(new RegExp(`^${name}: (\\d+)`, 'mu').exec(counted)?.[1])
  const { user, system } = process.cpuUsage()
  return { atMs: performance.now(), cpuUs: user + system, readBytes: bytesOf('rchar'), writtenBytes: bytesOf('wchar') }
}

const dataDir = mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), 'frontdesk-growth-'))
const store = await createSqliteStore({
  dataDir,
  inThread: false,
  clock: createSystemClock(),
  random: createSystemRandom(),
  logger: createFakeLogger(),
  metrics: createFakeMetrics(),
})
try {
  const visitors: VisitorId[] = []
  for (let count = 0; count < VISITORS; count += 500)
    visitors.push(...(await Promise.all(Array.from({ length: 500 }, () => store.visitors.create(somebody)))))

  let sent = 0
  let stored = 0
  let before = read()
  const row = (): void => {
    const now = read()
    const perMessage = (key: keyof Reading): number => (now[key] - before[key]) / MESSAGES_A_ROW
    const kilobytes = (key: keyof Reading): string => `${(perMessage(key) / 1024).toFixed(1)} KB`
    console.log(
      `| ${stored.toLocaleString('en')} | ${Math.round(1000 / perMessage('atMs')).toLocaleString('en')} | ` +
        `${perMessage('cpuUs').toFixed(0)} | ${kilobytes('readBytes')} | ${kilobytes('writtenBytes')} |`,
    )
    before = now
  }
  const keepSaying = async (): Promise<void> => {
    while (sent < total) {
      sent += 1
      const result = await store.journal.commit({
        type: 'send',
        actor: { kind: 'visitor', id: visitors[Math.floor(Math.random() * VISITORS)] ?? (1 as VisitorId) },
        conversation: NO_CONVERSATION,
        cid: `growth-${sent}-${Math.random().toString(36).slice(2)}` as Cid,
        text: TEXT,
        files: [],
      })
      if (!result.ok) throw new Error(`message ${sent} was refused: ${result.code}`)
      stored += 1
      if (stored % MESSAGES_A_ROW === 0) row()
    }
  }
  console.log('| messages | taken a second | CPU µs each, the generator included | read each | written each |')
  console.log('|---|---|---|---|---|')
  await Promise.all(Array.from({ length: UNDER_WAY }, keepSaying))
} finally {
  await store.journal.close()
  rmSync(dataDir, { recursive: true, force: true })
}
