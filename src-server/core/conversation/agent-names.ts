// What an agent may be called, and when two logins are the same.
import { fail, isWellFormedText, limits, ok, type Result } from '../../protocol/index.ts'

const MAX_CAPACITY = 1_000

/** Full-width and half-width, upper and lower case are one login: people type what their keyboard is set to. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

const hasControl = /\p{Cc}/u

export const parseAgentName = (name: string): Result<string> => {
  const trimmed = isWellFormedText(name) ? name.trim() : ''
  const fine = trimmed !== '' && trimmed.length <= limits.maxNameLength && !hasControl.test(trimmed)
  return fine ? ok(trimmed) : fail('name_malformed')
}

export const parseLogin = (login: string): Result<string> => {
  const trimmed = isWellFormedText(login) ? login.normalize('NFKC').trim() : ''
  const fine = trimmed !== '' && trimmed.length <= limits.maxLoginLength && !/[\s\p{Cc}]/u.test(trimmed)
  return fine ? ok(trimmed) : fail('login_malformed')
}

export const isCapacity = (capacity: number): boolean =>
  Number.isInteger(capacity) && capacity >= 0 && capacity <= MAX_CAPACITY
