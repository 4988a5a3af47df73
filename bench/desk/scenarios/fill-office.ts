// Years of talk in an office, written through the store itself before any server has it open: everybody comes every few days, says
// what they want, is answered, and the conversation is closed; the last ones are open. One visitor has talked for years in one.
import { statSync } from 'node:fs'
import { createSqliteStore } from '../../../src-server/adapters/sqlite/create-sqlite-store.ts'
import { dataFilesOf } from '../../../src-server/adapters/sqlite/data-files.ts'
import { createSystemClock } from '../../../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../../../src-server/adapters/system/system-random.ts'
import type { Clock } from '../../../src-server/ports/clock.ts'
import type { Command } from '../../../src-server/ports/command.ts'
import { createFakeLogger } from '../../../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../../../src-server/testing/fake-metrics.ts'
import { limits, NO_AGENT, NO_CONVERSATION, type ConversationId, type EpochMs } from '#protocol'
import type { CrowdSize } from '../crowd.ts'
import { digitsOf } from '../dialect.ts'
import { agentOf, prepareOffice, type Office } from '../office.ts'
import { sentence } from './sentences.ts'

const MESSAGES_EACH = 20
/** Every tenth message of a long life is in one conversation, at most as many as the desk is meant for. */
const LONG_SHARE = 10
const MOST_IN_ONE = 50_000
const DAY_MS = 24 * 3600 * 1000
const BETWEEN_VISITS_MS = limits.reopenWithinMs + DAY_MS
const MESSAGE_EVERY_MS = 20_000

/** The real clock, set back, and moved on by hand. */
type MovedClock = Clock & { move(byMs: number): void }

const movedClock = (backMs: number): MovedClock => {
  const wall = createSystemClock()
  let now = wall.now() - backMs
  return {
    now: () => now as EpochMs,
    after: (delayMs, task) => wall.after(delayMs, task),
    move: (byMs) => {
      now += byMs
    },
  }
}

export type FilledOffice = {
  readonly office: Office
  readonly messages: number
  /** The one of years; of the newest visits, in no order. */
  readonly longest: ConversationId
  readonly longestLength: number
  readonly conversations: readonly ConversationId[]
  readonly fillSeconds: number
  readonly indexSeconds: number
  readonly databaseBytes: number
  readonly searchBytes: number
}

const sizeOf = (file: string): number =>
  ['', '-wal'].reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0)

export const fillOffice = async (dataDir: string, size: CrowdSize, wanted: number): Promise<FilledOffice> => {
  const inOne = Math.min(MOST_IN_ONE, Math.floor(wanted / LONG_SHARE))
  const visits = Math.max(1, Math.round((wanted - inOne) / (size.visitors * MESSAGES_EACH)))
  const clock = movedClock(visits * BETWEEN_VISITS_MS)
  const office = await prepareOffice(dataDir, size, clock)
  const startedMs = performance.now()
  const outside = { clock, random: createSystemRandom(), logger: createFakeLogger(), metrics: createFakeMetrics() }
  const store = await createSqliteStore({ dataDir, inThread: true, ...outside })
  let messages = size.visitors
  const commit = async (command: Command): Promise<ConversationId> => {
    const result = await store.journal.commit(command)
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`)
    return result.value.conversation
  }
  const say = (index: number, conversation: ConversationId, isAgents: boolean): Promise<ConversationId> => {
    messages += 1
    const visitor = office.visitors[index]
    const agent = office.agents[agentOf(index, size.agents)]
    if (!visitor || !agent) throw new Error(`there is no conversation ${index}`)
    const actor = isAgents ? ({ kind: 'agent', id: agent.id } as const) : ({ kind: 'visitor', id: visitor.id } as const)
    return commit({
      type: 'send',
      actor,
      conversation,
      cid: `life-${digitsOf(messages)}`,
      text: sentence(messages),
      files: [],
    })
  }
  const assign = (index: number, conversation: ConversationId): Promise<ConversationId> =>
    commit({
      type: 'assign',
      actor: { kind: 'system' },
      conversation,
      agent: office.agents[agentOf(index, size.agents)]?.id ?? NO_AGENT,
      expectedOwner: NO_AGENT,
      reason: { layer: 'load', rule: 'least-loaded', candidates: [] },
    })

  const conversations = office.visitors.map(({ conversation }) => conversation)
  const everybody = [...conversations.keys()]
  const inChunks = async (act: (index: number) => Promise<unknown>): Promise<void> => {
    for (let from = 0; from < everybody.length; from += limits.maxBatchCommands)
      await Promise.all(everybody.slice(from, from + limits.maxBatchCommands).map(act))
  }
  for (let visit = 0; visit < visits; visit += 1) {
    if (visit > 0) {
      await inChunks(async (index) => {
        conversations[index] = await say(index, NO_CONVERSATION, false)
        await assign(index, conversations[index])
      })
    }
    for (let said = 1; said < MESSAGES_EACH; said += 1) {
      await inChunks((index) => say(index, conversations[index] ?? NO_CONVERSATION, said % 2 === 1))
      clock.move(MESSAGE_EVERY_MS)
    }
    const isLast = visit === visits - 1
    if (!isLast)
      await inChunks((index) => {
        const conversation = conversations[index] ?? NO_CONVERSATION
        return commit({ type: 'close', actor: { kind: 'system' }, conversation, reason: 'resolved' })
      })
    if (!isLast) clock.move(BETWEEN_VISITS_MS)
  }
  const longest = conversations[0] ?? NO_CONVERSATION
  for (let said = 0; said < inOne; said += limits.maxBatchCommands)
    await Promise.all(
      Array.from({ length: Math.min(limits.maxBatchCommands, inOne - said) }, (_, index) =>
        say(0, longest, index % 2 === 1),
      ),
    )
  const fillSeconds = (performance.now() - startedMs) / 1000
  await store.indexAll()
  const indexSeconds = (performance.now() - startedMs) / 1000 - fillSeconds
  await store.journal.close()
  const files = dataFilesOf(dataDir)
  return {
    office,
    messages,
    longest,
    longestLength: inOne + MESSAGES_EACH,
    conversations,
    fillSeconds,
    indexSeconds,
    databaseBytes: sizeOf(files.database),
    searchBytes: sizeOf(files.search),
  }
}
