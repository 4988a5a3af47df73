// Messages that come over HTTP: the same command, bounded per author instead of per connection (D2, D5, D9).
import {
  fail,
  limits,
  ok,
  type Cid,
  type ConversationId,
  type EpochMs,
  type FileKey,
  type Offset,
  type Result,
  type Seq,
} from '../../protocol/index.ts'
import { frameAllowance } from '../../core/delivery/session-frames.ts'
import { fullBucket, isFull, takeTokens, type TokenBucket } from '../../core/delivery/token-bucket.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import { actorOf } from './actor-of.ts'
import type { WorkInFlight } from './work-in-flight.ts'

/** A message over HTTP: the same path, the same cid, the same result as over the socket. */
export type SentMessage = {
  readonly cid: string
  readonly conversation: ConversationId
  readonly text: string
  readonly files: readonly FileKey[]
}
export type SentResult = {
  readonly cid: Cid
  readonly conversation: ConversationId
  readonly offset: Offset
  readonly seq: Seq
  readonly at: EpochMs
}

export type HttpSends = (author: Identity, message: SentMessage) => Promise<Result<SentResult>>

type Allowance = { bucket: TokenBucket; inFlight: number }

/** Authors remembered before those who have been quiet are forgotten: their buckets are full again. */
const SWEEP_FROM = 1_024

export const createHttpSends = (parts: {
  readonly journal: Pick<Journal, 'commit'>
  readonly clock: Clock
  readonly work: WorkInFlight
  readonly isStopping: () => boolean
}): HttpSends => {
  const { journal, clock, work, isStopping } = parts
  const allowances = new Map<string, Allowance>()
  let sweepFrom = SWEEP_FROM

  const sweep = (): void => {
    const now = clock.now()
    for (const [author, { bucket, inFlight }] of allowances)
      if (inFlight === 0 && isFull(bucket, frameAllowance, now)) allowances.delete(author)
    sweepFrom = Math.max(SWEEP_FROM, allowances.size * 2)
  }

  const allowanceOf = (author: Identity): Allowance => {
    const key = author.kind === 'visitor' ? `v${author.id}` : `a${author.account.id}`
    const found = allowances.get(key)
    if (found) return found
    if (allowances.size >= sweepFrom) sweep()
    const fresh = { bucket: fullBucket(frameAllowance, clock.now()), inFlight: 0 }
    allowances.set(key, fresh)
    return fresh
  }

  return async (author, { cid, conversation, text, files }) => {
    if (isStopping()) return fail('server_stopping')
    const allowance = allowanceOf(author)
    const bucket = takeTokens(allowance.bucket, frameAllowance, 1, clock.now())
    if (!bucket) return fail('flood')
    allowance.bucket = bucket
    if (allowance.inFlight >= limits.maxSendsInFlight) return fail('too_many_in_flight')
    allowance.inFlight += 1
    const stored = journal.commit({ type: 'send', actor: actorOf(author), conversation, cid, text, files })
    work.track(stored)
    const result = await stored.finally(() => {
      allowance.inFlight -= 1
    })
    if (!result.ok) return result
    const { offset, seq, at } = result.value
    // The journal took it, so it has a cid's shape.
    return ok({ cid: cid as Cid, conversation: result.value.conversation, offset, seq, at })
  }
}
