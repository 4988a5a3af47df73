// Delivered and read marks: they only move forward (D6).
import type { Author, Offset, ReceiptMark, Viewer } from '#protocol'
import { NO_OFFSET, THE_VISITOR } from '#protocol'

export const authorOf = (viewer: Viewer): Author => ({
  kind: viewer.kind,
  id: viewer.kind === 'visitor' ? THE_VISITOR : viewer.id,
})

export const isSameAuthor = (one: Author, other: Author): boolean => one.kind === other.kind && one.id === other.id

export const markOf = (marks: readonly ReceiptMark[], reader: Author): ReceiptMark | undefined =>
  marks.find((mark) => isSameAuthor(mark.reader, reader))

export const readMarkOf = (marks: readonly ReceiptMark[], viewer: Viewer): Offset =>
  markOf(marks, authorOf(viewer))?.read ?? NO_OFFSET

const later = (one: Offset, other: Offset): Offset => (one > other ? one : other)

/** @returns the same array when nothing moved. */
export const mergeMark = (marks: readonly ReceiptMark[], mark: ReceiptMark): readonly ReceiptMark[] => {
  const known = markOf(marks, mark.reader)
  if (!known) return [...marks, mark]
  const merged = { ...known, delivered: later(known.delivered, mark.delivered), read: later(known.read, mark.read) }
  if (merged.delivered === known.delivered && merged.read === known.read) return marks
  return marks.map((item) => (item === known ? merged : item))
}
