// Pages cut to what one answer may weigh, each where its reader will ask on. SPEC D9.11.
import {
  limits,
  NO_OFFSET,
  type ConversationSummary,
  type Entry,
  type Offset,
  type ReceiptMark,
} from '../../protocol/index.ts'
import type { ConversationList, HistoryQuery, ListQuery, ReplayChunk } from '../../ports/journal.ts'
import { fitting, fittingLast } from './wire-weight.ts'

/** A reader who goes forward keeps the oldest, one who goes back the newest. */
export const fittingHistory = (
  entries: readonly Entry[],
  { after, before }: Pick<HistoryQuery, 'after' | 'before'>,
): readonly Entry[] => (after > 0 && before === 0 ? fitting : fittingLast)(entries, limits.maxPageBytes)

export type ListPage = {
  readonly conversations: readonly ConversationSummary[]
  /** `before` of the next page; 0 when there is none. */
  readonly next: Offset
  readonly receipts: readonly ReceiptMark[]
}

export const fittingList = (found: ConversationList, { limit }: Pick<ListQuery, 'limit'>): ListPage => {
  const conversations = fitting(found.conversations, limits.maxPageBytes)
  const mayGoOn = found.conversations.length === limit || conversations.length < found.conversations.length
  const kept = new Set(conversations.map(({ id }) => id))
  const marks = found.receipts.filter(({ conversation }) => kept.has(conversation))
  return {
    conversations,
    next: mayGoOn ? (conversations.at(-1)?.lastOffset ?? NO_OFFSET) : NO_OFFSET,
    receipts: fitting(marks, limits.maxPageBytes),
  }
}

export const fittingChunk = (chunk: ReplayChunk): ReplayChunk => {
  const entries = fitting(chunk.entries, limits.maxPageBytes)
  const last = entries.at(-1)
  return last && entries.length < chunk.entries.length ? { entries, upTo: last.offset, more: true } : chunk
}
