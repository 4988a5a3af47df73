// Small makers of steps that every part of the session uses.
import { encodeServerFrame, limits, type ErrorCode, type ServerFrame } from '../../protocol/index.ts'
import type { Member, SessionContext, SessionEffect, SessionState, SessionStep } from './session-state.ts'

export const stay = (state: SessionState, ...effects: readonly SessionEffect[]): SessionStep => ({ state, effects })

export const sendFrame = (frame: ServerFrame): SessionEffect => ({ type: 'send', bytes: encodeServerFrame(frame) })

/** Every end goes through here, so that nothing is ever sent after it. */
export const endWith = (code: ErrorCode, retryAfterMs = 0): SessionStep => ({
  state: { kind: 'closed' },
  effects: [{ type: 'end', code, retryAfterMs }],
})

/** Past this, entries wait in the journal instead of in our memory. */
export const isSlow = (context: SessionContext): boolean => context.bufferedBytes > limits.maxSendBufferBytes

/** Past this, the connection asks for more than it reads. */
export const isStuck = (context: SessionContext): boolean => context.bufferedBytes > limits.maxUnreadBytes

/** Past this, what can wait waits and what can be missed is left out. */
export const isBehind = (context: SessionContext): boolean => context.bufferedBytes > limits.maxSendBufferBytes / 2

/** The same session with its member changed. */
export const withMember = <State extends Extract<SessionState, { member: Member }>>(
  state: State,
  change: Partial<Member>,
): State => ({ ...state, member: { ...state.member, ...change } })
