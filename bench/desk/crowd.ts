// Everybody on their connections: opens them, keeps them open, sends what it is told and tells what came back and when.
// Messages that were not acknowledged when a connection broke are sent again, as every client does.
import { performance } from 'node:perf_hooks'
import { DIGITS, digitsOf, heard, type Dialect, type HeardDetails, type Side } from './dialect.ts'
import { openRawSocket, payloadOf, type RawSocket } from './raw-socket.ts'

export type CrowdSize = { readonly visitors: number; readonly agents: number }

export type CrowdListener = {
  acknowledged(number: number, atMs: number): void
  /** `offset`: 0 where the system has none. */
  arrived(number: number, at: Side, member: number, offset: number, atMs: number): void
  refused(): void
}

type Member = {
  readonly index: number
  readonly side: Side
  socket: RawSocket | undefined
  isLive: boolean
  cursor: number
  /** Sent and not acknowledged. */
  readonly waiting: Map<number, Buffer>
  whenLive: (() => void) | undefined
}

/** Who loses their connection and gets one again. */
export type Comings = {
  /** @returns how many milliseconds later they come back. */
  lost(member: number): number
  live(member: number): void
}

export type Tap = (from: 'client' | 'server', payload: Uint8Array) => void

export type Crowd = {
  /** Resolves when everybody is live. @returns how long it took. */
  open(): Promise<number>
  say(member: number, frame: Buffer, digitsAt: number, number: number): void
  sign(member: number, frame: Buffer): void
  /** Their connection breaks and they come back at once. */
  breakOff(member: number): void
  listen(listener: CrowdListener): void
  /** Every frame's payload from now on, as it goes by; undefined: nobody listens any more. */
  listenIn(tap: Tap | undefined): void
  readonly bytes: { sent: number; received: number }
  readonly reconnects: { readonly begun: number; readonly done: number }
  close(): void
}

/** Opening at the same time; well below the bound of connections that have not said hello. */
const OPENING_AT_ONCE = 500
const MEMBERS_PER_ADDRESS = 500

/** Without `comings`, whoever loses their connection comes back at once. */
export const createCrowd = (port: number, size: CrowdSize, dialect: Dialect, comings?: Comings): Crowd => {
  const bytes = { sent: 0, received: 0 }
  const reconnects = { begun: 0, done: 0 }
  const details: HeardDetails = { numbers: [], offset: 0 }
  let listener: CrowdListener | undefined
  let tap: Tap | undefined
  let isClosing = false
  const members = Array.from({ length: size.visitors + size.agents }, (_, index): Member => {
    const side = index < size.visitors ? 'visitor' : 'agent'
    return { index, side, socket: undefined, isLive: false, cursor: 0, waiting: new Map(), whenLive: undefined }
  })

  const write = (member: Member, frame: Buffer): void => {
    bytes.sent += frame.length
    tap?.('client', payloadOf(frame))
    member.socket?.write(frame)
  }

  const becameLive = (member: Member): void => {
    if (member.isLive) return
    member.isLive = true
    for (const frame of member.waiting.values()) write(member, frame)
    comings?.live(member.index)
    member.whenLive?.()
  }

  const hear = (member: Member, payload: Buffer, start: number, end: number): void => {
    bytes.received += end - start
    tap?.('server', payload.subarray(start, end))
    details.numbers.length = 0
    details.offset = 0
    const kind = dialect.hear(payload, start, end, details)
    if (kind === heard.nothing) {
      const answer = dialect.answer(payload, start, member.index)
      if (answer) write(member, answer)
      return
    }
    if (details.offset > member.cursor) member.cursor = details.offset
    if (kind === heard.live) return becameLive(member)
    if (kind === heard.refused) return listener?.refused()
    const atMs = performance.now()
    for (const number of details.numbers) {
      if (kind === heard.message) listener?.arrived(number, member.side, member.index, details.offset, atMs)
      // One's own message come back says the same as an acknowledgement.
      if (member.waiting.delete(number)) listener?.acknowledged(number, atMs)
    }
  }

  const comeBack = (member: Member): void => {
    if (!isClosing) connect(member)
  }

  const connect = (member: Member): void => {
    const socket = openRawSocket({
      port,
      path: dialect.path,
      subprotocol: dialect.subprotocol,
      localAddress: `127.0.1.${1 + Math.floor(member.index / MEMBERS_PER_ADDRESS)}`,
      opened: () => {
        for (const frame of dialect.greet(member.index, member.cursor)) write(member, frame)
      },
      heard: (payload, start, end) => hear(member, payload, start, end),
      closed: () => {
        if (member.socket !== socket) return
        member.isLive = false
        const delayMs = isClosing ? 0 : (comings?.lost(member.index) ?? 0)
        if (delayMs > 0) setTimeout(comeBack, delayMs, member)
        else comeBack(member)
      },
    })
    member.socket = socket
  }

  const untilLive = (member: Member): Promise<void> =>
    new Promise((resolve) => {
      member.whenLive = () => {
        member.whenLive = undefined
        resolve()
      }
      connect(member)
    })

  return {
    bytes,
    reconnects,
    async open() {
      const startedMs = performance.now()
      let next = 0
      const lane = async (): Promise<void> => {
        for (let member = members[next++]; member; member = members[next++]) await untilLive(member)
      }
      await Promise.all(Array.from({ length: OPENING_AT_ONCE }, lane))
      return performance.now() - startedMs
    },
    say(index, template, digitsAt, number) {
      const member = members[index]
      if (!member) return
      const frame = Buffer.from(template)
      frame.write(digitsOf(number), digitsAt, DIGITS, 'latin1')
      member.waiting.set(number, frame)
      if (member.isLive) write(member, frame)
    },
    sign(index, frame) {
      const member = members[index]
      if (member?.isLive) write(member, frame)
    },
    breakOff(index) {
      const member = members[index]
      if (!member?.isLive) return
      reconnects.begun += 1
      member.whenLive = () => {
        member.whenLive = undefined
        reconnects.done += 1
      }
      member.socket?.destroy()
    },
    listen: (one) => {
      listener = one
    },
    listenIn: (one) => {
      tap = one
    },
    close() {
      isClosing = true
      for (const { socket } of members) socket?.destroy()
    },
  }
}
