// A client's world in a test's hand: its sockets, HTTP posts, storage and network come and go when the test says so.
import { memoryStore } from '#client/browser/memory-store.ts'
import type { ClientEnvironment, HttpReply, SocketEvents } from '#client/environment.ts'
import { encodeServerFrame, type ClientFrame, type ServerFrame } from '../protocol/index.ts'
import { parseClientFrame } from '../protocol/parse-client-frame.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { createSeededRandom } from './seeded-random.ts'

export type FakeSocket = {
  readonly url: string
  /** What the client said on it so far. */
  readonly said: readonly ClientFrame[]
  /** Set when the client closed it. */
  readonly closedByClient: boolean
  open(): void
  hear(...frames: readonly ServerFrame[]): void
  hearBytes(bytes: Uint8Array): void
  /** The server or the network ended it. */
  end(code: number): void
}

export type FakePost = {
  readonly url: string
  readonly token: string
  readonly body: unknown
  reply(reply: HttpReply): void
}

export type FakeWorld = {
  readonly environment: ClientEnvironment
  readonly clock: ManualClock
  readonly sockets: readonly FakeSocket[]
  readonly posts: readonly FakePost[]
  /** The rows in storage. */
  readonly rows: Map<string, string>
  /** The newest socket. */
  socket(): FakeSocket
  setOnline(online: boolean): void
  /** What packed frames inflate to: asked for in order, answered when the test says so. */
  readonly inflations: readonly { readonly deflated: Uint8Array; answer(bytes: Uint8Array | undefined): void }[]
}

const fakeSocket = (url: string, events: SocketEvents) => {
  const said: ClientFrame[] = []
  const socket: { -readonly [Name in keyof FakeSocket]: FakeSocket[Name] } = {
    url,
    said,
    closedByClient: false,
    open: () => events.opened(),
    hear: (...frames: readonly ServerFrame[]) => {
      for (const frame of frames) events.received(encodeServerFrame(frame))
    },
    hearBytes: (bytes: Uint8Array) => events.received(bytes),
    end: (code: number) => events.closed(code, ''),
  }
  const send = (bytes: Uint8Array): void => {
    const frame = parseClientFrame(bytes)
    if (!frame.ok) throw new Error('the client sent a frame that the server would refuse')
    said.push(frame.value)
  }
  return { socket, client: { send, close: () => void (socket.closedByClient = true) } }
}

export const createFakeWorld = ({
  rows = new Map<string, string>(),
  clock = createManualClock(),
  seed = 1,
  storage = memoryStore(rows),
} = {}): FakeWorld => {
  const random = createSeededRandom(seed)
  const sockets: FakeSocket[] = []
  const posts: FakePost[] = []
  const inflations: { deflated: Uint8Array; answer(bytes: Uint8Array | undefined): void }[] = []
  const onlineListeners = new Set<() => void>()
  let isOnline = true
  const environment: ClientEnvironment = {
    now: clock.now,
    after: clock.after,
    fraction: random.fraction,
    randomBytes: random.bytes,
    openSocket: (url, _subprotocol, events) => {
      const { socket, client } = fakeSocket(url, events)
      sockets.push(socket)
      return client
    },
    postJson: (url, token, body) =>
      new Promise((resolve) => {
        posts.push({ url, token, body, reply: resolve })
      }),
    inflate: (deflated) =>
      new Promise((resolve) => {
        inflations.push({ deflated, answer: resolve })
      }),
    storage,
    isOnline: () => isOnline,
    onOnlineChanged: (listener) => {
      onlineListeners.add(listener)
      return () => void onlineListeners.delete(listener)
    },
  }
  return {
    environment,
    clock,
    sockets,
    posts,
    rows,
    inflations,
    socket: () => {
      const newest = sockets.at(-1)
      if (!newest) throw new Error('the client has opened no socket')
      return newest
    },
    setOnline: (online) => {
      isOnline = online
      for (const listener of onlineListeners) listener()
    },
  }
}
