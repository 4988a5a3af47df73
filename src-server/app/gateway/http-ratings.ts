// Ratings come over HTTP, bounded per visitor together with what they send.
import { fail, ok, type Cid, type ConversationId, type Result } from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import type { HttpAllowances } from './http-allowances.ts'
import type { SentResult } from './http-sends.ts'
import type { WorkInFlight } from './work-in-flight.ts'

export type Rating = {
  readonly cid: string
  readonly conversation: ConversationId
  readonly score: number
  readonly comment: string
}

export type HttpRatings = (
  visitor: Extract<Identity, { kind: 'visitor' }>,
  rating: Rating,
) => Promise<Result<SentResult>>

/** SPEC D2.10, D9.3. */
export const createHttpRatings =
  (parts: {
    readonly journal: Pick<Journal, 'commit'>
    readonly allowances: HttpAllowances
    readonly work: WorkInFlight
    readonly isStopping: () => boolean
  }): HttpRatings =>
  async (visitor, rating) => {
    if (parts.isStopping()) return fail('server_stopping')
    if (!parts.allowances.of(visitor).take()) return fail('flood')
    const stored = parts.journal.commit({ type: 'rate', actor: { kind: 'visitor', id: visitor.id }, ...rating })
    parts.work.track(stored)
    const result = await stored
    if (!result.ok) return result
    const { conversation, offset, seq, at } = result.value
    // The journal took it, so it has a cid's shape.
    return ok({ cid: rating.cid as Cid, conversation, offset, seq, at })
  }
