// What does not fit in a setting that somebody wants to save: all of it at once, each with its place and a code.
import { limits, type ErrorCode } from '../../protocol/index.ts'

export type SettingFault = {
  /** Where in the value, as `hours.week.0`; empty = the whole. */
  readonly field: string
  readonly code: ErrorCode
  /** What else is concerned, by the names people gave: the rules that still lead here, the intent with the same sentence. */
  readonly names: readonly string[]
}

export const faultAt = (field: string, code: ErrorCode, names: readonly string[] = []): SettingFault => ({
  field,
  code,
  names: names.slice(0, limits.maxFaultNames),
})
