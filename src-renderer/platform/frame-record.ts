// The last frames of this page's connections, for a person who looks for a fault: when, which way, of what kind, how large. Reads the
// one byte that tells the kind; what a frame says is neither read nor kept.
import type { ClientEnvironment } from '#client/environment.ts'
import { clientFrameTable, PACKED_ID, serverFrameTable, type WireRow } from '#protocol/frame-tables.ts'

export type RecordedFrame = {
  readonly at: number
  readonly way: 'in' | 'out'
  readonly kind: string
  readonly bytes: number
}

/** Some minutes of a calm desk. */
const MAX_FRAMES = 60

export type FrameRecord = {
  /** The same environment, whose sockets are listened to. */
  listen(environment: ClientEnvironment): ClientEnvironment
  /** Oldest first. */
  frames(): readonly RecordedFrame[]
}

const kinds = (table: Readonly<Record<string, WireRow>>): ReadonlyMap<number, string> =>
  new Map(Object.entries(table).map(([kind, { id }]) => [id, kind]))
const kindsOut = kinds(clientFrameTable)
const kindsIn = new Map([...kinds(serverFrameTable), [PACKED_ID, 'packed']])

/** A frame is a short msgpack array that begins with its small id. */
const kindOf = (bytes: Uint8Array, known: ReadonlyMap<number, string>): string => {
  const [head = 0, id = 0] = bytes
  return (head >> 4 === 9 ? known.get(id) : undefined) ?? 'unknown'
}

export function createFrameRecord(): FrameRecord {
  let kept: readonly RecordedFrame[] = []
  const keep = (frame: RecordedFrame): void => {
    kept = [...kept.slice(1 - MAX_FRAMES), frame]
  }
  return {
    listen: (environment) => ({
      ...environment,
      openSocket: (url, subprotocol, events) => {
        const socket = environment.openSocket(url, subprotocol, {
          ...events,
          received: (bytes) => {
            keep({ at: environment.now(), way: 'in', kind: kindOf(bytes, kindsIn), bytes: bytes.length })
            events.received(bytes)
          },
        })
        return {
          ...socket,
          send: (bytes) => {
            keep({ at: environment.now(), way: 'out', kind: kindOf(bytes, kindsOut), bytes: bytes.length })
            socket.send(bytes)
          },
        }
      },
    }),
    frames: () => kept,
  }
}

/** Of this page. */
export const frameRecord = createFrameRecord()
