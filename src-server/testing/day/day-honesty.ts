// How honest the estimates were that visitors of a simulated day got when they came.
import type { ConversationId, EpochMs } from '../../protocol/index.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'

export type DayHonesty = {
  /** After they have joined the line. */
  joined(visitor: ConversationId, now: EpochMs): void
  left(visitor: ConversationId, isServed: boolean, now: EpochMs): void
  /** Of those who waited at all. */
  readonly figures: { told: number; unknown: number; inTime: number; errorMs: number[] }
}

/** Who was served sooner has not waited. */
const WAITED_MS = 1000

type Told = { readonly at: EpochMs; readonly expectedMs: number; readonly atMostMs: number } | { readonly at: EpochMs }

export const createDayHonesty = (line: Pick<WaitingLine, 'outlook'>): DayHonesty => {
  const told = new Map<ConversationId, Told>()
  const figures = { told: 0, unknown: 0, inTime: 0, errorMs: [] as number[] }
  return {
    figures,
    joined(visitor, now) {
      if (!told.has(visitor)) told.set(visitor, { at: now, ...line.outlook(visitor, now)?.wait })
    },
    left(visitor, isServed, now) {
      const was = told.get(visitor)
      told.delete(visitor)
      // Whoever left without an agent has not seen the end of their wait.
      if (!was || !isServed) return
      const waitedMs = now - was.at
      if (waitedMs < WAITED_MS) return
      if (!('atMostMs' in was)) {
        figures.unknown += 1
        return
      }
      figures.told += 1
      if (waitedMs <= was.atMostMs) figures.inTime += 1
      figures.errorMs.push(Math.abs(waitedMs - was.expectedMs))
    },
  }
}
