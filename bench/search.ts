// `node bench/search.ts [--messages 1000000] [--data DIR] [--fill-only]`: what a search costs, on the reading thread behind the same door as
// over HTTP. Words are as common as a word gets, pairs of them never meet, filters leave one in a thousand. A folder that was filled
// before is used as it is. `page`: what somebody waits for; `slice`: what everybody else may have to wait for.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSqliteStore } from '../src-server/adapters/sqlite/create-sqlite-store.ts'
import { dataFilesOf } from '../src-server/adapters/sqlite/data-files.ts'
import { createSystemClock } from '../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../src-server/adapters/system/system-random.ts'
import { createSearchDesk } from '../src-server/app/search/search-desk.ts'
import type { MessageSearch, SearchQuery } from '../src-server/ports/message-search.ts'
import { createFakeLogger } from '../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../src-server/testing/fake-metrics.ts'
import { limits, NO_OFFSET, type AgentId, type Offset } from '#protocol'
import { fillJournal } from './search/fill-journal.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    'fill-only': { type: 'boolean', default: false },
    seconds: { type: 'string', default: '2' },
  },
})
const messages = Number(values.messages)
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'frontdesk-search-'))
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const openStore = () =>
  createSqliteStore({
    dataDir,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })

const sizeOf = (file: string): number =>
  ['', '-wal'].reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0)

const files = dataFilesOf(dataDir)
if (!existsSync(files.database)) {
  mkdirSync(dataDir, { recursive: true })
  const startedMs = performance.now()
  fillJournal(dataDir, messages)
  print(`written in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`)
}
const store = await openStore()
const indexedFromMs = performance.now()
await store.indexAll()
const indexSeconds = (performance.now() - indexedFromMs) / 1000
print(
  `${messages.toLocaleString('en')} messages; index ${(sizeOf(files.search) / messages).toFixed(0)} bytes a message ` +
    `(journal ${(sizeOf(files.database) / messages).toFixed(0)}), caught up in ${indexSeconds.toFixed(1)} s; load ${loadavg()[0]?.toFixed(1)}`,
)

const slices: number[] = []
const timed: MessageSearch = {
  async slice(reader, query) {
    const startedMs = performance.now()
    const slice = await store.search.slice(reader, query)
    slices.push(performance.now() - startedMs)
    return slice
  },
}
const desk = createSearchDesk({ search: timed, metrics: createFakeMetrics() })
const agent = { kind: 'agent', account: { id: 1 as AgentId } } as Parameters<typeof desk.page>[0]
const nobodyLeaves = new AbortController().signal

const head = store.journal.head()
/** Anywhere in the journal, the same each time. */
const somewhere = (turn: number): Offset => (1 + ((Math.imul(turn + 1, 0x9e37_79b1) >>> 1) % head)) as Offset
const hourMs = 3_600_000

type Question = readonly [name: string, ask: (turn: number) => Partial<SearchQuery> & { readonly text: string }]
const questions: readonly Question[] = [
  ['订单, in 10 % of all', () => ({ text: '订单' })],
  ['订单, from anywhere on', (turn) => ({ text: '订单', before: somewhere(turn) })],
  ['您好, in half', (turn) => ({ text: '您好', before: somewhere(turn) })],
  ['好, one character', (turn) => ({ text: '好', before: somewhere(turn) })],
  ['hello / refund / re', (turn) => ({ text: ['hello', 'refund', 're'][turn % 3] ?? '', before: somewhere(turn) })],
  ['订单 发票 怎么办', (turn) => ({ text: '订单 发票 怎么办', before: somewhere(turn) })],
  ['左边 右边, 10 % each, never together', () => ({ text: '左边 右边' })],
  ['上门口, its pairs in 10 % each, never beside each other', () => ({ text: '上门口' })],
  ['琥珀, ten in a million', () => ({ text: '琥珀' })],
  ['a word nobody wrote', (turn) => ({ text: `没有${turn}的词` })],
  ['20260, how a tenth of all numbers begin', (turn) => ({ text: '20260', before: somewhere(turn) })],
  ['订单 in notes', () => ({ text: '订单', by: 'note' })],
  ['订单 of one of 50 agents', (turn) => ({ text: '订单', agent: (1 + (turn % 50)) as AgentId })],
  [
    '订单 of one of 20 groups',
    (turn) => ({ text: '订单', group: (1 + (turn % 20)) as never, before: somewhere(turn) }),
  ],
  ['订单 of one of 20 intents', (turn) => ({ text: '订单', intent: (1 + (turn % 20)) as never })],
  ['订单 of closed conversations', () => ({ text: '订单', status: 'closed' })],
  ['订单 of open ones, one in 250', () => ({ text: '订单', status: 'open' })],
  ['订单 of a tag that one in 1,000 has', () => ({ text: '订单', tag: 'rare' })],
  ['左边 of a tag that nobody has', () => ({ text: '左边', tag: 'nobody' })],
  [
    '订单 within a day',
    (turn) => ({
      text: '订单',
      from: (Date.now() - (24 + (turn % 200)) * hourMs) as never,
      until: (Date.now() - (turn % 200) * hourMs) as never,
    }),
  ],
  ['王小明, a visitor’s name', () => ({ text: '王小明' })],
]

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(1)

const measure = async ([name, ask]: Question): Promise<void> => {
  slices.length = 0
  const times: number[] = []
  let found = 0
  let complete = 0
  const untilMs = performance.now() + Number(values.seconds) * 1000
  for (let turn = 0; performance.now() < untilMs || turn < 20; turn += 1) {
    const query = { before: NO_OFFSET, limit: limits.maxSearchPage, ...ask(turn) }
    const startedMs = performance.now()
    const page = await desk.page(agent, query, nobodyLeaves)
    times.push(performance.now() - startedMs)
    if (!page.ok) throw new Error(page.code)
    found += page.value.hits.length
    if (page.value.next === 0 || page.value.hits.length === query.limit) complete += 1
  }
  times.sort((a, b) => a - b)
  slices.sort((a, b) => a - b)
  const share = `${Math.round((100 * complete) / times.length)} %`
  const row = [
    name,
    at(times, 0.5),
    at(times, 0.99),
    at(times, 1),
    at(slices, 0.99),
    (found / times.length).toFixed(0),
    share,
    times.length,
  ]
  print(`| ${row.join(' | ')} |`)
}

if (!values['fill-only']) {
  print('| search | page p50 ms | p99 | max | slice p99 | hits | complete | asked |\n|---|---|---|---|---|---|---|---|')
  for (const question of questions) await measure(question)
}
await store.journal.close()
if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })
