// Which day is yesterday for the office, whatever the clock of this computer is set to.
import type { GroupRow } from '#protocol/routing-schemas.ts'

const DAY_MS = 86_400_000

/** That of the first group with opening hours; an office without any lives by this computer's. */
export const officeZone = (groups: readonly Pick<GroupRow, 'hours'>[]): string =>
  groups.find(({ hours }) => hours !== null)?.hours?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone

/** 2026-09-30 on the calendar of the zone. */
const dateAt = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

export const dayBefore = (now: number, timeZone: string): string =>
  new Date(Date.parse(dateAt(now, timeZone)) - DAY_MS).toISOString().slice(0, 10)
