// What the same traffic would weigh as a team writes it first: JSON text in every frame, a UUID for every id.
import { inflateRawSync } from 'node:zlib'
import { decodeServerFrame } from '#protocol'
import { decodeClientFrame } from '#protocol/codec.ts'

const A_UUID = '0b9f2c1e-6a3d-4f57-9d0a-8c2e5b7f1a64'
/** Ours are numbers, or shorter than a UUID. */
const idFields: ReadonlySet<string> = new Set([
  'agent',
  'cid',
  'conversation',
  'cursor',
  'delivered',
  'epoch',
  'group',
  'head',
  'id',
  'last',
  'lastOffset',
  'offset',
  'owner',
  'previous',
  'read',
  'rid',
  'visitor',
])

const asText = (frame: unknown): number =>
  Buffer.byteLength(
    JSON.stringify(frame, (key, value: unknown) =>
      idFields.has(key) && (typeof value === 'number' || typeof value === 'string') && value !== 0 ? A_UUID : value,
    ),
  )

export const clientFrameAsText = (payload: Uint8Array): number => {
  const frame = decodeClientFrame(payload)
  if (!frame.ok) throw new Error('the crowd sent what is not a frame')
  return asText(frame.value)
}

/** A packed frame counts as what it unpacks to: text is not deflated by itself. */
export const serverFrameAsText = (payload: Uint8Array): number => {
  const frame = decodeServerFrame(payload)
  if (!frame.ok) throw new Error('the server sent what is not a frame')
  return frame.value.type === 'packed' ? serverFrameAsText(inflateRawSync(frame.value.deflated)) : asText(frame.value)
}
