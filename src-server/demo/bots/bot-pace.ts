// How lively the demo is. Tests are faster.
export type BotPace = {
  /** Mean time between two visits. */
  readonly visitEveryMs: number
  /** Visitors talking at a time; past it nobody comes. */
  readonly visitsAtOnce: number
  /** Colleagues sit down one after another, so that a desk just opened still has its queue. */
  readonly seatEveryMs: number
  /** Mean time between two breaks of one colleague, and how long a break is. */
  readonly breakEveryMs: number
  readonly breakMs: number
  /** Until a visitor without an answer asks again; about twice that until they leave. */
  readonly patienceMs: number
  /** Of those whom the person at the screen finds waiting. */
  readonly firstPatienceMs: number
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** Something happens every few seconds, and one can still read along. */
export const calmPace: BotPace = {
  visitEveryMs: 20 * SECOND_MS,
  visitsAtOnce: 8,
  seatEveryMs: 9 * SECOND_MS,
  breakEveryMs: 9 * MINUTE_MS,
  breakMs: 70 * SECOND_MS,
  patienceMs: 2.5 * MINUTE_MS,
  firstPatienceMs: 25 * MINUTE_MS,
}
