// A part of a conversation's history that lies somewhere, not necessarily at its end: around a message that was jumped to. Pure. The
// conversation's own entries (conversation-model.ts) always reach up to now; this one grows towards them from where it began.
import { limits, type Entry, type Seq } from '#protocol'
import { withRevisions } from './with-revisions.ts'

export type HistoryWindow = {
  /** By rising seq, without gaps. */
  readonly entries: readonly Entry[]
}

/** Where to ask for a page with the message in its middle. */
export const beforeOfPageAround = (seq: Seq): Seq => (seq + Math.ceil(limits.historyPage / 2) + 1) as Seq

const withoutGaps = (entries: readonly Entry[]): readonly Entry[] => {
  const gap = entries.findIndex((entry, index) => index > 0 && entry.seq !== (entries[index - 1]?.seq ?? 0) + 1)
  return gap < 0 ? entries : entries.slice(0, gap)
}

export const windowOf = (page: readonly Entry[]): HistoryWindow => ({
  entries: withoutGaps(page.toSorted((one, other) => one.seq - other.seq)),
})

/** With the page before it; of many entries those at the other end are let go. The same window when the page does not fit on. */
export const extendedBack = (window: HistoryWindow, page: readonly Entry[]): HistoryWindow => {
  const first = window.entries[0]
  const fits = windowOf(page.filter((entry) => first !== undefined && entry.seq < first.seq)).entries
  if (!first || fits.at(-1)?.seq !== first.seq - 1) return window
  return { entries: [...fits, ...window.entries].slice(0, limits.windowEntriesKept) }
}

/** With the page after it, the same way. */
export const extendedForward = (window: HistoryWindow, page: readonly Entry[]): HistoryWindow => {
  const last = window.entries.at(-1)
  const fits = windowOf(page.filter((entry) => last !== undefined && entry.seq > last.seq)).entries
  if (!last || fits[0]?.seq !== last.seq + 1) return window
  return { entries: [...withRevisions(window.entries, fits), ...fits].slice(-limits.windowEntriesKept) }
}

/** The window and what the conversation has loaded up to now as one, once they touch; undefined before. */
export const joinedWith = (window: HistoryWindow, newest: readonly Entry[]): readonly Entry[] | undefined => {
  const first = newest[0]
  const last = window.entries.at(-1)
  if (!first || !last || last.seq < first.seq - 1) return undefined
  const before = window.entries.filter((entry) => entry.seq < first.seq)
  return before.length === 0 ? newest : [...withRevisions(before, newest), ...newest]
}
