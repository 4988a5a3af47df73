// A page of a search: slices of it, in between which everybody else reads, until the page is full or enough was looked through.
import { fail, limits, NO_OFFSET, ok, type ConversationId, type ConversationSummary } from '../../protocol/index.ts'
import type { SearchHit, SearchPage } from '../../protocol/search-schemas.ts'
import type { SearchDesk } from '../../adapters/http/http-services.ts'
import { createPlaces } from '../../adapters/http/places.ts'
import type { Reader } from '../../ports/journal.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { MessageSearch, SearchQuery, SearchSlice } from '../../ports/message-search.ts'
import { createBoundedGate } from '../accounts/bounded-gate.ts'

/** SPEC D3.5, D9.26. */
export const createSearchDesk = ({ search, metrics }: { search: MessageSearch; metrics: Metrics }): SearchDesk => {
  const enter = createBoundedGate({ atOnce: 1, maxWaiting: limits.maxSearchesWaiting })
  const places = createPlaces({
    inAll: limits.maxSearchesWaiting,
    each: limits.maxSearchesPerAgent,
  })

  const pageOf = async (reader: Reader, query: SearchQuery, gone: AbortSignal): Promise<SearchPage> => {
    const hits: SearchHit[] = []
    const conversations = new Map<ConversationId, ConversationSummary>()
    let slice: SearchSlice = { hits, conversations: [], people: [], next: query.before, behind: 0 }
    let people: SearchSlice['people'] = []
    for (let turn = 0; turn < limits.maxSearchSlices && !gone.aborted; turn += 1) {
      const rest = { ...query, before: slice.next, limit: query.limit - hits.length }
      slice = await search.slice(reader, rest)
      hits.push(...slice.hits)
      for (const summary of slice.conversations) conversations.set(summary.id, summary)
      if (turn === 0) people = slice.people
      if (slice.next === NO_OFFSET || hits.length >= query.limit) break
    }
    const { next, behind } = slice
    return { hits, conversations: [...conversations.values()], people: [...people], next, behind }
  }

  return {
    async page({ account }, query, gone) {
      const place = places.take(String(account.id))
      if (!place) {
        metrics.count('dropped_total', { what: 'search', reason: 'too_many_requests' })
        return fail('too_many_requests')
      }
      const started = performance.now()
      try {
        const reader = { kind: 'agent', id: account.id, scope: 'all' } as const
        const entered = await enter(async () => pageOf(reader, query, gone))
        return entered.ok ? ok(entered.value) : entered
      } finally {
        place.leave()
        metrics.observe('query_seconds', (performance.now() - started) / 1000, { query: 'search' })
      }
    },
  }
}
