// Connections that only listen: many windows of a few visitors outside the crowd, who can stop reading and start again.
import { encodeClientFrame, limits } from '#protocol'
import { serverFrameTable } from '#protocol/frame-tables.ts'
import { clientFrame, opcodes, openRawSocket, type RawSocket } from '../raw-socket.ts'
import type { OpenDesk } from './open-desk.ts'

/** As many windows of one person as are let in. */
const WINDOWS_EACH = limits.maxConnectionsPerIdentity
export const listenersOf = (count: number): number => Math.ceil(count / WINDOWS_EACH)

const beat = clientFrame(encodeClientFrame({ type: 'beat' }), opcodes.binary)

const BEAT_EVERY_MS = limits.heartbeatMs

export type Listeners = {
  /** They still say that they are there: else they would end as `silent`, before or after they end as slow. */
  stopReading(): void
  /** Connections that have ended. */
  readonly ended: number
  close(): void
}

const openOne = (desk: OpenDesk, index: number, ended: () => void): Promise<RawSocket> =>
  new Promise((resolve) => {
    const socket = openRawSocket({
      port: desk.server.port,
      path: desk.dialect.path,
      subprotocol: desk.dialect.subprotocol,
      localAddress: `127.0.2.${1 + Math.floor(index / WINDOWS_EACH)}`,
      opened(opened) {
        for (const frame of desk.outsiders.greet(Math.floor(index / WINDOWS_EACH))) opened.write(frame)
      },
      heard(bytes, start) {
        if (bytes[start + 1] === serverFrameTable.beat.id) socket.write(beat)
        if (bytes[start + 1] === serverFrameTable.live.id) resolve(socket)
      },
      closed: ended,
    })
  })

/** All are live when it resolves. The desk has `listenersOf(count)` visitors outside. */
export const openListeners = async (desk: OpenDesk, count: number): Promise<Listeners> => {
  let ended = 0
  const sockets = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      openOne(desk, index, () => {
        ended += 1
      }),
    ),
  )
  let beating: NodeJS.Timeout | undefined
  return {
    get ended() {
      return ended
    },
    stopReading() {
      for (const socket of sockets) socket.pause()
      beating = setInterval(() => {
        for (const socket of sockets) socket.write(beat)
      }, BEAT_EVERY_MS)
    },
    close() {
      clearInterval(beating)
      for (const socket of sockets) socket.destroy()
    },
  }
}
