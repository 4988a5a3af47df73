// How frames and entries lie on the wire: msgpack arrays [typeId, ...fields]. One table serves both directions.
// Ids and field order never change; new fields go at the end and old peers ignore them.
import type { ClientFrameOf, ClientFrameType } from './client-frames.ts'
import type { EntryBodies, EntryKind } from './entries.ts'
import type { ServerFrames, ServerFrameType } from './server-frames.ts'

export type WireRow = { readonly id: number; readonly fields: readonly string[] }

type FieldsOf<Body> = readonly (keyof Body & string)[]

const clientRow = <Type extends ClientFrameType>(
  id: number,
  fields: FieldsOf<Omit<ClientFrameOf<Type>, 'type'>>,
): WireRow => ({ id, fields })
const serverRow = <Type extends ServerFrameType>(id: number, fields: FieldsOf<ServerFrames[Type]>): WireRow => ({
  id,
  fields,
})
const bodyFields = <Kind extends EntryKind>(fields: FieldsOf<EntryBodies[Kind]>): readonly string[] => fields

export const clientFrameTable: Readonly<Record<ClientFrameType, WireRow>> = {
  hello: clientRow<'hello'>(1, ['version', 'token', 'epoch', 'cursor', 'scope', 'locale', 'app']),
  resume: clientRow<'resume'>(2, ['epoch', 'cursor']),
  send: clientRow<'send'>(3, ['cid', 'conversation', 'text', 'files', 'quote', 'reply', 'seen']),
  receipt: clientRow<'receipt'>(4, ['conversation', 'delivered', 'read']),
  typing: clientRow<'typing'>(5, ['conversation', 'active']),
  history: clientRow<'history'>(6, ['rid', 'conversation', 'after', 'before', 'limit']),
  list: clientRow<'list'>(7, ['rid', 'view', 'visitor', 'before', 'limit']),
  assign: clientRow<'assign'>(8, ['rid', 'conversation', 'agent']),
  transfer: clientRow<'transfer'>(9, ['rid', 'conversation', 'agent', 'note']),
  close: clientRow<'close'>(10, ['rid', 'conversation', 'reason']),
  status: clientRow<'status'>(11, ['rid', 'status']),
  page: clientRow<'page'>(12, ['url', 'title', 'referrer', 'zone']),
  beat: clientRow<'beat'>(13, []),
  queue: clientRow<'queue'>(14, ['rid', 'conversation', 'group', 'note']),
  note: clientRow<'note'>(15, ['rid', 'cid', 'conversation', 'text', 'mentions']),
  answer: clientRow<'answer'>(16, ['rid', 'conversation', 'accept', 'note']),
  ask: clientRow<'ask'>(17, ['rid', 'conversation', 'agent', 'note']),
  watch: clientRow<'watch'>(18, ['conversation']),
  revise: clientRow<'revise'>(19, ['cid', 'conversation', 'message', 'text']),
}

export const serverFrameTable: Readonly<Record<ServerFrameType, WireRow>> = {
  welcome: serverRow<'welcome'>(1, ['epoch', 'serverTime', 'heartbeatMs', 'viewer', 'takes']),
  entry: serverRow<'entry'>(2, ['entry']),
  entries: serverRow<'entries'>(3, ['entries']),
  live: serverRow<'live'>(4, ['cursor', 'announcement']),
  reset: serverRow<'reset'>(5, ['reason', 'snapshot']),
  ack: serverRow<'ack'>(6, ['cid', 'conversation', 'offset', 'seq', 'at']),
  reject: serverRow<'reject'>(7, ['cid', 'code']),
  receipts: serverRow<'receipts'>(8, ['marks']),
  typing: serverRow<'typing'>(9, ['conversation', 'author', 'active']),
  presence: serverRow<'presence'>(10, ['agent', 'connected']),
  visitor: serverRow<'visitor'>(11, ['visitor', 'online', 'page']),
  history: serverRow<'history'>(12, ['rid', 'conversation', 'entries']),
  list: serverRow<'list'>(13, ['rid', 'conversations', 'next', 'receipts']),
  done: serverRow<'done'>(14, ['rid']),
  fail: serverRow<'fail'>(15, ['rid', 'code']),
  beat: serverRow<'beat'>(16, ['head', 'last', 'at']),
  bye: serverRow<'bye'>(17, ['code', 'retryAfterMs']),
  place: serverRow<'place'>(19, ['conversation', 'state', 'position', 'waitMs', 'opensAt']),
  offer: serverRow<'offer'>(20, ['conversation', 'agent', 'group', 'until', 'why', 'from', 'note']),
  offerOver: serverRow<'offerOver'>(21, ['conversation', 'agent', 'why', 'note']),
  announcement: serverRow<'announcement'>(22, ['announcement']),
  people: serverRow<'people'>(23, ['connected', 'disconnected', 'online', 'offline']),
  viewers: serverRow<'viewers'>(24, ['conversation', 'agents']),
}

/** Type id of the wrapper [id, deflate-raw bytes of another frame]. Server frames count past it. */
export const PACKED_ID = 18

export const entryBodyTable: Readonly<Record<EntryKind, readonly string[]>> = {
  hidden: bodyFields<'hidden'>([]),
  'message.sent': bodyFields<'message.sent'>(['cid', 'text', 'files', 'quote', 'reply', 'revision']),
  'conversation.opened': bodyFields<'conversation.opened'>(['visitor']),
  'conversation.assigned': bodyFields<'conversation.assigned'>(['agent', 'agentName', 'previous', 'reason']),
  'conversation.transferred': bodyFields<'conversation.transferred'>(['from', 'to', 'toName', 'note']),
  'conversation.closed': bodyFields<'conversation.closed'>(['reason']),
  'conversation.reopened': bodyFields<'conversation.reopened'>([]),
  'agent.changed': bodyFields<'agent.changed'>(['agent']),
  'agent.status': bodyFields<'agent.status'>(['agent', 'status']),
  'setting.changed': bodyFields<'setting.changed'>(['key', 'before', 'after']),
  'conversation.queued': bodyFields<'conversation.queued'>([
    'group',
    'groupName',
    'agents',
    'priority',
    'reason',
    'note',
    'front',
  ]),
  'note.added': bodyFields<'note.added'>(['cid', 'text', 'revision', 'mentions']),
  'message.revised': bodyFields<'message.revised'>(['cid', 'message', 'text', 'isNote', 'isUnanswered']),
  'conversation.rated': bodyFields<'conversation.rated'>(['cid', 'score', 'comment', 'closedAt', 'agent', 'group']),
}
