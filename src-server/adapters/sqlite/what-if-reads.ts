// Reads a day out of the journal for a what-if, on a connection of its own, and lets core replay it.
import { fail, limits, ok, type Offset, type Result } from '../../protocol/index.ts'
import type { WhatIfReport } from '../../protocol/what-if-schemas.ts'
import { foldSettings, initialSettings } from '../../core/routing/routing-settings.ts'
import { compareDays } from '../../core/what-if/compare-days.ts'
import { createDayRecorder, type DayRecorder } from '../../core/what-if/day-record.ts'
import type { DayQuestion } from '../../ports/what-if.ts'
import { dataFilesOf } from './data-files.ts'
import { openReadDb } from './open-database.ts'
import { createReads, type Reads } from './storage-engine.ts'
import type { WorkerBirth } from './worker-messages.ts'

/** Entries read at once: some megabytes. */
const CHUNK = 4_000

/** The last offset before an instant: offsets and times rise together. */
const offsetBefore = ({ head, committedAfter }: Reads, at: number): Offset => {
  let below = 0
  let above = head() + 1
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    const found = committedAfter((middle - 1) as Offset, 1)[0]
    if (found && found.entry.at < at) below = middle
    else above = middle
  }
  return below as Offset
}

const hearDay = (reads: Reads, recorder: DayRecorder, { from, until }: DayQuestion): void => {
  const end = until + limits.whatIfEndsWithinMs
  let cursor = offsetBefore(reads, from - limits.whatIfLearnFromMs)
  while (recorder.arrivals <= limits.maxWhatIfArrivals) {
    const chunk = reads.committedAfter(cursor, CHUNK)
    for (const committed of chunk) {
      if (committed.entry.at >= end) return
      recorder.hear(committed)
    }
    const last = chunk.at(-1)
    if (!last) return
    cursor = last.entry.offset
  }
}

/** Of what a storage thread is born with, what it takes to read. */
export type WhatIfBirth = Pick<WorkerBirth, 'dataDir' | 'nativeBinding'>

/** `nowMs` only measures how long it took. @throws what SQLite throws */
export const answerWhatIf = (
  { dataDir, nativeBinding }: WhatIfBirth,
  question: DayQuestion,
  nowMs: () => number,
): Result<WhatIfReport> => {
  const startedMs = nowMs()
  const db = openReadDb(dataFilesOf(dataDir).database, { nativeBinding })
  try {
    const reads = createReads(db, () => undefined)
    const { from, until, before, after } = question
    const recorder = createDayRecorder(from, until)
    hearDay(reads, recorder, question)
    if (recorder.arrivals === 0) return fail('what_if_no_arrivals')
    if (recorder.arrivals > limits.maxWhatIfArrivals) return fail('what_if_too_large')
    const compared = compareDays({
      record: recorder.record(),
      agents: reads.agents(),
      from,
      until,
      end: until + limits.whatIfEndsWithinMs,
      before: foldSettings(initialSettings, before),
      after: foldSettings(initialSettings, after),
    })
    return ok({ ...compared, tookMs: Math.round(nowMs() - startedMs) })
  } finally {
    db.close()
  }
}
