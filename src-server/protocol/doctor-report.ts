// What the checkup of a machine found (`frontdesk doctor`): figures, a judgement, and words in both languages. Types only: the
// server's process makes it, the terminal and the desktop's page show it.

export type DoctorState = 'ok' | 'warning' | 'problem'

type InBothLanguages = { readonly en: string; readonly zh: string }

/** Plain figures, for scripts: milliseconds, bytes and counts, as their names say. */
export type DoctorFigures = Readonly<Record<string, number | string | boolean | null>>

export type DoctorCheck = {
  readonly id: string
  readonly state: DoctorState
  /** Which of the check's possible outcomes it was: a stable word for scripts. */
  readonly verdict: string
  readonly measured: DoctorFigures
  readonly name: InBothLanguages
  /** The one figure that it is all about, where there is one. */
  readonly figure: InBothLanguages | null
  readonly says: InBothLanguages
  /** What to do; null where nothing has to be done. */
  readonly advice: InBothLanguages | null
}

export type DoctorReport = {
  readonly version: string
  readonly dataFolder: string
  /** The worst of the checks. */
  readonly state: DoctorState
  readonly checks: readonly DoctorCheck[]
}

/** Where the self-load is: `p99Ms` is of the last step, null before the first has ended. */
export type DoctorProgress = { readonly share: number; readonly visitors: number; readonly p99Ms: number | null }
