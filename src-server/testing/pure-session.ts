// One pure session with the world's side of its questions in a test's hands.
import {
  decodeServerFrame,
  isServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  ok,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type Entry,
  type Epoch,
  type EpochMs,
  type ErrorCode,
  type Offset,
  type Seq,
  type ServerFrame,
  type SessionId,
  type Snapshot,
  type VisitorId,
} from '../protocol/index.ts'
import { openSession, stepSession } from '../core/delivery/session.ts'
import type { SessionContext, SessionEffect, SessionInput, SessionState } from '../core/delivery/session-state.ts'
import type { Identity } from '../ports/authenticator.ts'
import { helloOf } from './gateway-world.ts'

export const START = 1_750_000_000_000
export const epoch = 'journal-1' as Epoch
export const visitorIdentity: Identity = { kind: 'visitor', id: 7 as VisitorId }
export const agentIdentity: Identity = {
  kind: 'agent',
  session: 1 as SessionId,
  account: { id: 3 as AgentId, name: 'Mei', login: 'mei', role: 'agent', status: 'online', capacity: 8, active: true },
}

export const entryAt = (offset: number): Entry => ({
  offset: offset as Offset,
  at: START as EpochMs,
  conversation: 1 as ConversationId,
  seq: offset as Seq,
  author: { kind: 'visitor', id: 0 },
  kind: 'message.sent',
  body: { cid: `cid-${offset}-0000` as Cid, text: `message ${offset}`, files: [] },
})
export const published = (offset: number): SessionInput => ({
  type: 'published',
  publication: {
    kind: 'entry',
    offset: offset as Offset,
    bytes: encodeServerFrame({ type: 'entry', entry: entryAt(offset) }),
  },
})
export const snapshotAt = (cursor: number): Snapshot => ({
  kind: 'visitor',
  cursor: cursor as Offset,
  conversations: [],
  entries: [],
  receipts: [],
})

export const startSession = (world: { head?: number; epoch?: Epoch } = {}) => {
  const context = {
    now: START,
    epoch: world.epoch ?? epoch,
    head: world.head ?? 0,
    bufferedBytes: 0,
    announcement: null,
  }
  let state: SessionState = openSession(START as EpochMs)
  const effects: SessionEffect[] = []
  const feed = (...inputs: readonly SessionInput[]): void => {
    for (const input of inputs) {
      const step = stepSession(state, input, context as unknown as SessionContext)
      state = step.state
      effects.push(...step.effects)
    }
  }
  return {
    context,
    feed,
    say: (...frames: readonly ClientFrame[]) =>
      feed(...frames.map((frame): SessionInput => ({ type: 'received', bytes: encodeClientFrame(frame) }))),
    get state() {
      return state
    },
    /** Effects since the last look. */
    take: (): readonly SessionEffect[] => effects.splice(0),
    takeTypes: () => effects.splice(0).map(({ type }) => type),
    takeFrames: () =>
      effects.splice(0).flatMap((effect): ServerFrame[] => {
        if (effect.type !== 'send') return []
        const decoded = decodeServerFrame(effect.bytes)
        if (!decoded.ok || !isServerFrame(decoded.value)) throw new Error('unreadable')
        return [decoded.value]
      }),
  }
}

export type PureSession = ReturnType<typeof startSession>

export const greet = (session: PureSession, identity: Identity = visitorIdentity, cursor = 0): PureSession => {
  session.say(helloOf('token', { cursor: cursor as Offset, epoch }))
  session.feed({ type: 'identified', result: ok(identity) })
  return session
}

export const goLive = (session: PureSession, identity: Identity = visitorIdentity): PureSession => {
  greet(session, identity)
  session.feed({ type: 'snapshot', snapshot: snapshotAt(session.context.head) })
  session.take()
  if (session.state.kind !== 'live') throw new Error(`the session is ${session.state.kind}`)
  return session
}

export const endedWith = (session: PureSession): ErrorCode | undefined =>
  session.take().find((effect) => effect.type === 'end')?.code
