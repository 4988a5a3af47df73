// What there is to filter a view by, each with how many conversations it would leave. Pure.
import type { ConversationView } from '#client/client-state.ts'
import { EVERYONE } from '#protocol'
import { conversationState, conversationStates } from '../../stores/conversation-state.ts'
import type { FilterTerm } from '../../stores/inbox-query.ts'

export type Facet = { readonly term: FilterTerm; readonly count: number }
export type Facets = readonly Facet[]

/** Minutes that somebody asks about. */
const waitSteps = [1, 5, 10, 30, 60] as const
const minuteMs = 60_000

function counted<Value>(values: Iterable<Value>): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)
}

/** The most frequent of each kind first. */
export function facetsOf(views: readonly ConversationView[], nowMs: number): Facets {
  const summaries = views.map(({ summary }) => summary)
  const states = new Map(counted(views.flatMap((view) => conversationState(view) ?? [])))
  const waited = summaries
    .filter(({ waitingSince }) => waitingSince > 0)
    .map(({ waitingSince }) => nowMs - waitingSince)
  const intents = summaries.flatMap(({ placed }) => (placed?.intent === undefined ? [] : [placed.intent]))
  return [
    ...conversationStates
      .filter((value) => states.has(value))
      .map((value) => ({ term: { kind: 'state' as const, value }, count: states.get(value) ?? 0 })),
    ...waitSteps.map((value) => ({
      term: { kind: 'wait' as const, value },
      count: waited.filter((ms) => ms >= value * minuteMs).length,
    })),
    ...counted(summaries.flatMap(({ visitor }) => visitor.tags)).map(([value, count]) => ({
      term: { kind: 'tag' as const, value },
      count,
    })),
    ...counted(summaries.map(({ placed }) => placed?.group ?? EVERYONE)).map(([value, count]) => ({
      term: { kind: 'group' as const, value },
      count,
    })),
    ...counted(summaries.map(({ owner }) => owner)).map(([value, count]) => ({
      term: { kind: 'agent' as const, value },
      count,
    })),
    ...counted(intents).map(([value, count]) => ({ term: { kind: 'intent' as const, value }, count })),
  ]
}
