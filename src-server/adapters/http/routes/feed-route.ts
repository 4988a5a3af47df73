// The long poll: the journal after a cursor, for programs that cannot keep a WebSocket. Same cursor, same redaction.
import { redact } from '../../../core/conversation/redact.ts'
import { FeedPage, FeedQuery } from '../../../protocol/http-schemas.ts'
import { fail, limits, ok, type Offset, type Result } from '../../../protocol/index.ts'
import type { Identity } from '../../../ports/authenticator.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { CommittedGroup, Journal, Reader } from '../../../ports/journal.ts'
import { identifyBearer } from '../bearer-token.ts'
import { sendAnswer } from '../coded-reply.ts'
import { identityOf, type HttpApp } from '../http-app.ts'
import type { Answer } from '../http-services.ts'
import type { HttpParts } from '../http-parts.ts'
import { createPlaces } from '../places.ts'

const readerOf = (identity: Identity): Reader =>
  identity.kind === 'agent'
    ? { kind: 'agent', id: identity.account.id, scope: 'all' }
    : { kind: 'visitor', id: identity.id }

const concerns = (reader: Reader, group: CommittedGroup): boolean =>
  reader.kind === 'agent' ? group.entries.length > 0 : group.entries.some(({ visitor }) => visitor === reader.id)

/** Resolves when the journal has something for the reader, when the time is over, or when the caller went away. */
const nextNews = async (
  journal: Journal,
  clock: Clock,
  reader: Reader,
  waitMs: number,
  gone: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stopListening()
      stopWaiting()
      gone.removeEventListener('abort', done)
      resolve()
    }
    const stopListening = journal.onCommitted((group) => concerns(reader, group) && done())
    const stopWaiting = clock.after(waitMs, done)
    gone.addEventListener('abort', done)
    if (gone.aborted) done()
  })

export const addFeedRoute = (app: HttpApp, { services, clock, metrics, stopping }: HttpParts): void => {
  const { journal } = services
  const places = createPlaces({ inAll: limits.maxLongPolls, each: limits.maxLongPollsPerAuthor })

  const read = async (reader: Reader, cursor: Offset, limit: number): Promise<FeedPage> => {
    const { entries, upTo, more } = await journal.readAfter(reader, cursor, limit)
    return {
      epoch: journal.epoch,
      cursor: upTo,
      entries: entries.map((entry) => redact(entry, reader)),
      more,
      reset: false,
    }
  }

  /** @param identifyAgain asked after the waiting: a login that ended meanwhile is told nothing more, nor is who was blocked. SPEC D10.11, D10.23. */
  const poll = async (
    identity: Identity,
    query: FeedQuery,
    gone: AbortSignal,
    identifyAgain: () => Promise<Result<Identity>>,
  ): Promise<Answer<FeedPage>> => {
    const { cursor, epoch, waitMs = 0, limit = limits.replayChunk } = query
    const reader = readerOf(identity)
    const isForeign = (epoch !== undefined && epoch !== journal.epoch) || cursor > journal.head()
    if (isForeign) return ok({ epoch: journal.epoch, cursor: journal.head(), entries: [], more: false, reset: true })
    const place = places.take(`${reader.kind} ${reader.id}`)
    if (!place) {
      metrics.count('dropped_total', { reason: 'long_polls' })
      return fail('too_many_requests')
    }
    try {
      // Listening begins before reading, so that nothing falls between the two.
      const news = new AbortController()
      const waited = nextNews(journal, clock, reader, waitMs, AbortSignal.any([gone, news.signal, stopping]))
      const first = await read(reader, cursor as Offset, limit)
      if (first.entries.length > 0 || waitMs === 0) {
        news.abort()
        return ok(first)
      }
      await waited
      const still = await identifyAgain()
      return still.ok ? ok(await read(reader, cursor as Offset, limit)) : still
    } finally {
      place.leave()
    }
  }

  app.get(
    '/api/v1/feed',
    {
      schema: {
        summary: 'What happened after a cursor (long poll)',
        querystring: FeedQuery,
        response: { 200: FeedPage },
      },
      config: { access: 'token', audience: 'shop' },
    },
    async (request, reply) => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const identifyAgain = async (): Promise<Result<Identity>> => {
        const still = await identifyBearer(services.authenticator, request.headers.authorization)
        const isBlocked =
          still.ok && still.value.kind === 'visitor' && services.door.refuses(still.value.id, request.caller.address)
        return isBlocked ? fail('blocked') : still
      }
      return sendAnswer(reply, await poll(identityOf(request), request.query, gone.signal, identifyAgain))
    },
  )
}
