// The self-load's people on their connections, as clients connect: a WebSocket each, a hello, a cursor. As many as are wanted at
// the moment; says who heard which message. Loopback only.
import { WebSocket } from 'ws'
import {
  decodeServerFrame,
  encodeClientFrame,
  limits,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type ClientFrame,
  type ConversationId,
  type Epoch,
  type Offset,
} from '../../../protocol/index.ts'
import { serverFrameTable } from '../../../protocol/frame-tables.ts'
import type { LoadOffice } from './office-messages.ts'

export type Side = 'visitor' | 'agent'
export type CrowdListener = (heard: { readonly cid: string; readonly at: Side; readonly offset: Offset }) => void

export type LoadCrowd = {
  /** Connects or disconnects until so many visitors, and their agents, are there. @returns false when that could not be done. */
  resize(visitors: number, signal: AbortSignal): Promise<boolean>
  /** As the visitor of a conversation or as the agent who has it. */
  say(conversation: number, side: Side, frame: (conversation: ConversationId) => ClientFrame): void
  listen(listener: CrowdListener): void
  /** Connections that were refused or ended, not by us. */
  lost(): number
  close(): void
}

type Member = { socket: WebSocket; isLive: boolean }

/** One address has some 28,000 ports, fewer on other systems; a Mac has but the one address. */
const MEMBERS_PER_ADDRESS = 5_000
const localAddressOf = (index: number): string =>
  process.platform === 'darwin' ? '127.0.0.1' : `127.0.1.${1 + Math.floor(index / MEMBERS_PER_ADDRESS)}`

const beat = encodeClientFrame({ type: 'beat' })

/** The kind of a frame stands behind the one byte that says it is an array. */
const kindOf = (bytes: Buffer): number => bytes[1] ?? 0

export const createLoadCrowd = (office: LoadOffice): LoadCrowd => {
  const visitors: Member[] = []
  const agents: Member[] = []
  let listener: CrowdListener | undefined
  let lost = 0
  let isClosing = false

  const helloOf = (token: string): Uint8Array =>
    encodeClientFrame({
      type: 'hello',
      version: PROTOCOL_VERSION,
      token,
      epoch: office.epoch as Epoch,
      cursor: office.cursor as Offset,
      scope: 'own',
      locale: 'en',
      app: 'doctor',
    })

  const hear = (member: Member, at: Side, bytes: Buffer, live: () => void): void => {
    switch (kindOf(bytes)) {
      case serverFrameTable.entry.id: {
        const frame = decodeServerFrame(bytes)
        if (!frame.ok || frame.value.type !== 'entry') return
        const { entry } = frame.value
        if (entry.kind === 'message.sent') listener?.({ cid: entry.body.cid, at, offset: entry.offset })
        return
      }
      case serverFrameTable.live.id:
        return live()
      case serverFrameTable.beat.id:
        return member.socket.send(beat)
      default:
    }
  }

  const connect = (at: Side, index: number): Promise<boolean> => {
    const token = at === 'visitor' ? office.visitors[index]?.[0] : office.agents[index]
    if (token === undefined) return Promise.resolve(false)
    const socket = new WebSocket(`ws://127.0.0.1:${office.port}/ws`, SUBPROTOCOL, {
      perMessageDeflate: false,
      localAddress: localAddressOf(at === 'visitor' ? index : limits.doctorMaxVisitors + index),
    })
    const member = { socket, isLive: false }
    const members = at === 'visitor' ? visitors : agents
    members[index] = member
    return new Promise((resolve) => {
      socket.on('open', () => socket.send(helloOf(token)))
      socket.on('message', (bytes: Buffer) =>
        hear(member, at, bytes, () => {
          member.isLive = true
          resolve(true)
        }),
      )
      // The close that follows tells the same.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        if (!isClosing && members[index] === member) lost += 1
        member.isLive = false
        resolve(false)
      })
    })
  }

  const shrink = (members: Member[], size: number): void => {
    for (const { socket } of members.splice(size)) socket.terminate()
  }

  return {
    async resize(size, signal) {
      const agentCount = Math.ceil(size / limits.doctorVisitorsPerAgent)
      shrink(visitors, size)
      shrink(agents, agentCount)
      const wanted = [
        ...Array.from({ length: agentCount - agents.length }, (_, index) => ['agent', agents.length + index] as const),
        ...Array.from({ length: size - visitors.length }, (_, index) => ['visitor', visitors.length + index] as const),
      ].values()
      let allThere = true
      // What is still connecting when the time is up is not waited for.
      const cut = (): void => {
        for (const { socket, isLive } of [...visitors, ...agents]) if (!isLive) socket.terminate()
      }
      signal.addEventListener('abort', cut, { once: true })
      const lane = async (): Promise<void> => {
        for (const [at, index] of wanted) {
          if (signal.aborted || !allThere) return
          if (!(await connect(at, index))) allThere = false
        }
      }
      await Promise.all(Array.from({ length: limits.doctorOpeningAtOnce }, lane))
      signal.removeEventListener('abort', cut)
      return allThere && !signal.aborted
    },
    say(index, side, frame) {
      const conversation = office.visitors[index]?.[1]
      const member = side === 'visitor' ? visitors[index] : agents[Math.floor(index / limits.doctorVisitorsPerAgent)]
      if (conversation !== undefined && member?.isLive) member.socket.send(encodeClientFrame(frame(conversation)))
    },
    listen: (one) => {
      listener = one
    },
    lost: () => lost,
    close() {
      isClosing = true
      shrink(visitors, 0)
      shrink(agents, 0)
    },
  }
}
