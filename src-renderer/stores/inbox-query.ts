// What of a view is shown and in which order: filters that add up, and a sort. As an address (`?tag=vip&wait=5&sort=newest`) and back. Pure.
import { limits, type AgentId, type GroupId, type IntentId } from '#protocol'
import { conversationStates, type ConversationState } from './conversation-state.ts'

export const inboxSorts = ['usual', 'due', 'waiting', 'newest', 'oldest'] as const
/** `usual`: the queue as it is served, closed ones newest first, everything else by who waits longest. */
export type InboxSort = (typeof inboxSorts)[number]

/** Of one kind any may fit, of several kinds all must. */
export type InboxQuery = {
  readonly tags: readonly string[]
  readonly groups: readonly GroupId[]
  /** NO_AGENT: whose turn nobody has. */
  readonly agents: readonly AgentId[]
  readonly intents: readonly IntentId[]
  readonly states: readonly ConversationState[]
  /** Waiting for at least so many minutes; 0 for whoever. */
  readonly waitMinutes: number
  readonly sort: InboxSort
}

export const noQuery: InboxQuery = {
  tags: [],
  groups: [],
  agents: [],
  intents: [],
  states: [],
  waitMinutes: 0,
  sort: 'usual',
}

/** One chip of the filter. */
export type FilterTerm =
  | { readonly kind: 'tag'; readonly value: string }
  | { readonly kind: 'group'; readonly value: GroupId }
  | { readonly kind: 'agent'; readonly value: AgentId }
  | { readonly kind: 'intent'; readonly value: IntentId }
  | { readonly kind: 'state'; readonly value: ConversationState }
  | { readonly kind: 'wait'; readonly value: number }

const fields = { tag: 'tags', group: 'groups', agent: 'agents', intent: 'intents', state: 'states' } as const

export const termsOf = ({ tags, groups, agents, intents, states, waitMinutes }: InboxQuery): readonly FilterTerm[] => [
  ...states.map((value) => ({ kind: 'state' as const, value })),
  ...(waitMinutes > 0 ? [{ kind: 'wait' as const, value: waitMinutes }] : []),
  ...tags.map((value) => ({ kind: 'tag' as const, value })),
  ...groups.map((value) => ({ kind: 'group' as const, value })),
  ...agents.map((value) => ({ kind: 'agent' as const, value })),
  ...intents.map((value) => ({ kind: 'intent' as const, value })),
]

export const termKey = ({ kind, value }: FilterTerm): string => `${kind}:${value}`

export const isFiltering = (query: InboxQuery): boolean => termsOf(query).length > 0

export const hasTerm = (query: InboxQuery, term: FilterTerm): boolean =>
  term.kind === 'wait'
    ? query.waitMinutes === term.value
    : (query[fields[term.kind]] as readonly unknown[]).includes(term.value)

/** Puts a term in, or takes it out again. */
export function toggleTerm(query: InboxQuery, term: FilterTerm): InboxQuery {
  if (term.kind === 'wait') return { ...query, waitMinutes: query.waitMinutes === term.value ? 0 : term.value }
  const field = fields[term.kind]
  const values = query[field] as readonly unknown[]
  const without = values.filter((value) => value !== term.value)
  if (without.length < values.length) return { ...query, [field]: without }
  return values.length >= limits.maxFilterTerms ? query : { ...query, [field]: [...values, term.value] }
}

export const withoutTerms = ({ sort }: InboxQuery): InboxQuery => ({ ...noQuery, sort })

/** `?tag=vip&group=3`, or nothing. */
export function queryToAddress(query: InboxQuery): string {
  const pairs = termsOf(query).map(({ kind, value }) => [kind, String(value)])
  if (query.sort !== 'usual') pairs.push(['sort', query.sort])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** What cannot be read is left out: addresses get typed, cut and bookmarked. */
export function queryFromAddress(address: string): InboxQuery {
  const given = new URLSearchParams(address)
  const all = (name: string): readonly string[] => [...new Set(given.getAll(name))].slice(0, limits.maxFilterTerms)
  const numbers = (name: string): readonly number[] =>
    all(name)
      .filter((value) => /^\d{1,15}$/.test(value))
      .map(Number)
  const wait = given.get('wait') ?? ''
  return {
    tags: all('tag').filter((tag) => tag !== '' && tag.length <= limits.maxTagLength),
    groups: numbers('group') as readonly GroupId[],
    agents: numbers('agent') as readonly AgentId[],
    intents: numbers('intent') as readonly IntentId[],
    states: conversationStates.filter((state) => all('state').includes(state)),
    waitMinutes: /^\d{1,5}$/.test(wait) ? Number(wait) : 0,
    sort: inboxSorts.find((sort) => sort === given.get('sort')) ?? 'usual',
  }
}
