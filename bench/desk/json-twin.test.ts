import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { encodeClientFrame, encodePacked, encodeServerFrame, type Cid, type ConversationId } from '#protocol'
import { clientFrameAsText, serverFrameAsText } from './json-twin.ts'

const UUID_BYTES = 36

it('an id weighs a UUID, a text itself', () => {
  const frame = { type: 'send' as const, cid: 'bench-1', conversation: 7 as ConversationId, text: '茶', files: [] }
  const bytes = encodeClientFrame({ ...frame, cid: frame.cid as Cid })
  const rest = JSON.stringify({ ...frame, cid: '', conversation: '' })
  expect(clientFrameAsText(bytes)).toBe(Buffer.byteLength(rest) + 2 * UUID_BYTES)
})

it('a packed frame weighs what it unpacks to', () => {
  const bytes = encodeServerFrame({
    type: 'typing',
    conversation: 1 as ConversationId,
    author: { kind: 'agent', id: 3 },
    active: true,
  })
  expect(serverFrameAsText(encodePacked(deflateRawSync(bytes)))).toBe(serverFrameAsText(bytes))
  expect(serverFrameAsText(bytes)).toBeGreaterThan(3 * bytes.length)
})
