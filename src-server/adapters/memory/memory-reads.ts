// The journal's reads over plain arrays: written to be obviously right, not to be fast.
import {
  fail,
  isRecalled,
  limits,
  NO_AGENT,
  ok,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type EntryKind,
  type Offset,
  type ReceiptMark,
} from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import { mayRead } from '../../core/conversation/may-read.ts'
import { summarize } from '../../core/conversation/summarize.ts'
import { fittingChunk } from '../../core/delivery/fitting-pages.ts'
import type { CommittedEntry, Journal, ListQuery, Reader } from '../../ports/journal.ts'
import { currently, receiptKey, type MemoryTables } from './memory-tables.ts'

export type JournalReads = Omit<Journal, 'epoch' | 'head' | 'commit' | 'onCommitted' | 'close'>

const isInScope = (reader: Reader, { entry, visitor, owner, previousOwner }: CommittedEntry): boolean => {
  if (reader.kind === 'visitor') return visitor === reader.id
  return reader.scope === 'all' || entry.conversation === 0 || owner === reader.id || previousOwner === reader.id
}

const isInView = (state: ConversationState, reader: Reader, { view, visitor }: ListQuery): boolean => {
  if (reader.kind === 'visitor') return state.visitor === reader.id
  switch (view) {
    case 'mine':
      return state.status === 'open' && state.owner === reader.id
    case 'queue':
      return state.status === 'open' && state.owner === NO_AGENT
    case 'open':
    case 'closed':
      return state.status === view
    case 'visitor':
      return state.visitor === visitor
    default:
      return view satisfies never
  }
}

const decisive: ReadonlySet<EntryKind> = new Set([
  'conversation.opened',
  'conversation.reopened',
  'conversation.queued',
  'conversation.assigned',
  'conversation.transferred',
])

const newestFirst = (a: ConversationState, b: ConversationState): number => b.lastOffset - a.lastOffset

export const memorySummary = (tables: MemoryTables, state: ConversationState, reader: Reader): ConversationSummary => {
  const visitor = tables.visitors.get(state.visitor)
  if (!visitor) throw new Error(`conversation ${state.id} has no visitor`)
  const viewer = reader.kind === 'visitor' ? { kind: 'visitor', id: 0 } : reader
  return summarize(state, visitor, reader, tables.receipts.get(receiptKey(state.id, viewer))?.seen ?? 0)
}

