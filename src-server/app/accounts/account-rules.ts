// What names, logins and passwords may look like. Pure; the same rules at setup, creation, change and on the terminal.
import { fail, isWellFormedText, limits, ok, type Result } from '../../protocol/index.ts'

const controlOrFormat = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
// Joiners stand inside names and emoji of several languages.
const joiners = /[\u200C\u200D]/gu

/** Full-width and half-width, upper and lower case are the same login, as the person at the keyboard would expect. */
export const foldLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

export const parseLogin = (login: string): Result<string> => {
  if (!isWellFormedText(login)) return fail('login_malformed')
  const folded = foldLogin(login)
  const isFine = folded !== '' && folded.length <= limits.maxLoginLength && /^[\p{L}\p{M}\p{N}._@+-]+$/u.test(folded)
  return isFine ? ok(folded) : fail('login_malformed')
}

/** @returns the name with inner white space made single; direction overrides and control characters are refused. */
export const parseName = (name: string): Result<string> => {
  if (!isWellFormedText(name)) return fail('name_malformed')
  const tidy = name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')
  const isFine =
    tidy !== '' && tidy.length <= limits.maxNameLength && !controlOrFormat.test(tidy.replaceAll(joiners, ''))
  return isFine ? ok(tidy) : fail('name_malformed')
}

/** NFKC, so that the same keys give the same password on every keyboard and input method. */
export const parsePassword = (password: string): Result<string> => {
  if (password.length > limits.maxPasswordLength) return fail('password_too_long')
  const folded = password.normalize('NFKC')
  if (Array.from(folded).length < limits.minPasswordLength) return fail('password_too_short')
  return ok(folded)
}
