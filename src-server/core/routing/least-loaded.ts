// The base layer of routing: whoever has most room takes the next one.
import { limits } from '../../protocol/index.ts'
import type { Candidate, Router } from '../../ports/router.ts'

/** Share of the capacity in use; no capacity counts as full. */
const scoreOf = ({ load, capacity }: Candidate): number => (capacity > 0 ? load / capacity : 1)

const hasRoom = ({ load, capacity }: Candidate): boolean => load < capacity

/** Least used share first, then who has waited longest for work, then by id, so that the answer never depends on order. */
const byPreference = (left: Candidate, right: Candidate): number =>
  scoreOf(left) - scoreOf(right) || left.lastAssignedAt - right.lastAssignedAt || left.agent - right.agent

/** SPEC D7.2, D8.1. The reason names every candidate, the full ones too, best first. */
export const createLeastLoadedRouter = (): Router => ({
  route({ candidates }) {
    const ranked = candidates.toSorted(byPreference)
    const best = ranked.find(hasRoom)
    if (!best) return undefined
    const named = ranked.slice(0, limits.maxReasonCandidates).map((candidate) => ({
      agent: candidate.agent,
      load: candidate.load,
      capacity: candidate.capacity,
      score: scoreOf(candidate),
    }))
    return { agent: best.agent, reason: { layer: 'load', rule: 'least_loaded', candidates: named } }
  },
})
