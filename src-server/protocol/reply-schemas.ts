// Quick replies: texts that agents keep for what they say often, their own or the whole desk's. Each is one journal setting
// (`reply.<owner>.<id>`), null when deleted. Shapes and bounds; what must fit together is core/replies. Clients: types only.
import { Type, type Static, type TProperties } from 'typebox'
import type { FileRef } from './domain.ts'
import type { AgentId, FileKey, GroupId, ReplyId } from './ids.ts'
import { limits } from './limits.ts'

const idOf = <Brand extends number>(minimum: number) =>
  Type.Unsafe<Brand>(Type.Integer({ minimum, maximum: Number.MAX_SAFE_INTEGER }))
const text = (maxLength: number) => Type.String({ maxLength })
const exact = <Fields extends TProperties>(fields: Fields) => Type.Object(fields, { additionalProperties: false })
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const id = idOf<ReplyId>(1)
const count = Type.Integer({ minimum: 0 })

const replyFields = {
  title: text(limits.maxNameLength),
  /** Typed after the slash; empty = none. No two of one owner are the same. */
  shortcut: text(limits.maxReplyShortcutLength),
  /** Empty = in none. */
  folder: text(limits.maxReplyFolderLength),
  /** With variables such as {{visitor.name}}; who inserts it sees what is missing. */
  text: text(limits.maxReplyLength),
  /** Whose members a shared one is offered to; EVERYONE for all. */
  group: idOf<GroupId>(0),
}

/** As stored. `owner` NO_AGENT = shared by all. */
export const QuickReply = exact({
  id,
  owner: idOf<AgentId>(0),
  ...replyFields,
  file: orNull(
    Type.Unsafe<FileRef>(
      Type.Object({
        key: Type.String(),
        name: Type.String(),
        bytes: count,
        mime: Type.String(),
        width: count,
        height: count,
      }),
    ),
  ),
})
export type QuickReply = Static<typeof QuickReply>

/** What may be changed: a reply stays whose it is. */
export const QuickReplyWish = exact({ ...replyFields, file: orNull(Type.Unsafe<FileKey>(text(64))) })
export type QuickReplyWish = Static<typeof QuickReplyWish>

export const NewQuickReply = exact({ shared: Type.Boolean(), ...QuickReplyWish.properties })
export type NewQuickReply = Static<typeof NewQuickReply>

/** Of a stored value: whoever changes it says which one they saw. */
export const QuickReplyRow = Type.Object({ version: text(32), ...QuickReply.properties })
export type QuickReplyRow = Static<typeof QuickReplyRow>

export const QuickReplyQuery = Type.Object({ after: Type.Optional(text(100)) })

/** GET /quick-replies: what changed since a cursor, the rest of it in further pages. */
export const QuickReplyPage = Type.Object({
  /** The cursor was of no use (none, another start of the server, other groups): these come in place of all that was known. */
  fresh: Type.Boolean(),
  replies: Type.Array(QuickReplyRow),
  /** Deleted, or not for this agent any more. */
  gone: Type.Array(id),
  cursor: Type.String(),
  more: Type.Boolean(),
})
export type QuickReplyPage = Static<typeof QuickReplyPage>

/** POST /quick-replies/import: several at once, each judged alone. */
export const ReplyImport = exact({ replies: Type.Array(NewQuickReply, { maxItems: limits.maxRepliesPerImport }) })
export type ReplyImport = Static<typeof ReplyImport>
export const ReplyImported = Type.Object({
  added: count,
  /** Already there, word for word: an import may be tried again. */
  known: count,
  refused: Type.Array(Type.Object({ index: count, field: Type.String(), code: Type.String() })),
})
export type ReplyImported = Static<typeof ReplyImported>
