// The generator reads frames by place: what the codec writes must lie where it looks.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  encodePacked,
  encodeServerFrame,
  type Cid,
  type ConversationId,
  type Entry,
  type EpochMs,
  type Offset,
  type Seq,
  type ServerFrame,
  type VisitorId,
} from '#protocol'
import { parseClientFrame } from '#protocol/parse-client-frame.ts'
import { digitsOf, DIGITS, heard, type Heard, type HeardDetails } from '../dialect.ts'
import { createFrontdeskDialect } from './frontdesk-dialect.ts'

const dialect = createFrontdeskDialect({
  agents: [],
  visitors: [{ id: 1 as VisitorId, token: 'v1', conversation: 4_711 as ConversationId }],
  epoch: 'epoch',
  cursor: 9,
  tokenOf: () => 'v1',
})

const message = (offset: number, number: number): Entry => ({
  kind: 'message.sent',
  offset: offset as Offset,
  at: 1_790_000_000_000 as EpochMs,
  conversation: 70_000 as ConversationId,
  seq: 300 as Seq,
  author: { kind: 'agent', id: 3 },
  body: { cid: `bench-${digitsOf(number)}` as Cid, text: '你好', files: [] },
})

const hear = (frame: ServerFrame): { readonly kind: Heard } & HeardDetails => {
  const bytes = Buffer.from(encodeServerFrame(frame))
  // Somewhere within what was read, as it comes from the network.
  const read = Buffer.concat([Buffer.alloc(5, 1), bytes, Buffer.from('bench-99999999')])
  const into: HeardDetails = { numbers: [], offset: 0 }
  return { kind: dialect.hear(read, 5, 5 + bytes.length, into), ...into }
}

describe('the generator’s reading of Frontdesk', () => {
  it.each([1, 127, 128, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296])(
    'finds the offset %i and the number of a message',
    (offset) => {
      expect(hear({ type: 'entry', entry: message(offset, 123) })).toEqual({
        kind: heard.message,
        offset,
        numbers: [123],
      })
    },
  )

  it.each([1, 15, 16, 40])('finds all %i messages of a replay', (count) => {
    const entries = Array.from({ length: count }, (_, index) => message(1_000 + index, index))
    expect(hear({ type: 'entries', entries })).toEqual({
      kind: heard.message,
      offset: 0,
      numbers: entries.map((_, index) => index),
    })
  })

  it('finds all messages of a long replay, which comes packed', () => {
    const entries = Array.from({ length: 200 }, (_, index) => message(1_000 + index, index))
    const bytes = Buffer.from(encodePacked(deflateRawSync(encodeServerFrame({ type: 'entries', entries }))))
    const into: HeardDetails = { numbers: [], offset: 0 }
    expect(dialect.hear(bytes, 0, bytes.length, into)).toBe(heard.message)
    expect(into.numbers).toEqual(entries.map((_, index) => index))
  })

  it('knows acknowledgements, what is live, and what is refused', () => {
    const cid = `bench-${digitsOf(42)}` as Cid
    const ack = { cid, conversation: 1, offset: 2, seq: 3, at: 4 } as const
    expect(hear({ type: 'ack', ...ack } as ServerFrame)).toMatchObject({ kind: heard.ack, numbers: [42] })
    expect(hear({ type: 'live', cursor: 70_000 as Offset, announcement: null })).toMatchObject({
      kind: heard.live,
      offset: 70_000,
    })
    expect(hear({ type: 'reject', cid, code: 'flood' }).kind).toBe(heard.refused)
    expect(
      hear({ type: 'typing', conversation: 1 as ConversationId, author: { kind: 'visitor', id: 0 }, active: true })
        .kind,
    ).toBe(heard.nothing)
  })

  it('writes messages whose number can be put in', () => {
    const { frame, digitsAt } = dialect.message({ conversation: 0, side: 'visitor' }, '茶壶')
    frame.write(digitsOf(77), digitsAt, DIGITS, 'latin1')
    // Header and mask of a short frame.
    const said = parseClientFrame(frame.subarray(6))
    expect(said).toMatchObject({
      ok: true,
      value: { type: 'send', cid: 'bench-00000077', conversation: 4_711, text: '茶壶' },
    })
  })
})
