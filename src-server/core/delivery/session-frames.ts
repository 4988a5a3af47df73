// What a greeted client says: allowance, form, permission and flight bounds, in this order, before anything is done.
import { fail, limits, ok, type ClientFrame, type ErrorCode, type Result } from '../../protocol/index.ts'
import { parseClientFrame } from '../../protocol/parse-client-frame.ts'
import { maySend } from './client-permission.ts'
import type { Member, OrderFrame, SessionContext, SessionState, SessionStep } from './session-state.ts'
import { startReplay } from './session-replay.ts'
import { endWith, isStuck, sendFrame, stay, withMember } from './session-step.ts'
import { takeTokens, type BucketSize } from './token-bucket.ts'

export const frameAllowance: BucketSize = { perSecond: limits.framesPerSecond, burst: limits.frameBurst }

type Greeted = Extract<SessionState, { member: Member }>

/** Both carry a cid and are answered by `ack` or `reject`. */
const isSending = (frame: ClientFrame): frame is Extract<ClientFrame, { type: 'send' | 'revise' }> =>
  frame.type === 'send' || frame.type === 'revise'

/** A refusal reaches the frame's sender where the frame can be named, and the metric always. */
const refuse = (session: Greeted, frame: ClientFrame, code: ErrorCode): SessionStep => {
  const refused = { type: 'refused', reason: code } as const
  if (isSending(frame)) return stay(session, refused, sendFrame({ type: 'reject', cid: frame.cid, code }))
  if ('rid' in frame) return stay(session, refused, sendFrame({ type: 'fail', rid: frame.rid, code }))
  return stay(session, refused)
}

const takeOrder = (session: Greeted, frame: OrderFrame): SessionStep => {
  const { sendsInFlight, requestsInFlight } = session.member
  const order = { type: 'order', frame } as const
  if (isSending(frame)) {
    if (sendsInFlight >= limits.maxSendsInFlight) return refuse(session, frame, 'too_many_in_flight')
    return stay(withMember(session, { sendsInFlight: sendsInFlight + 1 }), order)
  }
  if (!('rid' in frame)) return stay(session, order)
  if (requestsInFlight >= limits.maxRequestsInFlight) return refuse(session, frame, 'too_many_in_flight')
  return stay(withMember(session, { requestsInFlight: requestsInFlight + 1 }), order)
}

const act = (session: Greeted, frame: ClientFrame, context: SessionContext): SessionStep => {
  // Who is on a connection never changes.
  if (frame.type === 'hello') return endWith('bad_frame')
  if (!maySend(session.member.reader, frame.type)) return refuse(session, frame, 'forbidden')
  switch (frame.type) {
    case 'beat':
      return stay(session)
    case 'resume':
      if (session.kind === 'replaying') return stay(session, { type: 'dropped', reason: 'resume_while_replaying' })
      return startReplay(session.member, frame, context)
    default:
      return takeOrder(session, frame)
  }
}

/** Charged after the form is known, so that dear frames cost more; garbage costs the connection. */
const charge = (
  member: Member,
  bytes: Uint8Array,
  context: SessionContext,
): Result<{ frame: ClientFrame; member: Member }> => {
  if (bytes.length > limits.maxClientFrameBytes) return fail('frame_too_large')
  const parsed = parseClientFrame(bytes)
  if (!parsed.ok) return parsed
  const cost = parsed.value.type === 'resume' ? limits.resumeCost : 1
  const bucket = takeTokens(member.bucket, frameAllowance, cost, context.now)
  return bucket ? ok({ frame: parsed.value, member: { ...member, bucket, heardAt: context.now } }) : fail('flood')
}

/** SPEC D9.2, D9.3, D10.1-D10.4. */
export const receive = (session: Greeted, bytes: Uint8Array, context: SessionContext): SessionStep => {
  // Whoever asks and does not read the answers gets no more of them.
  if (isStuck(context)) return endWith('slow_reader')
  const charged = charge(session.member, bytes, context)
  return charged.ok
    ? act(withMember(session, charged.value.member), charged.value.frame, context)
    : endWith(charged.code)
}
