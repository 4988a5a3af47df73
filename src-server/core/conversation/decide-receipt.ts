// Receipts: marks that only move forward (D6). No entries, so nothing is replayed but the newest mark.
import {
  fail,
  limits,
  NO_OFFSET,
  ok,
  type AgentId,
  type EpochMs,
  type Offset,
  type ReceiptMark,
  type Result,
} from '../../protocol/index.ts'
import type { ReceiptCommand } from '../../ports/command.ts'
import { unchanged, type Decision } from './decision.ts'
import type { ConversationState } from './conversation-state.ts'
import type { DecisionContext } from './decision-context.ts'

const furthest = (...offsets: readonly Offset[]): Offset => Math.max(...offsets) as Offset

/** What of the other side the reader has seen by `read`. Exact up to limits.maxUnreadCounted unread, all that is ever shown. */
const seenBy = (context: DecisionContext, state: ConversationState, mark: ReceiptMark): number => {
  const of = mark.reader.kind === 'visitor' ? 'desk' : 'visitor'
  const total = of === 'desk' ? state.deskMessages : state.visitorMessages
  if (mark.read >= state.lastOffset) return total
  return total - context.countMessagesAfter(state.id, of, mark.read, limits.maxUnreadCounted)
}

const isReader = (context: DecisionContext, command: ReceiptCommand, state: ConversationState): Result<undefined> => {
  switch (command.reader.kind) {
    case 'visitor':
      return state.visitor === command.visitor ? ok(undefined) : fail('conversation_unknown')
    case 'agent':
      return context.agent(command.reader.id as AgentId)?.active ? ok(undefined) : fail('forbidden')
    case 'bot':
      return ok(undefined)
    case 'system':
      return fail('forbidden')
    default:
      return command.reader.kind satisfies never
  }
}

/** Marks past the conversation's end are cut to it, so that nobody can have read what is not written yet. */
export const decideReceipt = (context: DecisionContext, command: ReceiptCommand, now: EpochMs): Result<Decision> => {
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  const allowed = isReader(context, command, state)
  if (!allowed.ok) return allowed
  const reader = command.reader.kind === 'visitor' ? { kind: command.reader.kind, id: 0 } : command.reader
  const before = context.receipt(state.id, reader)?.mark
  const within = (offset: Offset): Offset => Math.min(offset, state.lastOffset) as Offset
  const read = furthest(before?.read ?? NO_OFFSET, within(command.read))
  const delivered = furthest(before?.delivered ?? NO_OFFSET, within(command.delivered), read)
  if (read === (before?.read ?? NO_OFFSET) && delivered === (before?.delivered ?? NO_OFFSET))
    return unchanged(now, { conversation: state.id })
  const mark: ReceiptMark = { conversation: state.id, reader, delivered, read }
  return ok({ type: 'mark', record: { mark, seen: seenBy(context, state, mark), changed: context.head() } })
}
