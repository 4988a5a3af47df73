// What an agent may be called, and when two logins are the same.
import { fail, isWellFormedText, limits, ok, type Result } from '../../protocol/index.ts'

const MAX_CAPACITY = 1_000

/** Full-width and half-width, upper and lower case are one login: people type what their keyboard is set to. */
export const loginKey = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/** Direction overrides and invisible signs: a name must not pass for another one. */
const misleading = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
// Joiners stand inside names and emoji of several languages.
const joiners = /[\u200C\u200D]/gu

/** @returns the name with white space made single. */
export const parseAgentName = (name: string): Result<string> => {
  const tidy = isWellFormedText(name) ? name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ') : ''
  const fine = tidy !== '' && tidy.length <= limits.maxNameLength && !misleading.test(tidy.replaceAll(joiners, ''))
  return fine ? ok(tidy) : fail('name_malformed')
}

/** @returns the login as it was typed, in plain widths. Letters of any script, digits and . _ @ + - */
export const parseLogin = (login: string): Result<string> => {
  const tidy = isWellFormedText(login) ? login.normalize('NFKC').trim() : ''
  const fine = tidy.length <= limits.maxLoginLength && /^[\p{L}\p{M}\p{N}._@+-]+$/u.test(tidy)
  return fine ? ok(tidy) : fail('login_malformed')
}

export const isCapacity = (capacity: number): boolean =>
  Number.isInteger(capacity) && capacity >= 0 && capacity <= MAX_CAPACITY
