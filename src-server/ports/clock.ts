import type { EpochMs } from '../protocol/index.ts'

export type Cancel = () => void

/** The only source of time. Core takes `now` as an argument instead. */
export type Clock = {
  now(): EpochMs
  /** Runs `task` once, not before `delayMs` from now. Cancelling after it ran does nothing. */
  after(delayMs: number, task: () => void): Cancel
}
