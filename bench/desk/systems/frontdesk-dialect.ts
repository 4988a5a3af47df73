// Frontdesk's own protocol, read by place instead of decoded: the generator must not be what is measured.
import { inflateRawSync } from 'node:zlib'
import {
  decodeServerFrame,
  encodeClientFrame,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type Epoch,
  type Offset,
  type RequestId,
  type Seq,
} from '#protocol'
import { PACKED_ID, serverFrameTable } from '#protocol/frame-tables.ts'
import { collectNumbers, digitsOf, heard, templateOf, type Dialect, type Heard, type HeardDetails } from '../dialect.ts'
import type { Office } from '../office.ts'
import { clientFrame, opcodes } from '../raw-socket.ts'

/** A message's number in digits stands behind it. */
export const CID_MARK = Buffer.from('bench-')
const ids = Object.fromEntries(Object.entries(serverFrameTable).map(([type, { id }]) => [type, id]))
const HISTORY_PAGE = 50

const framed = (frame: ClientFrame): Buffer => clientFrame(encodeClientFrame(frame), opcodes.binary)
const beat = framed({ type: 'beat' })

/** A msgpack unsigned integer. */
const readUint = (bytes: Buffer, at: number): number => {
  const head = bytes[at] ?? 0
  if (head < 0x80) return head
  if (head === 0xcc) return bytes[at + 1] ?? 0
  if (head === 0xcd) return bytes.readUInt16BE(at + 1)
  if (head === 0xce) return bytes.readUInt32BE(at + 1)
  return Number(bytes.readBigUInt64BE(at + 1))
}

/** [2, [offset, …]]: both array headers of an entry are one byte long. */
const ENTRY_OFFSET_AT = 3
/** [4, cursor] */
const LIVE_CURSOR_AT = 2

/** A long frame, deflated: a page, or what an agent missed. */
const hearPacked = (bytes: Buffer, start: number, end: number, into: HeardDetails): Heard => {
  const frame = decodeServerFrame(bytes.subarray(start, end))
  if (!frame.ok || frame.value.type !== 'packed') return heard.nothing
  const unpacked = inflateRawSync(frame.value.deflated)
  return hear(unpacked, 0, unpacked.length, into)
}

const hear: Dialect['hear'] = (bytes, start, end, into) => {
  switch (bytes[start + 1]) {
    case ids['ack']:
      collectNumbers(bytes, start, end, CID_MARK, into.numbers)
      return heard.ack
    case ids['entry']:
      into.offset = readUint(bytes, start + ENTRY_OFFSET_AT)
      collectNumbers(bytes, start, end, CID_MARK, into.numbers)
      return heard.message
    case ids['entries']:
      // How far it goes is told by `live`.
      collectNumbers(bytes, start, end, CID_MARK, into.numbers)
      return heard.message
    case ids['live']:
      into.offset = readUint(bytes, start + LIVE_CURSOR_AT)
      return heard.live
    case ids['reject']:
    case ids['bye']:
      return heard.refused
    case PACKED_ID:
      return hearPacked(bytes, start, end, into)
    default:
      return heard.nothing
  }
}

export const createFrontdeskDialect = (office: Office): Dialect => {
  const conversationOf = (index: number): ConversationId => {
    const visitor = office.visitors[index]
    if (!visitor) throw new Error(`there is no conversation ${index}`)
    return visitor.conversation
  }
  return {
    path: '/ws',
    subprotocol: SUBPROTOCOL,
    greet: (member, cursor) => [
      framed({
        type: 'hello',
        version: PROTOCOL_VERSION,
        token: office.tokenOf(member),
        epoch: office.epoch as Epoch,
        cursor: (cursor || office.cursor) as Offset,
        scope: 'own',
        locale: 'en',
        app: 'bench',
      }),
    ],
    message({ conversation }, text) {
      const digits = digitsOf(12_345_678)
      const cid = `${CID_MARK.toString()}${digits}` as Cid
      return templateOf(
        framed({ type: 'send', cid, conversation: conversationOf(conversation), text, files: [] }),
        digits,
      )
    },
    typing: ({ conversation }) => framed({ type: 'typing', conversation: conversationOf(conversation), active: true }),
    receipt: ({ conversation }, offset) =>
      framed({
        type: 'receipt',
        conversation: conversationOf(conversation),
        delivered: offset as Offset,
        read: offset as Offset,
      }),
    history: ({ conversation }) =>
      framed({
        type: 'history',
        rid: 1 as RequestId,
        conversation: conversationOf(conversation),
        after: 0 as Seq,
        before: 0 as Seq,
        limit: HISTORY_PAGE,
      }),
    hear,
    answer: (bytes, start) => (bytes[start + 1] === ids['beat'] ? beat : undefined),
  }
}
