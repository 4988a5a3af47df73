// Tokens → identities, for the WebSocket's hello and the Authorization header alike.
import { fail, ok, type EpochMs, type SessionId } from '../../protocol/index.ts'
import type { AccountStore } from '../../ports/account-store.ts'
import type { Authenticator } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import { hashSessionToken, isSessionToken } from './session-tokens.ts'
import type { VisitorTokens } from './visitor-tokens.ts'

type AuthenticatorNeeds = {
  readonly accounts: AccountStore
  readonly visitorTokens: VisitorTokens
  readonly clock: Clock
  readonly logger: Logger
}

/** A session's "last seen" is written at most this often: it is shown to the minute and expires after weeks. */
const TOUCH_EVERY_MS = 5 * 60_000
/** Sessions whose last touch is remembered; forgetting one costs a write. */
const MAX_TOUCHES = 10_000

export const createAuthenticator = ({ accounts, visitorTokens, clock, logger }: AuthenticatorNeeds): Authenticator => {
  const touchedAt = new Map<SessionId, EpochMs>()

  const touch = async (session: SessionId): Promise<void> => {
    const now = clock.now()
    if (now - (touchedAt.get(session) ?? 0) < TOUCH_EVERY_MS) return
    if (touchedAt.size >= MAX_TOUCHES) touchedAt.clear()
    touchedAt.set(session, now)
    try {
      await accounts.touchSession(session, now)
    } catch (error) {
      // Nothing is lost but a minute in a list; the next request tries again.
      touchedAt.delete(session)
      logger.warn({ error, session }, 'session not marked as seen')
    }
  }

  return {
    identify: async (token) => {
      const visitor = visitorTokens.verify(token)
      if (visitor !== undefined) return ok({ kind: 'visitor', id: visitor })
      if (!isSessionToken(token)) return fail('unauthorized')
      try {
        const found = await accounts.session(hashSessionToken(token), clock.now())
        if (!found) return fail('unauthorized')
        void touch(found.id)
        return ok({ kind: 'agent', account: found.account, session: found.id })
      } catch (error) {
        logger.error({ error }, 'session could not be read')
        return fail('storage_failed')
      }
    },
  }
}
