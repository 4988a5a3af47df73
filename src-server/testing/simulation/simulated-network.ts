// A bad network on a manual clock: every frame and every request takes its time, connections break, go half-open or never
// come about. Within one connection bytes keep their order, as on TCP; between connections nothing is promised.
import type { ClientSocket, HttpReply, SocketEvents } from '#client/environment.ts'
import type { Connection, ConnectionHandler } from '../../ports/connection.ts'
import { createConnectionPair, type ConnectionPair } from '../connection-pair.ts'
import type { ManualClock } from '../manual-clock.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** What answers on the other side; undefined while nobody does. */
export type ServerSide = {
  accept(connection: Connection): ConnectionHandler
  post(token: string, body: unknown): Promise<HttpReply>
  /** Resolves when it crashes: whoever waits for it learns that from the network. */
  readonly gone: Promise<void>
}

export type NetworkFaults = {
  /** Chance that a connection does not come about, or that a request or its reply is lost. */
  readonly loss: number
  readonly maxDelayMs: number
}

export type SimulatedNetwork = {
  /** `heard` sees every frame that reaches the client: the simulation's tap on the wire. */
  openSocket(events: SocketEvents, heard: (bytes: Uint8Array) => void): ClientSocket
  post(token: string, body: unknown): Promise<HttpReply>
  readonly connections: readonly SimulatedConnection[]
  faults: NetworkFaults
  server: ServerSide | undefined
}

export type SimulatedConnection = Pick<ConnectionPair, 'isOpen' | 'cut' | 'freeze' | 'thaw'>

const UNREACHABLE = 1006
const nothing: HttpReply = { status: 0, body: undefined }

export const createSimulatedNetwork = (clock: ManualClock, random: SeededRandom): SimulatedNetwork => {
  let connections: SimulatedConnection[] = []

  const delayMs = (): number => 1 + random.integer(network.faults.maxDelayMs)
  const isLost = (): boolean => random.chance(network.faults.loss)

  const connect = (server: ServerSide, events: SocketEvents, heard: (bytes: Uint8Array) => void): ClientSocket => {
    const later = (move: () => void): void => void clock.after(delayMs(), move)
    const pair: ConnectionPair = createConnectionPair({
      accept: (connection) =>
        server.accept({
          id: connection.id,
          address: connection.address,
          get bufferedBytes() {
            return connection.bufferedBytes
          },
          send(bytes) {
            connection.send(bytes)
            later(() => pair.toClient(1))
          },
          close(code, reason) {
            connection.close(code, reason)
            later(() => pair.toClient())
          },
        }),
      client: {
        received(bytes) {
          heard(bytes)
          events.received(bytes)
        },
        closed(code, reason) {
          connections = connections.filter((item) => item !== pair)
          events.closed(code, reason)
        },
      },
    })
    const thaw = pair.thaw
    pair.thaw = () => {
      thaw()
      pair.flush()
    }
    connections.push(pair)
    return {
      send(bytes) {
        pair.clientSend(bytes)
        later(() => pair.toServer(1))
      },
      close(code, reason) {
        pair.clientClose(code, reason)
        later(() => pair.toServer())
      },
    }
  }

  const openSocket: SimulatedNetwork['openSocket'] = (events, heard) => {
    let socket: ClientSocket | undefined
    let isAbandoned = false
    clock.after(delayMs(), () => {
      if (isAbandoned) return
      const { server } = network
      if (!server || isLost()) return events.closed(UNREACHABLE, '')
      socket = connect(server, events, heard)
      events.opened()
    })
    return {
      send: (bytes) => socket?.send(bytes),
      close(code, reason) {
        isAbandoned = true
        socket?.close(code, reason)
      },
    }
  }

  const arrive = (): Promise<void> => new Promise((resolve) => void clock.after(delayMs(), resolve))

  const post = async (token: string, body: unknown): Promise<HttpReply> => {
    await arrive()
    const { server } = network
    if (!server || isLost()) return nothing
    const copy: unknown = structuredClone(body)
    const reply = await Promise.race([server.post(token, copy), server.gone.then(() => nothing)])
    await arrive()
    // A reply lost on its way back is what makes clients send twice.
    return isLost() ? nothing : reply
  }

  const network: SimulatedNetwork = {
    openSocket,
    post,
    get connections() {
      return connections
    },
    faults: { loss: 0, maxDelayMs: 1 },
    server: undefined,
  }
  return network
}
