// An office with years behind it: what people open must not take longer for it, nor a start, and what a message costs on the disk.
// Search has no route yet, so it is asked of the store, as the server would.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createSqliteStore } from '../../../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../../../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../../../src-server/adapters/system/system-random.ts'
import { createFakeLogger } from '../../../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../../../src-server/testing/fake-metrics.ts'
import {
  limits,
  type AgentId,
  type ClientFrame,
  type Offset,
  type RequestId,
  type Seq,
  type VisitorId,
} from '#protocol'
import { LatencyRecorder } from '../../load/latency-figures.ts'
import { measureColdStartMs, startCold } from '../cold-start.ts'
import { startServerUnderTest } from '../server-under-test.ts'
import { bundle, officeArgs } from '../systems/systems.ts'
import { openAskingAgent, type AskingAgent } from './asking-agent.ts'
import { atMost, seen, type Figure } from './figure.ts'
import { fillOffice, type FilledOffice } from './fill-office.ts'
import { searches } from './sentences.ts'
import type { Scenario, ScenarioOptions } from './scenario.ts'

const WITHIN_MS = 20
const START_WITHIN_MS = 100
const COLD_STARTS = 7
const QUESTIONS = 1000
const INBOXES = 200
/** Windows that take turns: none may ask faster than `framesPerSecond`. */
const MOST_WINDOWS = 50
const BETWEEN_MS = 3
const SEARCHES = 400
const WARM_UP = 50
/** What a start has to do afterwards is done by then. */
const AFTER_START_MS = 3000
const NEWEST = 0 as Seq
const SOMEWHERE = 2_147_483_647
const rid = 1 as RequestId
const MB = 1024 * 1024

const timesOf = async (count: number, ask: (turn: number) => Promise<number>): Promise<LatencyRecorder> => {
  const recorder = new LatencyRecorder()
  for (let turn = -WARM_UP; turn < count; turn += 1) {
    const tookMs = await ask(turn + WARM_UP)
    if (turn >= 0) recorder.record(tookMs)
  }
  return recorder
}

const within = (what: string, recorder: LatencyRecorder): readonly Figure[] => {
  const { p50Ms, p99Ms, maxMs } = recorder.figures()
  return [
    seen(`${what}, p50`, p50Ms, 'ms'),
    atMost(`${what}, p99`, p99Ms, 'ms', WITHIN_MS),
    seen(`${what}, longest`, maxMs, 'ms'),
  ]
}

