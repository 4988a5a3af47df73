// Entries as rows. author_kind and kind are the wire's numbers, which never change their meaning.
import {
  asRevised,
  authorKinds,
  entryKinds,
  isWritten,
  type AuthorKind,
  type ConversationId,
  type Entry,
  type EntryKind,
  type EpochMs,
  type Offset,
  type Seq,
} from '../../protocol/index.ts'

export type EntryRow = {
  readonly offset: Offset
  readonly at: EpochMs
  readonly conversation: ConversationId
  readonly seq: Seq
  readonly author_kind: number
  readonly author_id: number
  readonly kind: number
  readonly body: string
  /** JSON of what became of a message since; null: nothing. */
  readonly revision: string | null
}

export const authorKindNumber = (kind: AuthorKind): number => authorKinds.indexOf(kind)
export const entryKindNumber = (kind: EntryKind): number => entryKinds.indexOf(kind)
export const entryKindOf = (number: number): EntryKind => entryKinds[number] ?? 'hidden'
export const authorKindOf = (number: number): AuthorKind => authorKinds[number] ?? 'system'

const REVISABLE = [entryKindNumber('message.sent'), entryKindNumber('note.added')].join()

/** Of `entries e`. What was edited or recalled comes with its revision, so that no page shows what is not so any more. */
export const ENTRY_COLUMNS = `e.offset, e.at, e.conversation, e.seq, e.author_kind, e.author_id, e.kind, e.body,
  CASE WHEN e.kind IN (${REVISABLE}) THEN (
    SELECT json_object('offset', r.offset, 'at', r.at, 'text', r.text) FROM revisions r WHERE r.message = e.offset
  ) END AS revision`

/** As it was written first. */
export const originalOf = (row: EntryRow): Entry => entryOf({ ...row, revision: null })

/** As it is now. */
export const entryOf = (row: EntryRow): Entry => {
  const body: unknown = JSON.parse(row.body)
  const kind = entryKindOf(row.kind)
  const author = { kind: authorKindOf(row.author_kind), id: row.author_id }
  const { offset, at, conversation, seq } = row
  // The kind and its body were stored together.
  const entry = { offset, at, conversation, seq, author, kind, body } as Entry
  return row.revision !== null && isWritten(entry)
    ? asRevised(entry, JSON.parse(row.revision) as Parameters<typeof asRevised>[1])
    : entry
}
