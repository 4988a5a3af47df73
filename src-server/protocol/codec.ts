// Bytes ↔ frames. Owns the msgpack coder and the array layout; knows nothing of sockets, compression or meaning.
import { Decoder, Encoder } from '@msgpack/msgpack'
import type { ClientFrame, ClientFrameType } from './client-frames.ts'
import { clientFrameTable, PACKED_ID, serverFrameTable, type WireRow } from './frame-tables.ts'
import { limits } from './limits.ts'
import { fail, ok, type Result } from './result.ts'
import type { ServerFrame, ServerFrameType } from './server-frames.ts'
import { entryFromWire, entryToWire } from './wire-entry.ts'
import type { Entry } from './entries.ts'

const encoder = new Encoder({ ignoreUndefined: true })
// Pure: whoever only speaks to a server leaves the client's side out.
// Lengths are promises of the sender, and the coder allocates an array when it reads its length: 64 KB of nested array
// headers could claim gigabytes. A client's frame is flat and holds no map (D9).
const clientDecoder = /* @__PURE__ */ new Decoder({
  maxStrLength: limits.maxClientFrameBytes,
  maxBinLength: limits.maxClientFrameBytes,
  maxArrayLength: limits.maxClientArrayLength,
  maxMapLength: 0,
  maxExtLength: 16,
})
const serverDecoder = new Decoder({
  maxStrLength: limits.maxUnpackedFrameBytes,
  maxBinLength: limits.maxUnpackedFrameBytes,
  maxArrayLength: limits.maxUnpackedFrameBytes,
  maxMapLength: 1_000,
  maxExtLength: 16,
})

const typesById = <Type extends string>(table: Readonly<Record<Type, WireRow>>): ReadonlyMap<number, Type> =>
  new Map((Object.keys(table) as Type[]).map((type) => [table[type].id, type]))
const clientTypes: ReadonlyMap<number, ClientFrameType> = /* @__PURE__ */ typesById(clientFrameTable)
const serverTypes: ReadonlyMap<number, ServerFrameType> = typesById(serverFrameTable)

const toWire = (frame: { readonly type: string }, row: WireRow): unknown[] => {
  const fields: Record<string, unknown> = frame
  return [row.id, ...row.fields.map((field) => fields[field])]
}

const fromWire = (type: string, row: WireRow, wire: readonly unknown[]): Record<string, unknown> => {
  const frame: Record<string, unknown> = { type }
  row.fields.forEach((field, index) => {
    frame[field] = wire[index + 1]
  })
  return frame
}

const decodeArray = (decoder: Decoder, bytes: Uint8Array): readonly unknown[] | undefined => {
  try {
    const value: unknown = decoder.decode(bytes)
    return Array.isArray(value) && value.length > 0 ? value : undefined
  } catch {
    // The coder throws on every kind of bad bytes; which kind matters to nobody: the frame is refused as a whole.
    return undefined
  }
}

export const encodeClientFrame = (frame: ClientFrame): Uint8Array => {
  const wire = toWire(frame, clientFrameTable[frame.type])
  // What is not said at the end costs nothing, and reads the same.
  while (wire.at(-1) === undefined) wire.pop()
  return encoder.encode(wire)
}

/**
 * Takes any bytes without throwing or allocating past the frame's own size (D10).
 * @returns an object with the right `type`, its fields not yet checked: the edge runs the schema next.
 */
export const decodeClientFrame = (
  bytes: Uint8Array,
): Result<{ readonly type: ClientFrameType } & Record<string, unknown>> => {
  const wire = decodeArray(clientDecoder, bytes)
  const type = typeof wire?.[0] === 'number' ? clientTypes.get(wire[0]) : undefined
  if (!wire || !type) return fail('bad_frame')
  return ok({ ...fromWire(type, clientFrameTable[type], wire), type })
}

export const encodeServerFrame = (frame: ServerFrame): Uint8Array => {
  const wire = toWire(frame, serverFrameTable[frame.type])
  if (frame.type === 'entry') wire[1] = entryToWire(frame.entry)
  if (frame.type === 'entries') wire[1] = frame.entries.map(entryToWire)
  if (frame.type === 'history') wire[3] = frame.entries.map(entryToWire)
  if (frame.type === 'reset' && frame.snapshot.kind === 'visitor')
    wire[2] = { ...frame.snapshot, entries: frame.snapshot.entries.map(entryToWire) }
  return encoder.encode(wire)
}

/** Wraps an encoded frame that the caller has deflated (raw deflate). */
export const encodePacked = (deflated: Uint8Array): Uint8Array => encoder.encode([PACKED_ID, deflated])

const entriesFromWire = (wire: unknown): Entry[] | undefined => {
  if (!Array.isArray(wire)) return undefined
  const entries: Entry[] = []
  for (const item of wire) {
    const entry = entryFromWire(item)
    if (!entry) return undefined
    entries.push(entry)
  }
  return entries
}

/** `unknown`: a newer server's frame of a type that this client has no row for. To be ignored (D10.10). */
export type DecodedServerFrame =
  | ServerFrame
  | { readonly type: 'packed'; readonly deflated: Uint8Array }
  | { readonly type: 'unknown' }

/** For readers who inflate nothing and know every frame: tests, the load generator. */
export const isServerFrame = (frame: DecodedServerFrame): frame is ServerFrame =>
  frame.type !== 'packed' && frame.type !== 'unknown'

/**
 * A structural check only: clients trust their server, yet never crash on what a proxy made of its bytes.
 * A `packed` frame is handed back for the caller to inflate (bounded by limits.maxUnpackedFrameBytes) and decode again.
 */
export const decodeServerFrame = (bytes: Uint8Array): Result<DecodedServerFrame> => {
  const wire = decodeArray(serverDecoder, bytes)
  if (!wire) return fail('bad_frame')
  if (wire[0] === PACKED_ID)
    return wire[1] instanceof Uint8Array ? ok({ type: 'packed', deflated: wire[1] }) : fail('bad_frame')
  if (typeof wire[0] !== 'number') return fail('bad_frame')
  const type = serverTypes.get(wire[0])
  if (!type) return ok({ type: 'unknown' })
  const frame = fromWire(type, serverFrameTable[type], wire)
  if (type === 'entry') frame['entry'] = entryFromWire(frame['entry'])
  if (type === 'entries' || type === 'history') frame['entries'] = entriesFromWire(frame['entries'])
  if (type === 'reset') frame['snapshot'] = snapshotFromWire(frame['snapshot'])
  // Before it was said, there were thirteen.
  if (type === 'welcome') frame['takes'] ??= 13
  if (type === 'live') frame['announcement'] ??= null
  for (const field of serverFrameTable[type].fields) if (frame[field] === undefined) return fail('bad_frame')
  // The table fixed the names and the loop above that none is missing; their types are the server's word.
  return ok(frame as unknown as ServerFrame)
}

const snapshotFromWire = (snapshot: unknown): unknown => {
  if (typeof snapshot !== 'object' || snapshot === null) return undefined
  if (!('entries' in snapshot)) return snapshot
  const entries = entriesFromWire(snapshot.entries)
  return entries && { ...snapshot, entries }
}
