// A day of the journal lived once more under other settings. It may take seconds: never on the gateway's thread.
import type { EpochMs, Result } from '../protocol/index.ts'
import type { WhatIfReport } from '../protocol/what-if-schemas.ts'
import type { StoredSetting } from './journal.ts'

export type DayQuestion = {
  /** [from, until) */
  readonly from: EpochMs
  readonly until: EpochMs
  /** Everything under `routing.` as it is, and as it would be. */
  readonly before: readonly StoredSetting[]
  readonly after: readonly StoredSetting[]
}

export type RunningWhatIf = {
  /**
   * `what_if_no_arrivals`, `what_if_too_large`; `what_if_cancelled` after `cancel`, `what_if_too_long` past
   * limits.whatIfWithinMs, `internal` when its thread died. Never rejects.
   */
  readonly result: Promise<Result<WhatIfReport>>
  cancel(): void
}

export type WhatIfRunner = { start(question: DayQuestion): RunningWhatIf }
