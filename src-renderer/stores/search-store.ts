// What is searched for and what was found. It outlives the page: whoever comes back from a hit finds everything as it was. A question waits
// until the typing pauses, gives up the one before, and an answer that comes too late changes nothing.
import { limits, NO_OFFSET, type ConversationId, type ConversationSummary, type Offset } from '#protocol'
import type { PersonHit, SearchHit, SearchPage, SearchParams } from '#protocol/search-schemas.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode, ApiResult } from '../platform/api-result.ts'

export const searchPeriods = ['today', 'week', 'month', 'year'] as const
export type SearchPeriod = (typeof searchPeriods)[number]

export type SearchFilters = Pick<SearchParams, 'by' | 'status' | 'agent' | 'group' | 'intent' | 'tag'> & {
  readonly period?: SearchPeriod
}
/** Undefined takes a filter away. */
export type FilterChange = { readonly [Name in SearchFilter]?: SearchFilters[Name] | undefined }
export type SearchFilter = keyof SearchFilters

/** One page's hits in one conversation, newest first. */
export type HitGroup = { readonly conversation: ConversationId; readonly hits: readonly SearchHit[] }

export type Search = {
  readonly typed: string
  readonly filters: SearchFilters
  /** `idle`: nothing to look for. `more`: a further page is under way. */
  readonly state: 'idle' | 'searching' | 'found' | 'more' | 'failed'
  readonly code: ApiErrorCode | undefined
  /** `failed`: before which hit the page lies that did not come; NO_OFFSET: the first one. */
  readonly failedBefore: Offset
  readonly groups: readonly HitGroup[]
  readonly people: readonly PersonHit[]
  readonly conversations: ReadonlyMap<ConversationId, ConversationSummary>
  /** NO_OFFSET: everything was looked through. */
  readonly next: Offset
  readonly behind: number
  /** The hit that was opened last: there one goes on. */
  readonly opened: Offset
}

export type SearchStore = StoreApi<Search> & {
  /** `isComposing`: an input method is at it, and what stands there is half a word. */
  readonly type: (typed: string, isComposing?: boolean) => void
  readonly filter: (change: FilterChange) => void
  readonly more: () => void
  /** The page that did not come; else the newest once more, for what was indexed meanwhile. */
  readonly again: () => void
}

type Outside = {
  readonly now: () => number
  readonly after: (ms: number, task: () => void) => () => void
}

/** Shorter than the pause between two words, longer than that between two letters. */
const typingPauseMs = 160

const nothing = {
  state: 'idle',
  code: undefined,
  failedBefore: NO_OFFSET,
  groups: [],
  people: [],
  conversations: new Map(),
  next: NO_OFFSET,
  behind: 0,
  opened: NO_OFFSET,
} as const satisfies Partial<Search>

const dayMs = 24 * 3_600_000
const daysOf: Readonly<Record<Exclude<SearchPeriod, 'today'>, number>> = { week: 7, month: 30, year: 365 }

const fromOf = (period: SearchPeriod, now: number): number =>
  period === 'today' ? new Date(now).setHours(0, 0, 0, 0) : now - daysOf[period] * dayMs

const changed = (filters: SearchFilters, change: FilterChange): SearchFilters =>
  Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined))

/** In the order in which each was found first; what was shown stays where it is. */
export function groupHits(before: readonly HitGroup[], hits: readonly SearchHit[]): readonly HitGroup[] {
  const fresh = new Map<ConversationId, SearchHit[]>()
  for (const hit of hits) {
    const group = fresh.get(hit.conversation)
    if (group) group.push(hit)
    else fresh.set(hit.conversation, [hit])
  }
  const last = before.at(-1)
  const continued = last && fresh.get(last.conversation)
  if (last && continued) fresh.delete(last.conversation)
  return [
    ...(last && continued ? [...before.slice(0, -1), { ...last, hits: [...last.hits, ...continued] }] : before),
    ...[...fresh].map(([conversation, found]) => ({ conversation, hits: found })),
  ]
}

export function createSearchStore(
  api: { search(params: SearchParams, gone: AbortSignal): Promise<ApiResult<SearchPage>> },
  { now, after }: Outside,
): SearchStore {
  const store = createStore<Search>(() => ({ typed: '', filters: {}, ...nothing }))
  let cancelPause = (): void => undefined
  let asking = new AbortController()
  let wanted = ''

  const paramsOf = ({ typed, filters }: Search, before: Offset): SearchParams => {
    const { period, ...rest } = filters
    const from = period === undefined ? {} : { from: Math.floor(fromOf(period, now())) as never }
    return { q: typed.trim(), before, limit: limits.maxSearchPage, ...rest, ...from }
  }

  const ask = async (before: Offset): Promise<void> => {
    asking.abort()
    const mine = new AbortController()
    asking = mine
    store.setState({ state: before === NO_OFFSET ? 'searching' : 'more', code: undefined })
    const answer = await api.search(paramsOf(store.getState(), before), mine.signal)
    if (mine.signal.aborted) return
    if (!answer.ok) {
      store.setState({ state: 'failed', code: answer.code, failedBefore: before })
      return
    }
    const { hits, people, conversations, next, behind } = answer.value
    store.setState((held) => {
      const isFirst = before === NO_OFFSET
      const known = new Map(isFirst ? [] : held.conversations)
      for (const summary of conversations) known.set(summary.id, summary)
      return {
        state: 'found',
        groups: groupHits(isFirst ? [] : held.groups, hits),
        people: isFirst ? people : held.people,
        conversations: known,
        next,
        behind,
        opened: isFirst ? NO_OFFSET : held.opened,
      }
    })
  }

  const start = (pauseMs: number): void => {
    cancelPause()
    asking.abort()
    wanted = store.getState().typed.trim()
    if (wanted === '') {
      store.setState(nothing)
      return
    }
    // What was found stays on the screen until there is something else to show.
    store.setState({ state: 'searching', code: undefined })
    if (pauseMs === 0) void ask(NO_OFFSET)
    else cancelPause = after(pauseMs, () => void ask(NO_OFFSET))
  }

  return {
    ...store,
    type: (typed, isComposing = false) => {
      store.setState({ typed: typed.slice(0, limits.maxSearchLength) })
      if (!isComposing && store.getState().typed.trim() !== wanted) start(typingPauseMs)
    },
    filter: (change) => {
      store.setState(({ filters }) => ({ filters: changed(filters, change) }))
      start(0)
    },
    more: () => {
      const { state, next } = store.getState()
      if (state === 'found' && next !== NO_OFFSET) void ask(next)
    },
    again: () => {
      const { state, failedBefore } = store.getState()
      if (state === 'failed' && failedBefore !== NO_OFFSET) void ask(failedBefore)
      else start(0)
    },
  }
}
