// The time before anyone knows who is there: one hello, in time and small, and the question whose token it carries.
import { limits, NO_OFFSET, PROTOCOL_VERSION } from '../../protocol/index.ts'
import { clientFrameTable } from '../../protocol/frame-tables.ts'
import { parseClientFrame } from '../../protocol/parse-client-frame.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Reader } from '../../ports/journal.ts'
import { frameAllowance } from './session-frames.ts'
import { startReplay } from './session-replay.ts'
import type { Member, SessionContext, SessionInput, SessionState, SessionStep } from './session-state.ts'
import { endWith, sendFrame, stay } from './session-step.ts'
import { fullBucket } from './token-bucket.ts'

type Of<Kind extends SessionState['kind']> = Extract<SessionState, { kind: Kind }>

/** SPEC D10.5, D9.1: the first frame is a small, timely hello of a version we speak. */
const greet = (session: Of<'greeting'>, bytes: Uint8Array): SessionStep => {
  if (bytes.length > limits.maxHelloFrameBytes) return endWith('frame_too_large')
  const parsed = parseClientFrame(bytes)
  if (!parsed.ok) return endWith(parsed.code)
  const hello = parsed.value
  if (hello.type !== 'hello') return endWith('hello_expected')
  if (hello.version !== PROTOCOL_VERSION) return endWith('version_unsupported')
  if (hello.token === '') return endWith('unauthorized')
  return stay({ kind: 'identifying', openedAt: session.openedAt, hello }, { type: 'identify', token: hello.token })
}

/** Highest id of a client's frame. SPEC D10.10. */
const takes = Math.max(...Object.values(clientFrameTable).map(({ id }) => id))

const readerOf = (identity: Identity, scope: 'all' | 'own'): Reader =>
  identity.kind === 'visitor' ? { kind: 'visitor', id: identity.id } : { kind: 'agent', id: identity.account.id, scope }

const welcome = (session: Of<'identifying'>, identity: Identity, context: SessionContext): SessionStep => {
  const { hello } = session
  const reader = readerOf(identity, hello.scope)
  const { now } = context
  const member: Member = {
    reader,
    heardAt: now,
    beatAt: now,
    bucket: fullBucket(frameAllowance, now),
    sentUpTo: hello.cursor,
    lastSent: NO_OFFSET,
    sendsInFlight: 0,
    requestsInFlight: 0,
  }
  const viewer =
    identity.kind === 'visitor'
      ? ({ kind: 'visitor', id: identity.id, name: '' } as const)
      : ({ kind: 'agent', id: identity.account.id, name: identity.account.name, role: identity.account.role } as const)
  const replaying = startReplay(member, hello, context)
  return {
    state: replaying.state,
    effects: [
      sendFrame({
        type: 'welcome',
        epoch: context.epoch,
        serverTime: now,
        heartbeatMs: limits.heartbeatMs,
        viewer,
        takes,
      }),
      { type: 'join', identity, reader },
      ...replaying.effects,
    ],
  }
}

export const stepUngreeted = (
  session: Of<'greeting'> | Of<'identifying'>,
  input: SessionInput,
  context: SessionContext,
): SessionStep => {
  switch (input.type) {
    case 'received':
      // A client waits for its welcome: before it, nobody knows what it may do.
      return session.kind === 'greeting' ? greet(session, input.bytes) : endWith('hello_expected')
    case 'identified':
      if (session.kind !== 'identifying') return stay(session)
      return input.result.ok ? welcome(session, input.result.value, context) : endWith(input.result.code)
    case 'tick': {
      // Looking a token up is our time, not the client's. A tick before the beginning: the clock was set back meanwhile.
      const waitedMs = context.now - session.openedAt
      const isLate = session.kind === 'greeting' && (waitedMs >= limits.helloWithinMs || waitedMs < 0)
      return isLate ? endWith('hello_timeout') : stay(session)
    }
    case 'end':
      return endWith(input.code, input.retryAfterMs)
    case 'gone':
      return stay({ kind: 'closed' })
    default:
      // Meant for a member of the audience, which this session is not yet.
      return stay(session)
  }
}
