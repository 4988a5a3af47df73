// Entries as rows. author_kind and kind are the wire's numbers, which never change their meaning.
import {
  authorKinds,
  entryKinds,
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
}

export const ENTRY_COLUMNS = 'e.offset, e.at, e.conversation, e.seq, e.author_kind, e.author_id, e.kind, e.body'

export const authorKindNumber = (kind: AuthorKind): number => authorKinds.indexOf(kind)
export const entryKindNumber = (kind: EntryKind): number => entryKinds.indexOf(kind)
export const entryKindOf = (number: number): EntryKind => entryKinds[number] ?? 'hidden'
export const authorKindOf = (number: number): AuthorKind => authorKinds[number] ?? 'system'

export const entryOf = (row: EntryRow): Entry => {
  const body: unknown = JSON.parse(row.body)
  const kind = entryKindOf(row.kind)
  const author = { kind: authorKindOf(row.author_kind), id: row.author_id }
  const { offset, at, conversation, seq } = row
  return { offset, at, conversation, seq, author, kind, body } as Entry // the kind and its body were stored together
}
