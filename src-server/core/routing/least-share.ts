// The choice for conversations that a tag or an intent placed: whoever has most room for their weight takes the next one.
import type { Contender } from './contenders.ts'

/** Share of what the agent should carry that is in use: load ÷ (capacity × weight). 1 for who should carry nothing. */
export const shareInUse = (load: number, capacity: number, weight: number): number =>
  capacity * weight > 0 ? load / (capacity * weight) : 1

type Idle = Pick<Contender, 'agent' | 'lastAssignedAt'>

const byIdleness = (left: Idle, right: Idle): number =>
  left.lastAssignedAt - right.lastAssignedAt || left.agent - right.agent

const least = <One>(list: readonly One[], compare: (left: One, right: One) => number): One | undefined => {
  let best = list[0]
  if (best === undefined) return undefined
  for (const one of list) if (compare(one, best) < 0) best = one
  return best
}

/** Who has waited longest for a conversation; of those who never had one, the lowest id. */
export const longestIdle = <One extends Idle>(list: readonly One[]): One | undefined => least(list, byIdleness)

/** The lowest score, of equals who has waited longest for work, so that ties go round. (SPEC D7.2) */
export const leastShare = <One extends Idle & { readonly score: number }>(list: readonly One[]): One | undefined =>
  least(list, (left, right) => left.score - right.score || byIdleness(left, right))
