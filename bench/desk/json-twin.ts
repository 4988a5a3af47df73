// What the same traffic would weigh as a team writes it first: JSON text in every frame, a UUID for every id.
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { decodeServerFrame } from '#protocol'
import { decodeClientFrame } from '#protocol/codec.ts'

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

/** The same id is the same UUID wherever it stands: that is what compression finds again. */
const uuidOf = (value: number | string): string => {
  const digits = createHash('md5').update(String(value)).digest('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}

export const asJsonText = (frame: unknown): string =>
  JSON.stringify(frame, (key, value: unknown) =>
    idFields.has(key) && (typeof value === 'number' || typeof value === 'string') && value !== 0
      ? uuidOf(value)
      : value,
  )

const asText = (frame: unknown): number => Buffer.byteLength(asJsonText(frame))

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
