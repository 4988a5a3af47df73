// One connection as a pure machine: greeting → identifying → replaying → live → closed. Knows no socket, no timer, no store.
import { limits, type EpochMs } from '../../protocol/index.ts'
import { receive } from './session-frames.ts'
import { stepUngreeted } from './session-greeting.ts'
import { checkDrain, fallBehind, keepForLater, stepReplay } from './session-replay.ts'
import type { Publication, SessionContext, SessionInput, SessionState, SessionStep } from './session-state.ts'
import { endWith, isBehind, isSlow, isStuck, sendFrame, stay, withMember } from './session-step.ts'

type Of<Kind extends SessionState['kind']> = Extract<SessionState, { kind: Kind }>
type Greeted = Of<'replaying'> | Of<'live'>

export const openSession = (now: EpochMs): SessionState => ({ kind: 'greeting', openedAt: now })

const publish = (session: Greeted, publication: Publication, context: SessionContext): SessionStep => {
  if (session.kind === 'replaying') return keepForLater(session, publication)
  if (isSlow(context)) return fallBehind(session.member, context)
  const send = { type: 'send', bytes: publication.bytes } as const
  if (publication.kind === 'receipts') return stay(session, send)
  const { offset } = publication
  // Already in the replay, which the journal's reader may have seen before this thread heard of it.
  if (offset <= session.member.sentUpTo) return stay(session)
  return stay(withMember(session, { sentUpTo: offset, lastSent: offset }), send)
}

const sendEphemeral = (session: Greeted, bytes: Uint8Array, context: SessionContext): SessionStep => {
  if (session.kind === 'replaying') return stay(session)
  if (isBehind(context)) return stay(session, { type: 'dropped', reason: 'ephemeral_to_slow_reader' })
  return stay(session, { type: 'send', bytes })
}

/** SPEC D4.10: who is too slow for it catches up from the journal, as after an entry, and is told by the `live` that ends it. */
const announce = (session: Greeted, bytes: Uint8Array, context: SessionContext): SessionStep => {
  if (session.kind === 'replaying') return stay(session)
  if (isSlow(context)) return fallBehind(session.member, context)
  return stay(session, { type: 'send', bytes })
}

const answer = (
  session: Greeted,
  input: Extract<SessionInput, { type: 'answered' }>,
  context: SessionContext,
): SessionStep => {
  if (isStuck(context)) return endWith('slow_reader')
  const { sendsInFlight, requestsInFlight } = session.member
  const change = input.to === 'send' ? { sendsInFlight: sendsInFlight - 1 } : { requestsInFlight: requestsInFlight - 1 }
  const answered = withMember(session, change)
  // SPEC D1.4. Entries come in order: up to `lastSent` everything of its scope has been on this connection.
  const isTold = input.entry !== undefined && input.entry <= session.member.lastSent
  return isTold ? stay(answered) : stay(answered, sendFrame(input.frame))
}

/** After the clock was set back, what was noted before it lies in the future: it counts as of now, or nothing would be due for hours. */
const withClock = (session: Greeted, { now }: SessionContext): Greeted => {
  const { heardAt, beatAt } = session.member
  if (heardAt <= now && beatAt <= now) return session
  return withMember(session, { heardAt: Math.min(heardAt, now) as EpochMs, beatAt: Math.min(beatAt, now) as EpochMs })
}

/** SPEC D4.7, D9.7: the heartbeat, and the end of those who are silent. */
const tickGreeted = (given: Greeted, context: SessionContext): SessionStep => {
  const session = withClock(given, context)
  const { member } = session
  const { now } = context
  if (now - member.heardAt >= limits.silentForMs) return endWith('silent')
  const checked = session.kind === 'replaying' ? checkDrain(session, context) : stay(session)
  const { state } = checked
  if (now - member.beatAt < limits.heartbeatMs || (state.kind !== 'replaying' && state.kind !== 'live')) return checked
  // All of the scope up to the head is on a live connection; on a replaying one only what was replayed.
  const head = state.kind === 'live' ? context.head : state.member.sentUpTo
  const beat = sendFrame({ type: 'beat', head, last: state.member.lastSent, at: now })
  return stay(withMember(state, { beatAt: now }), ...checked.effects, beat)
}

const stepGreeted = (session: Greeted, input: SessionInput, context: SessionContext): SessionStep => {
  switch (input.type) {
    case 'received':
      return receive(session, input.bytes, context)
    case 'counted':
    case 'chunk':
    case 'snapshot':
    case 'marks':
      return session.kind === 'replaying' ? stepReplay(session, input, context) : stay(session)
    case 'published':
      return publish(session, input.publication, context)
    case 'ephemeral':
      return sendEphemeral(session, input.bytes, context)
    case 'announced':
      return announce(session, input.bytes, context)
    case 'answered':
      return answer(session, input, context)
    case 'tick':
      return tickGreeted(session, context)
    case 'identified':
      return stay(session)
    case 'end':
      return endWith(input.code, input.retryAfterMs)
    case 'gone':
      return stay({ kind: 'closed' })
    default:
      return input satisfies never
  }
}

/**
 * The next state and what is to be done for it, in order. Total: any input in any state, no throw for anything a client
 * sends. Once closed it stays closed and asks for nothing (D10).
 */
export const stepSession = (session: SessionState, input: SessionInput, context: SessionContext): SessionStep => {
  switch (session.kind) {
    case 'greeting':
    case 'identifying':
      return stepUngreeted(session, input, context)
    case 'replaying':
    case 'live':
      return stepGreeted(session, input, context)
    case 'closed':
      return stay(session)
    default:
      return session satisfies never
  }
}

/** When the session wants its next tick, however little happens; undefined when it waits for nothing. */
export const nextTickAt = (session: SessionState): EpochMs | undefined => {
  switch (session.kind) {
    case 'greeting':
      return (session.openedAt + limits.helloWithinMs) as EpochMs
    case 'replaying':
    case 'live': {
      const { heardAt, beatAt } = session.member
      return Math.min(heardAt + limits.silentForMs, beatAt + limits.heartbeatMs) as EpochMs
    }
    case 'identifying':
    case 'closed':
      return undefined
    default:
      return session satisfies never
  }
}

/** Whether the session waits for its network: the tick is then due in limits.drainCheckMs. */
export const isDraining = (session: SessionState): boolean =>
  session.kind === 'replaying' && session.replay.stage.at === 'draining'