/** Scattered over all of them, the same in every run. */
const pick = <Item>(items: readonly Item[], turn: number): Item => {
  const item = items[(Math.imul(turn + 1, 2_654_435_761) >>> 1) % items.length]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

const askServer = async (
  filled: FilledOffice,
  { size }: ScenarioOptions,
  dataDir: string,
): Promise<readonly Figure[]> => {
  const server = await startServerUnderTest(bundle, officeArgs(dataDir, size))
  const windows: AskingAgent[] = []
  try {
    await pause(AFTER_START_MS)
    const tokens = filled.office.agents.map(({ token }) => token)
    const inboxes = await timesOf(INBOXES, async (turn) => {
      const { agent, openMs } = await openAskingAgent(server.port, pick(tokens, turn))
      if (windows.length < MOST_WINDOWS) windows.push(agent)
      else agent.close()
      return openMs
    })
    const asking = (frame: (turn: number) => ClientFrame): Promise<LatencyRecorder> =>
      timesOf(QUESTIONS, async (turn) => {
        await pause(BETWEEN_MS)
        return windowAt(turn).ask(frame(turn))
      })
    const windowAt = (turn: number): AskingAgent => {
      const window = windows[turn % windows.length]
      if (!window) throw new Error('nobody has a window open')
      return window
    }
    const list =
      (view: 'open' | 'closed' | 'mine') =>
      (turn: number): ClientFrame => ({
        type: 'list',
        rid,
        view,
        visitor: 0 as VisitorId,
        // The first page, and one from somewhere in the years behind.
        before: (turn % 2 === 0 ? 0 : 1 + ((Math.imul(turn, SOMEWHERE) >>> 1) % filled.messages)) as Offset,
        limit: limits.maxListPage,
      })
    const history = (conversation: number, before: number): ClientFrame =>
      ({ type: 'history', rid, conversation, after: NEWEST, before, limit: limits.historyPage }) as ClientFrame
    const inOne = filled.longestLength
    return [
      seen('memory with it open', server.residentMb(), 'MB'),
      ...within('the inbox, from hello to live', inboxes),
      ...within('a page of open conversations', await asking(list('open'))),
      ...within('a page of closed ones', await asking(list('closed'))),
      ...within('a page of one’s own', await asking(list('mine'))),
      ...within('a conversation', await asking((turn) => history(pick(filled.conversations, turn), 0))),
      ...within(
        `a page of history anywhere in ${inOne.toLocaleString('en')} messages`,
        await asking((turn) => history(filled.longest, 2 + ((Math.imul(turn, SOMEWHERE) >>> 1) % inOne))),
      ),
      seen('memory afterwards', server.residentMb(), 'MB'),
    ]
  } finally {
    for (const window of windows) window.close()
    await server.stop()
  }
}

const anybody = { kind: 'agent', id: 1 as AgentId, scope: 'all' } as const

const askSearch = async (dataDir: string): Promise<readonly Figure[]> => {
  const outside = { clock: createSystemClock(), random: createSystemRandom() }
  const silent = { logger: createFakeLogger(), metrics: createFakeMetrics() }
  const store = await createSqliteStore({ dataDir, ...outside, ...silent })
  try {
    const recorder = await timesOf(SEARCHES, async (turn) => {
      const askedMs = performance.now()
      await store.search.slice(anybody, {
        text: pick(searches, turn),
        before: 0 as Offset,
        limit: limits.maxSearchPage,
      })
      return performance.now() - askedMs
    })
    return within('a search, one or two words, both languages', recorder)
  } finally {
    await store.journal.close()
  }
}

const startsOf = async (dataDir: string, size: ScenarioOptions['size']): Promise<number> => {
  const args = officeArgs(dataDir, size)
  await startCold(bundle, args)
  const times: number[] = []
  for (let run = 0; run < COLD_STARTS; run += 1) times.push((await startCold(bundle, args)).acceptedMs)
  return times.toSorted((a, b) => a - b)[Math.floor(COLD_STARTS / 2)] ?? 0
}

export const growth: Scenario = async (options) => {
  const { size, messages } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-growth-'))
  try {
    const filled = await fillOffice(dataDir, size, messages)
    const emptyMs = await measureColdStartMs({ visitors: 0, agents: size.agents }, COLD_STARTS)
    const busyMs = await measureColdStartMs(size, COLD_STARTS)
    const grownMs = await startsOf(dataDir, size)
    return [
      seen('messages', filled.messages, ''),
      seen('conversations open', filled.conversations.length, ''),
      seen('writing them', filled.fillSeconds, 's'),
      seen('indexing them', filled.indexSeconds, 's'),
      seen('database a message', filled.databaseBytes / filled.messages, 'bytes'),
      seen('full-text index a message', filled.searchBytes / filled.messages, 'bytes'),
      seen('together', (filled.databaseBytes + filled.searchBytes) / MB, 'MB'),
      seen('start of an empty office to the first WebSocket, median', emptyMs, 'ms'),
      seen('of one with as many open conversations and nothing behind them', busyMs, 'ms'),
      seen('start of this one, median', grownMs, 'ms'),
      atMost('longer than the empty one', grownMs - emptyMs, 'ms', START_WITHIN_MS),
      ...(await askServer(filled, options, dataDir)),
      ...(await askSearch(dataDir)),
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
