// The journal's reads, synchronous. Answers from several statements come from one read transaction.
import {
  fail,
  limits,
  NO_AGENT,
  ok,
  type AgentId,
  type AgentProfile,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type Offset,
  type ReceiptMark,
  type Result,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'
import { mayRead } from '../../core/conversation/may-read.ts'
import { fittingChunk } from '../../core/delivery/fitting-pages.ts'
import type {
  AgentSnapshot,
  CommittedEntry,
  CommittedReceipt,
  ConversationList,
  EntryTrace,
  HistoryQuery,
  ListQuery,
  Mention,
  OpenConversation,
  Reader,
  ReplayChunk,
  StoredSetting,
  VisitorSnapshot,
} from '../../ports/journal.ts'
import { lastTurnOf, placeOf, summaryOf, type SummaryRow } from './conversation-row.ts'
import { authorKindNumber, authorKindOf, entryKindOf, entryOf, type EntryRow } from './entry-row.ts'
import type { ReadDb } from './open-database.ts'
import { agentOf, markOf } from './people-rows.ts'
import type { ReadStatements } from './read-statements.ts'
import { seqAtOffset } from './seq-at-offset.ts'

/** Keys are small letters, digits, dots and dashes (decide-setting.ts). */
const PAST_EVERY_KEY = '~'
const UNBOUNDED = Number.MAX_SAFE_INTEGER
const VISITOR = authorKindNumber('visitor')
const AGENT = authorKindNumber('agent')

type AgentReader = Extract<Reader, { kind: 'agent' }>

const byOffset = (a: EntryRow, b: EntryRow): number => a.offset - b.offset

export type JournalReads = ReturnType<typeof createJournalReads>

export const createJournalReads = (db: ReadDb, from: ReadStatements) => {
  const head = (): Offset => from.head.get()?.head ?? (0 as Offset)

  const rowsOfVisitor = (visitor: VisitorId, after: Offset, limit: number): EntryRow[] =>
    from.conversationsOfVisitor
      .all(visitor)
      .filter((conversation) => conversation.last_offset > after)
      .flatMap(({ id, last_seq }) => {
        const seq = seqAtOffset(from, id, last_seq, after)
        return from.oldestOf.all(id, seq, UNBOUNDED as Seq, limit)
      })

  const conversationsOfAgent = (agent: AgentId, after: Offset) =>
    from.conversationsOfAgent.all(agent, after, agent, after, agent, after)

  const ownedAfter = (agent: AgentId, after: Offset, limit: number): EntryRow[] =>
    conversationsOfAgent(agent, after).flatMap(({ id, last_seq }) =>
      from.ownedAfter.all(id, seqAtOffset(from, id, last_seq, after), agent, limit),
    )

  const countOwnedAfter = (agent: AgentId, after: Offset, limit: number): number => {
    let count = 0
    for (const { id, last_seq } of conversationsOfAgent(agent, after)) {
      if (count >= limit) break
      const seq = seqAtOffset(from, id, last_seq, after)
      count += from.countOwnedAfter.get(id, seq, agent, limit - count)?.count ?? 0
    }
    return count
  }

  const rowsOfAgent = ({ id, scope }: AgentReader, after: Offset, limit: number): EntryRow[] =>
    scope === 'all'
      ? from.entriesAfter.all(after, limit)
      : [
          ...ownedAfter(id, after, limit),
          ...from.leftAfter.all(id, after, limit),
          ...from.officeAfter.all(after, limit),
        ]

  const readAfter = (reader: Reader, after: Offset, limit: number): ReplayChunk => {
    const rows =
      reader.kind === 'visitor' ? rowsOfVisitor(reader.id, after, limit + 1) : rowsOfAgent(reader, after, limit + 1)
    const more = rows.length > limit
    const entries = rows.sort(byOffset).slice(0, limit).map(entryOf)
    // Cut here: what the gateway would throw away and ask for again does not travel to its thread.
    return fittingChunk({ entries, upTo: more ? (entries.at(-1)?.offset ?? after) : head(), more })
  }

  const countAfter = (reader: Reader, after: Offset, limit: number): number => {
    if (reader.kind === 'visitor') {
      const counts = from.conversationsOfVisitor
        .all(reader.id)
        .filter((conversation) => conversation.last_offset > after)
        .map(({ id, last_seq }) => last_seq - seqAtOffset(from, id, last_seq, after))
      return Math.min(
        limit,
        counts.reduce((sum, count) => sum + count, 0),
      )
    }
    const { id, scope } = reader
    if (scope === 'all') return from.countAfter.get(after, limit)?.count ?? 0
    const left = from.countLeftAfter.get(id, after, limit)?.count ?? 0
    const office = from.countOfficeAfter.get(after, limit)?.count ?? 0
    return Math.min(limit, countOwnedAfter(id, after, limit) + left + office)
  }

  const receiptsSince = (reader: Reader, since: Offset): readonly ReceiptMark[] => {
    if (reader.kind === 'visitor') return from.receiptsSinceOfVisitor.all(reader.id, since).map(markOf)
    const rows =
      reader.scope === 'all' ? from.receiptsSince.all(since) : from.receiptsSinceOfOwner.all(since, reader.id)
    return rows.map(markOf)
  }

  const summariesOf = (rows: readonly SummaryRow[], kind: Reader['kind']): readonly ConversationSummary[] =>
    rows.map((row) => summaryOf(row, { kind }))

  const marksOf = (rows: readonly SummaryRow[]): readonly ReceiptMark[] =>
    rows.flatMap((row) => from.receiptsOf.all(row.id)).map(markOf)

  const visitorSnapshot = (visitor: VisitorId): VisitorSnapshot => {
    const rows = from.listOfVisitor.all(VISITOR, 0, visitor, UNBOUNDED as Offset, limits.visitorSnapshotConversations)
    const newest = rows.flatMap((row) =>
      from.newestOf.all(row.id, 0 as Seq, UNBOUNDED as Seq, limits.visitorSnapshotEntries),
    )
    return {
      cursor: head(),
      conversations: summariesOf(rows, 'visitor'),
      entries: newest.sort(byOffset).slice(-limits.visitorSnapshotEntries).map(entryOf),
      receipts: marksOf(rows),
    }
  }

  const agentSnapshot = (agent: AgentId): AgentSnapshot => {
    const most = limits.maxSnapshotConversations
    const open = from.listOpen.all(UNBOUNDED as Offset, most, AGENT, agent)
    // An agent's own come first: past the bound, somebody else's wait in the list instead.
    const own =
      open.length < most
        ? open.filter((row) => row.owner === agent)
        : from.listMine.all(agent, UNBOUNDED as Offset, most, AGENT, agent)
    const rows = [...own, ...open.filter((row) => row.owner !== agent)].slice(0, most)
    return {
      cursor: head(),
      agents: agents(),
      conversations: summariesOf(rows, 'agent'),
      receipts: marksOf(rows),
    }
  }

  const history = (reader: Reader, query: HistoryQuery): Result<readonly Entry[]> => {
    const { conversation, after, before, limit } = query
    const state = from.conversation.get(conversation)
    if (!state || !mayRead(reader, state)) return fail('conversation_unknown')
    const end = before === 0 ? (UNBOUNDED as Seq) : before
    const isOldestFirst = after > 0 && before === 0
    return ok(
      isOldestFirst
        ? from.oldestOf.all(conversation, after, end, limit).map(entryOf)
        : from.newestOf.all(conversation, after, end, limit).toReversed().map(entryOf),
    )
  }

  const decisions = (conversation: ConversationId): Result<readonly CommittedEntry[]> => {
    const state = from.conversation.get(conversation)
    if (!state) return fail('conversation_unknown')
    const rows = from.decisionsOf.all(conversation, limits.maxDecisions).toReversed()
    return ok(
      rows.map((row) => ({
        entry: entryOf(row),
        visitor: state.visitor,
        owner: row.owner,
        previousOwner: row.previous_owner,
      })),
    )
  }

  const mentions = (agent: AgentId): readonly Mention[] =>
    from.mentionsOf.all(agent, limits.mentionsShown).flatMap((row) => {
      const note = entryOf(row)
      return note.kind === 'note.added' ? [{ note, visitor: { id: row.visitor, name: row.visitor_name } }] : []
    })

  const tracesAfter = (after: Offset, limit: number): readonly EntryTrace[] =>
    from.tracesAfter.all(after, limit).map(({ author_kind, author_id, kind, ...trace }) => ({
      ...trace,
      kind: entryKindOf(kind),
      author: { kind: authorKindOf(author_kind), id: author_id },
    }))

  const list = (reader: Reader, query: ListQuery): ConversationList => {
    const rows = listed(reader, query)
    return { conversations: summariesOf(rows, reader.kind), receipts: marksOf(rows) }
  }

  const listed = (reader: Reader, { view, visitor, before, limit }: ListQuery): readonly SummaryRow[] => {
    const end = before === 0 ? (UNBOUNDED as Offset) : before
    if (reader.kind === 'visitor') return from.listOfVisitor.all(VISITOR, 0, reader.id, end, limit)
    switch (view) {
      case 'mine':
        return from.listMine.all(reader.id, end, limit, AGENT, reader.id)
      case 'queue':
        return from.listMine.all(NO_AGENT, end, limit, AGENT, reader.id)
      case 'open':
        return from.listOpen.all(end, limit, AGENT, reader.id)
      case 'closed':
        return from.listClosed.all(AGENT, reader.id, end, limit)
      case 'visitor':
        return from.listOfVisitor.all(AGENT, reader.id, visitor, end, limit)
      default:
        return view satisfies never
    }
  }

  const agents = (): readonly AgentProfile[] => from.agents.all().map(agentOf)

  const settings = (prefix: string): readonly StoredSetting[] =>
    from.settings
      .all(prefix, prefix + PAST_EVERY_KEY)
      .map(({ key, value }) => ({ key, value: JSON.parse(value) as unknown }))

  const committedAfter = (after: Offset, limit: number): readonly CommittedEntry[] =>
    from.committedAfter.all(after, limit).map((row) => ({
      entry: entryOf(row),
      visitor: row.visitor,
      owner: row.owner,
      previousOwner: row.previous_owner,
    }))

  const committedReceiptsSince = (since: Offset): readonly CommittedReceipt[] =>
    from.committedReceiptsSince.all(since).map((row) => ({ mark: markOf(row), visitor: row.visitor, owner: row.owner }))

  const together = <Params extends unknown[], T>(read: (...params: Params) => T) => db.transaction(read)

  return {
    head,
    readAfter: together(readAfter),
    countAfter: together(countAfter),
    receiptsSince,
    visitorSnapshot: together(visitorSnapshot),
    agentSnapshot: together(agentSnapshot),
    history: together(history),
    decisions: together(decisions),
    mentions,
    tracesAfter,
    list: together(list),
    openConversations: (): readonly OpenConversation[] =>
      from.openConversations.all().map(({ group_id, priority, placement, last_message, ...open }) => ({
        ...open,
        place: placeOf({ group_id, priority, placement }),
        lastMessage: lastTurnOf({ last_message }),
      })),
    agents,
    settings,
    committedAfter,
    committedReceiptsSince,
  }
}
