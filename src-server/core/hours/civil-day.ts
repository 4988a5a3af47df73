// A day on the calendar of a time zone as two instants.
import type { EpochMs } from '../../protocol/index.ts'
import { offsetAt } from './local-clock.ts'

const DAY_MS = 86_400_000

/** The instant whose local reading is that; where the clock jumps over it, near it. */
const atWall = (timeZone: string, wallMs: number): number => {
  const guess = wallMs - offsetAt(timeZone, wallMs as EpochMs)
  return wallMs - offsetAt(timeZone, guess as EpochMs)
}

/** [from, until) of a date written 2026-10-01: 23 or 25 hours where the clock is changed. */
export const civilDay = (date: string, timeZone: string): { readonly from: EpochMs; readonly until: EpochMs } => {
  const wallMs = Date.parse(`${date}T00:00:00Z`)
  return { from: atWall(timeZone, wallMs) as EpochMs, until: atWall(timeZone, wallMs + DAY_MS) as EpochMs }
}
