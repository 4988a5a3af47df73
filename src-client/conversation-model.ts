// One conversation as this client knows it: applying entries by seq, noticing gaps, marks and unread. Pure.
// Invariant: `entries` is empty, or without gaps and ends at the summary's lastSeq.
import {
  isRecalled,
  limits,
  type ConversationSummary,
  type Entry,
  type EntryOf,
  type Offset,
  type ReceiptMark,
  type Seq,
  type Viewer,
} from '#protocol'
import type { ConversationView } from './client-state.ts'
import { foldSummary, isTheirs, summaryOfOpening } from './fold-summary.ts'
import { authorOf, isSameAuthor, mergeMark, readMarkOf } from './receipt-marks.ts'
import { withRevisions } from './with-revisions.ts'

export type ConversationModel = {
  readonly view: ConversationView
  /** Highest seq heard of: above the summary's lastSeq something is missing and has to be asked for (D3). */
  readonly heardSeq: Seq
  /** Nothing before `entries` lies after this offset. */
  readonly before: Offset
  /** Our own mark moved to where no loaded entry reaches: some must be loaded to know the unread count. */
  readonly isUnreadUnsure: boolean
  /** A screen shows it: its entries are loaded and kept. */
  readonly opened: boolean
}

const contiguousTail = (entries: readonly Entry[], lastSeq: Seq): readonly Entry[] => {
  let first = entries.length
  let expected: number = lastSeq
  while (first > 0 && entries[first - 1]?.seq === expected) {
    first -= 1
    expected -= 1
  }
  return entries.slice(first)
}

const withEntries = (view: ConversationView, entries: readonly Entry[]): ConversationView => ({
  ...view,
  entries,
  atStart: entries[0]?.seq === 1,
})

const justBefore = (entries: readonly Entry[]): Offset | undefined => entries[0] && ((entries[0].offset - 1) as Offset)

/** `entries`: what is known of it, by rising seq. Only those that reach up to the summary without a gap are kept. */
export const conversationOf = (
  summary: ConversationSummary,
  entries: readonly Entry[] = [],
  marks: readonly ReceiptMark[] = [],
): ConversationModel => {
  const tail = contiguousTail(entries, summary.lastSeq)
  return {
    view: withEntries({ summary, entries: [], atStart: false, loading: false, marks, typing: [] }, tail),
    heardSeq: summary.lastSeq,
    before: justBefore(tail) ?? summary.lastOffset,
    isUnreadUnsure: false,
    opened: false,
  }
}

export const conversationFromOpening = (entry: EntryOf<'conversation.opened'>): ConversationModel =>
  conversationOf(summaryOfOpening(entry), [entry])

const trimmed = (model: ConversationModel): ConversationModel => {
  const { entries } = model.view
  if (model.opened || entries.length <= 2 * limits.unopenedEntriesKept) return model
  const kept = entries.slice(-limits.unopenedEntriesKept)
  return { ...model, view: withEntries(model.view, kept), before: justBefore(kept) ?? model.before }
}

/** The same model for an entry that is known already; only `heardSeq` moves when entries before it are missing. */
export const applyEntry = (model: ConversationModel, entry: Entry, viewer: Viewer): ConversationModel => {
  const { view } = model
  if (entry.seq <= view.summary.lastSeq) return model
  if (entry.seq > view.summary.lastSeq + 1)
    return entry.seq > model.heardSeq ? { ...model, heardSeq: entry.seq } : model
  const summary = foldSummary(view.summary, entry, viewer, readMarkOf(view.marks, viewer))
  const typing =
    entry.kind === 'message.sent' && view.typing.length > 0
      ? view.typing.filter((author) => !isSameAuthor(author, entry.author))
      : view.typing
  return trimmed({
    ...model,
    view: withEntries({ ...view, summary, typing }, [...withRevisions(view.entries, [entry]), entry]),
    heardSeq: entry.seq > model.heardSeq ? entry.seq : model.heardSeq,
  })
}

/** Counts the unread anew after our own mark moved, or after entries came that were needed for it. */
const recounted = (model: ConversationModel, viewer: Viewer): ConversationModel => {
  const { summary, entries, marks, atStart } = model.view
  const read = readMarkOf(marks, viewer)
  const isUnread = (entry: Entry): boolean =>
    entry.kind === 'message.sent' && entry.offset > read && isTheirs(entry.author, viewer) && !isRecalled(entry)
  const counted = Math.min(entries.filter(isUnread).length, limits.maxUnreadCounted)
  const isSure = atStart || read >= model.before || summary.unread === 0 || counted === limits.maxUnreadCounted
  const unread = isSure ? Math.min(counted, summary.unread) : summary.unread
  if (unread === summary.unread && isSure !== model.isUnreadUnsure) return model
  return { ...model, isUnreadUnsure: !isSure, view: { ...model.view, summary: { ...summary, unread } } }
}

/** A page of history: what lies after the newest known entry is applied, what lies before the oldest is put in front. */
export const applyHistory = (model: ConversationModel, page: readonly Entry[], viewer: Viewer): ConversationModel => {
  const rising = page.toSorted((one, other) => one.seq - other.seq)
  let next = model
  for (const entry of rising) next = applyEntry(next, entry, viewer)
  const { view } = next
  let oldest = view.entries[0]?.seq ?? view.summary.lastSeq + 1
  const earlier: Entry[] = []
  for (const entry of rising.toReversed()) {
    if (entry.seq !== oldest - 1) continue
    earlier.push(entry)
    oldest = entry.seq
  }
  if (earlier.length === 0) return next
  const entries = [...withRevisions(earlier.toReversed(), view.entries), ...view.entries]
  const extended = { ...next, view: withEntries(view, entries), before: justBefore(entries) ?? next.before }
  return next.isUnreadUnsure ? recounted(extended, viewer) : extended
}

/** Entries after this seq are known to exist and are missing here; undefined when nothing is. */
export const missingAfter = (model: ConversationModel): Seq | undefined =>
  model.heardSeq > model.view.summary.lastSeq ? model.view.summary.lastSeq : undefined

/** The same model when the mark did not move. */
export const applyMark = (model: ConversationModel, mark: ReceiptMark, viewer: Viewer): ConversationModel => {
  const marks = mergeMark(model.view.marks, mark)
  if (marks === model.view.marks) return model
  const marked = { ...model, view: { ...model.view, marks } }
  return isSameAuthor(mark.reader, authorOf(viewer)) ? recounted(marked, viewer) : marked
}