export const createMemoryReads = (tables: MemoryTables): JournalReads => {
  const states = (): ConversationState[] => [...tables.conversations.values()]
  const head = (): Offset => tables.entries.length as Offset

  const summaryOf = (state: ConversationState, reader: Reader): ConversationSummary =>
    memorySummary(tables, state, reader)

  const marksOf = (shown: readonly ConversationState[]): readonly ReceiptMark[] => {
    const ids = new Set(shown.map((state) => state.id))
    return [...tables.receipts.values()].map(({ mark }) => mark).filter((mark) => ids.has(mark.conversation))
  }

  /** Who let go of it last, if they did so themselves. */
  const declinedBy = (id: ConversationId): AgentId => {
    const moved = tables.entries.findLast(
      ({ entry, owner, previousOwner }) =>
        entry.conversation === id && (owner !== previousOwner || entry.kind === 'conversation.reopened'),
    )
    const author = moved?.entry.author
    return moved && author?.kind === 'agent' && author.id === moved.previousOwner ? moved.previousOwner : NO_AGENT
  }

  return {
    async readAfter(reader, after, limit) {
      const found = tables.entries.slice(after).filter((entry) => isInScope(reader, entry))
      const entries = found.slice(0, limit).map(({ entry }) => currently(tables, entry))
      const more = found.length > limit
      return fittingChunk({ entries, upTo: more ? (entries.at(-1)?.offset ?? after) : head(), more })
    },
    countAfter: async (reader, after, limit) =>
      Math.min(limit, tables.entries.slice(after).filter((entry) => isInScope(reader, entry)).length),
    async receiptsSince(reader, since) {
      const isSeen = (state: ConversationState | undefined): boolean =>
        state !== undefined &&
        (reader.kind === 'visitor' ? state.visitor === reader.id : reader.scope === 'all' || state.owner === reader.id)
      return [...tables.receipts.values()]
        .filter(({ mark, changed }) => changed >= since && isSeen(tables.conversations.get(mark.conversation)))
        .map(({ mark }) => mark)
    },
    async visitorSnapshot(visitor) {
      const shown = states()
        .filter((state) => state.visitor === visitor)
        .sort(newestFirst)
        .slice(0, limits.visitorSnapshotConversations)
      const ids = new Set(shown.map((state) => state.id))
      const entries = tables.entries
        .map(({ entry }) => currently(tables, entry))
        .filter((entry) => ids.has(entry.conversation))
      return {
        cursor: head(),
        conversations: shown.map((state) => summaryOf(state, { kind: 'visitor', id: visitor })),
        entries: entries.slice(-limits.visitorSnapshotEntries),
        receipts: marksOf(shown),
      }
    },
    async agentSnapshot(agent) {
      const open = states()
        .filter((state) => state.status === 'open')
        .sort(newestFirst)
      // An agent's own come first: past the bound, somebody else's wait in the list instead.
      const own = open.filter((state) => state.owner === agent)
      const others = open.filter((state) => state.owner !== agent)
      const shown = [...own, ...others].slice(0, limits.maxSnapshotConversations)
      return {
        cursor: head(),
        agents: [...tables.agents.values()],
        conversations: shown.map((state) => summaryOf(state, { kind: 'agent', id: agent, scope: 'all' })),
        receipts: marksOf(shown),
      }
    },
    async history(reader, { conversation, after, before, limit }) {
      const state = tables.conversations.get(conversation)
      if (!state || !mayRead(reader, state)) return fail('conversation_unknown')
      const found = tables.entries
        .map(({ entry }) => currently(tables, entry))
        .filter((entry) => entry.conversation === conversation && entry.seq > after)
        .filter((entry) => before === 0 || entry.seq < before)
      const isOldestFirst = after > 0 && before === 0
      return ok(isOldestFirst ? found.slice(0, limit) : found.slice(-limit))
    },
    async decisions(conversation) {
      if (!tables.conversations.has(conversation)) return fail('conversation_unknown')
      const found = tables.entries.filter(
        ({ entry }) => entry.conversation === conversation && decisive.has(entry.kind),
      )
      return ok(found.slice(-limits.maxDecisions))
    },
    async mentions(agent) {
      const called = tables.entries.flatMap(({ entry, visitor }) => {
        const note = currently(tables, entry)
        if (note.kind !== 'note.added' || isRecalled(note) || !note.body.mentions?.includes(agent) || visitor === 0)
          return []
        return [{ note, visitor: { id: visitor, name: tables.visitors.get(visitor)?.name ?? '' } }]
      })
      return called.slice(-limits.mentionsShown).toReversed()
    },
    async tracesAfter(after, limit) {
      const found = tables.entries.filter(({ entry }) => entry.conversation > 0 && entry.offset > after)
      return found.slice(0, limit).map(({ entry: { offset, at, conversation, kind, author }, owner }) => {
        return { offset, at, conversation, kind, author, owner }
      })
    },
    async list(reader, query) {
      const shown = states()
        .filter((state) => isInView(state, reader, query) && (query.before === 0 || state.lastOffset < query.before))
        .sort(newestFirst)
        .slice(0, query.limit)
      return { conversations: shown.map((state) => summaryOf(state, reader)), receipts: marksOf(shown) }
    },
    openConversations: async () =>
      states()
        .filter((state) => state.status === 'open')
        .sort((a, b) => a.queuedAt - b.queuedAt || a.id - b.id)
        .map(({ id, visitor, owner, openedAt, queuedAt, waitingSince, place, lastMessage }) => ({
          id,
          visitor,
          owner,
          openedAt,
          queuedAt,
          waitingSince,
          declinedBy: owner === NO_AGENT ? declinedBy(id) : NO_AGENT,
          place,
          lastMessage: lastMessage && {
            author: lastMessage.author,
            at: lastMessage.at,
            offset: lastMessage.offset,
          },
        })),
    agents: async () => [...tables.agents.values()],
    settings: async (prefix) =>
      [...tables.settings]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => ({ key, value: JSON.parse(value) as unknown }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  }
}
