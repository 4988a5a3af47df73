// What a conversation has become: a fold over its entries. Owns the projection's rules; stores nothing.
import {
  NO_AGENT,
  previewOf,
  type AgentId,
  type ConversationId,
  type ConversationStatus,
  type Entry,
  type EntryOf,
  type EpochMs,
  type LastMessage,
  type Offset,
  type QueuePlace,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'

export type ConversationState = {
  readonly id: ConversationId
  readonly visitor: VisitorId
  readonly status: ConversationStatus
  /** Kept after the close: whoever had it last. NO_AGENT while it waits. */
  readonly owner: AgentId
  readonly openedAt: EpochMs
  /** Its place in the queue: when the waiting began that put it there. */
  readonly queuedAt: EpochMs
  /** Null until it was placed, and again after a reopening. */
  readonly place: QueuePlace | null
  /** 0 while open. */
  readonly closedAt: EpochMs
  readonly lastSeq: Seq
  readonly lastOffset: Offset
  readonly lastMessage: LastMessage | null
  /** Since when the visitor waits for an answer; 0 when it is the visitor's turn. */
  readonly waitingSince: EpochMs
  /** Messages of the visitor, and of everyone else, without what was recalled: unread counts are differences of these. */
  readonly visitorMessages: number
  readonly deskMessages: number
}

const NEVER = 0 as EpochMs

const opened = (entry: EntryOf<'conversation.opened'>): ConversationState => ({
  id: entry.conversation,
  visitor: entry.body.visitor.id,
  status: 'open',
  owner: NO_AGENT,
  openedAt: entry.at,
  queuedAt: entry.at,
  place: null,
  closedAt: NEVER,
  lastSeq: entry.seq,
  lastOffset: entry.offset,
  lastMessage: null,
  waitingSince: NEVER,
  visitorMessages: 0,
  deskMessages: 0,
})

/** What the system says answers nobody: whose turn it is stays as it was. */
export const waitingAfter = (before: EpochMs, { author, at }: Pick<Entry, 'author' | 'at'>): EpochMs => {
  if (author.kind === 'visitor') return before || at
  return author.kind === 'system' ? before : NEVER
}

const withMessage = (state: ConversationState, entry: EntryOf<'message.sent'>): ConversationState => {
  const fromVisitor = entry.author.kind === 'visitor'
  const preview = previewOf(entry.body.text, entry.body.files)
  return {
    ...state,
    lastMessage: { author: entry.author, preview, at: entry.at, offset: entry.offset },
    waitingSince: waitingAfter(state.waitingSince, entry),
    visitorMessages: state.visitorMessages + (fromVisitor ? 1 : 0),
    deskMessages: state.deskMessages + (fromVisitor ? 0 : 1),
  }
}

/** Whose turn it is stays as it was: a slip that is put right is no answer, and one that is taken back was one. */
const withRevision = (state: ConversationState, { author, body }: EntryOf<'message.revised'>): ConversationState => {
  const { message, text, isNote } = body
  if (isNote) return state
  const { lastMessage } = state
  const isRecalled = text === null
  const shown = { preview: previewOf(text ?? '', []), ...(isRecalled && { isRecalled }) }
  const taken = isRecalled ? 1 : 0
  const fromVisitor = author.kind === 'visitor'
  return {
    ...state,
    lastMessage: lastMessage?.offset === message ? { ...lastMessage, ...shown } : lastMessage,
    visitorMessages: state.visitorMessages - (fromVisitor ? taken : 0),
    deskMessages: state.deskMessages - (fromVisitor ? 0 : taken),
  }
}

/** Put back into the queue, a visitor keeps the place that their waiting has earned. */
const withOwner = (state: ConversationState, owner: AgentId, at: EpochMs): ConversationState =>
  owner === NO_AGENT ? { ...state, owner, queuedAt: state.waitingSince || at } : { ...state, owner }

/** In front means before everybody: nobody has waited since 1970. */
const queued = (state: ConversationState, { body, at }: EntryOf<'conversation.queued'>): ConversationState => {
  const { group, agents, priority, reason } = body
  const place = { group, agents, priority, reason }
  if (body.front) return { ...state, owner: NO_AGENT, queuedAt: NEVER, place }
  return { ...(state.owner === NO_AGENT ? state : withOwner(state, NO_AGENT, at)), place }
}

const afterEntry = (state: ConversationState, entry: Entry): ConversationState => {
  switch (entry.kind) {
    case 'message.sent':
      return withMessage(state, entry)
    case 'message.revised':
      return withRevision(state, entry)
    case 'conversation.assigned':
      return withOwner(state, entry.body.agent, entry.at)
    case 'conversation.transferred':
      return withOwner(state, entry.body.to, entry.at)
    case 'conversation.queued':
      return queued(state, entry)
    case 'conversation.closed':
      return { ...state, status: 'closed', closedAt: entry.at, waitingSince: NEVER }
    case 'conversation.reopened':
      return { ...state, status: 'open', closedAt: NEVER, owner: NO_AGENT, queuedAt: entry.at, place: null }
    case 'conversation.opened':
    case 'hidden':
    case 'agent.changed':
    case 'agent.status':
    case 'setting.changed':
    case 'note.added':
    case 'conversation.rated':
      return state
    default:
      return entry satisfies never
  }
}

/**
 * The state after one more entry. Folding a conversation's entries from its opening gives exactly the stored projection.
 * @throws when the first entry is not the opening: a bug of the caller.
 */
export const evolve = (state: ConversationState | undefined, entry: Entry): ConversationState => {
  if (entry.kind === 'conversation.opened') return opened(entry)
  if (!state) throw new Error(`entry ${entry.offset} has no conversation before it`)
  return { ...afterEntry(state, entry), lastSeq: entry.seq, lastOffset: entry.offset }
}
