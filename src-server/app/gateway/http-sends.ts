// Messages that come over HTTP: the same command, bounded per author instead of per connection (D2, D5, D9).
import {
  fail,
  limits,
  ok,
  type Cid,
  type ConversationId,
  type EpochMs,
  type Offset,
  type Result,
  type Seq,
} from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Saying } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import { actorOf } from './actor-of.ts'
import type { HttpAllowances } from './http-allowances.ts'
import type { WorkInFlight } from './work-in-flight.ts'

export type SentResult = {
  readonly cid: Cid
  readonly conversation: ConversationId
  readonly offset: Offset
  readonly seq: Seq
  readonly at: EpochMs
}

/** A message or a revision over HTTP: the same path, the same cid, the same result as over the socket. */
export type HttpSends = (author: Identity, saying: Saying) => Promise<Result<SentResult>>

export const createHttpSends = (parts: {
  readonly journal: Pick<Journal, 'commit'>
  readonly allowances: HttpAllowances
  readonly work: WorkInFlight
  readonly isStopping: () => boolean
}): HttpSends => {
  const { journal, allowances, work, isStopping } = parts
  return async (author, saying) => {
    if (isStopping()) return fail('server_stopping')
    const allowance = allowances.of(author)
    if (!allowance.take()) return fail('flood')
    if (allowance.inFlight >= limits.maxSendsInFlight) return fail('too_many_in_flight')
    allowance.inFlight += 1
    const stored = journal.commit({ ...saying, actor: actorOf(author) })
    work.track(stored)
    const result = await stored.finally(() => {
      allowance.inFlight -= 1
    })
    if (!result.ok) return result
    const { offset, seq, at } = result.value
    // The journal took it, so it has a cid's shape.
    return ok({ cid: saying.cid as Cid, conversation: result.value.conversation, offset, seq, at })
  }
}
