// What a simulated day is summed up to.
import { DAY_START } from './day-office.ts'
import { jainsIndex, quantile } from '../../core/what-if/day-sums.ts'
import type { DayHonesty } from './day-honesty.ts'
import { isAble, type DayWorld } from './day-world.ts'

export type DayFigures = {
  /** Of everyone who was let into the queue; who left without an answer counts as never. */
  readonly medianFirstResponseMs: number
  readonly p90FirstResponseMs: number
  /** Jain's index of load over capacity: 1 when every agent is as busy as every other, 1/n when one does everything. */
  readonly fairness: number
  readonly counts: ReadonlyMap<string, number>
  readonly honesty: DayHonesty['figures']
}

/** Busy share of each agent: load over capacity, averaged over the time in which they were able. */
export type BusyMeter = { pass(ms: number): void; shares(): readonly number[] }

export const createBusyMeter = (world: DayWorld): BusyMeter => {
  const used = new Float64Array(world.load.length)
  const able = new Float64Array(world.load.length)
  return {
    pass(ms) {
      for (let agent = 1; agent < world.load.length; agent += 1) {
        if (!isAble(world, agent)) continue
        able[agent] = (able[agent] ?? 0) + ms
        used[agent] = (used[agent] ?? 0) + (ms * (world.load[agent] ?? 0)) / (world.office.agents[agent]?.capacity ?? 1)
      }
    },
    shares: () => Array.from(used, (sum, agent) => sum / (able[agent] ?? 0)).filter((share) => Number.isFinite(share)),
  }
}

export const figuresOf = (world: DayWorld, meter: BusyMeter, honesty: DayHonesty): DayFigures => {
  const waits: number[] = []
  for (let visitor = 1; visitor < world.owner.length; visitor += 1) {
    if (world.leftMessage[visitor] === 1) continue
    const arrivedAt = world.visitors.arrivals[visitor - 1] ?? DAY_START
    const repliedAt = world.firstReplyAt[visitor] ?? 0
    waits.push(repliedAt > 0 ? repliedAt - arrivedAt : Number.POSITIVE_INFINITY)
  }
  const sorted = Float64Array.from(waits).sort()
  return {
    medianFirstResponseMs: quantile(sorted, 0.5),
    p90FirstResponseMs: quantile(sorted, 0.9),
    fairness: jainsIndex(meter.shares()),
    counts: world.counts,
    honesty: honesty.figures,
  }
}
