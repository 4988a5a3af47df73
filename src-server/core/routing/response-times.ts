// How fast each agent replies, as far as their last days tell. Fed with replies, asked for speeds; it decides nothing.
import { limits, type AgentId, type EpochMs } from '../../protocol/index.ts'
import { medianOf } from './median.ts'

/** The first after a conversation came to the agent, or one of those that follow. */
type ReplyKind = 'first' | 'later'

export type Reply = {
  readonly agent: AgentId
  readonly kind: ReplyKind
  /** Since the visitor's word, or since the conversation came if that was later. */
  readonly tookMs: number
  /** Conversations the agent had then, with this one. */
  readonly load: number
  readonly at: EpochMs
}

export type ResponseTimes = {
  record(reply: Reply): void
  /**
   * For each of the agents, in their order, how much faster than the median of them all they reply: 1 is the median, 2 is
   * twice as fast, within limits.maxSpeedRatio both ways. Who never replied is at the median. (SPEC D7.14)
   */
  speeds(agents: readonly { readonly agent: AgentId }[], now: EpochMs): Float64Array
}

/** Sum of the logarithms and of their weights, each reply's weight as seen from the landmark. */
type Tally = { sum: number; mass: number }
type Tallies = Readonly<Record<ReplyKind, Tally>>

const kinds = ['first', 'later'] as const

/** Weights double with every half-life since the landmark; long before they overflow, the landmark moves. */
const MAX_HALF_LIVES = 64

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

const MAX_LOG_SPEED = Math.log(limits.maxSpeedRatio)

/**
 * Per agent and kind the mean of x = ln(tookMs ÷ load^b), each reply weighing 2^(−age ÷ half-life), which for replies
 * that come at any time is what an exponentially weighted moving average is for those that come by the clock (kept
 * as forward decay: G. Cormode et al., Forward decay, ICDE 2009, so that asking costs one power, not one an agent). The
 * logarithm, because reply times are skewed: one of an hour among many of a minute must not decide. Dividing by load^b
 * (limits.replyLoadExponent) makes busy and idle agents comparable: else whoever gets more would look slower for it.
 *
 * With m the median of the means of the agents asked about, and everybody credited with k = limits.creditedReplies
 * replies at it, ln speed = (m − mean) × mass ÷ (mass + k), averaged over the two kinds. So a new agent is at the median,
 * few replies say little, and old ones are forgotten. docs/adr/0011 has the reasons.
 */
export const createResponseTimes = (): ResponseTimes => {
  /** By agent id, which are small: looked up five hundred times a decision. */
  let known: Tallies[] = []
  let landmark: number | undefined

  const growth = (at: number): number => 2 ** ((at - (landmark ?? at)) / limits.replyHalfLifeMs)

  const keepLandmarkNear = (at: number): void => {
    const halfLives = (at - (landmark ?? at)) / limits.replyHalfLifeMs
    if (landmark !== undefined && Math.abs(halfLives) <= MAX_HALF_LIVES) return
    // A clock that was weeks ahead left figures that nothing outweighs.
    if (halfLives < 0) known = []
    const scale = 2 ** -halfLives
    known.forEach((tallies) => {
      for (const kind of kinds) {
        tallies[kind].sum *= scale
        tallies[kind].mass *= scale
      }
    })
    landmark = at
  }

  const talliesOf = (agent: AgentId): Tallies => {
    const there = known[agent]
    if (there) return there
    const made = { first: { sum: 0, mass: 0 }, later: { sum: 0, mass: 0 } }
    known[agent] = made
    return made
  }

  const addLogSpeeds = (
    kind: ReplyKind,
    theirs: readonly (Tallies | undefined)[],
    today: number,
    into: Float64Array,
  ): void => {
    const means = new Float64Array(theirs.length)
    const masses = new Float64Array(theirs.length)
    const sample = new Float64Array(theirs.length)
    let count = 0
    for (let index = 0; index < theirs.length; index += 1) {
      const pair = theirs[index]
      const tally = kind === 'first' ? pair?.first : pair?.later
      // What faded to nothing is not known any more.
      if (!tally || !(tally.mass > 0)) continue
      const mean = tally.sum / tally.mass
      means[index] = mean
      // A clock set back adds no weight to anything.
      masses[index] = Math.min(tally.mass, tally.mass / today)
      sample[count] = mean
      count += 1
    }
    if (count === 0) return
    const median = medianOf(sample.subarray(0, count))
    for (let index = 0; index < into.length; index += 1) {
      const mass = masses[index] ?? 0
      const pull = mass / (mass + limits.creditedReplies)
      into[index] = (into[index] ?? 0) + ((median - (means[index] ?? 0)) * pull) / kinds.length
    }
  }

  return {
    record({ agent, kind, tookMs, load, at }) {
      keepLandmarkNear(at)
      const bounded = clamp(tookMs, limits.shortestReplyMs, limits.longestReplyMs)
      const x = Math.log(bounded / Math.max(1, load) ** limits.replyLoadExponent)
      const tally = talliesOf(agent)[kind]
      const weight = growth(at)
      tally.sum += x * weight
      tally.mass += weight
    },
    speeds(agents, now) {
      const logs = new Float64Array(agents.length)
      const theirs = agents.map(({ agent }) => known[agent])
      const today = growth(now)
      for (const kind of kinds) addLogSpeeds(kind, theirs, today, logs)
      for (let index = 0; index < logs.length; index += 1)
        logs[index] = Math.exp(clamp(logs[index] ?? 0, -MAX_LOG_SPEED, MAX_LOG_SPEED))
      return logs
    },
  }
}
