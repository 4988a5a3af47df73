// Expected failures are values: a Result is either a value or a coded error. Throwing is for bugs.
import type { ErrorCode } from './error-codes.ts'

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Failure = { readonly ok: false; readonly code: ErrorCode }
export type Result<T> = Ok<T> | Failure

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = (code: ErrorCode): Failure => ({ ok: false, code })
