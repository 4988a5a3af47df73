// What comes of asking the desk over HTTP: a value, or a coded failure. Never an exception.
import type { ErrorCode, Ok } from '#protocol'

/** What the server says, and what only the page can say. `other_key`: a stranger answers at a paired desk's address. */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'not_a_desk' | 'other_key'
/** One thing that is wrong with a setting, at its place in it. */
export type SettingFault = { readonly field: string; readonly code: ErrorCode; readonly names: readonly string[] }
export type ApiFailure = {
  readonly ok: false
  readonly code: ApiErrorCode
  readonly retryAfterMs?: number
  readonly faults?: readonly SettingFault[]
}
export type ApiResult<T> = Ok<T> | ApiFailure

/** `version`: of the setting that is changed, as it was read. `gone`: nobody waits for the answer any more; it then reads as `unreachable`. */
export type CallDesk = <T>(
  method: string,
  path: string,
  body?: unknown,
  version?: string,
  gone?: AbortSignal,
) => Promise<ApiResult<T>>
