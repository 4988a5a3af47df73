// What a password may be: the same at setup, creation, change and on the terminal. Pure.
import { fail, limits, ok, type Result } from '../../protocol/index.ts'

/** NFKC, so that the same keys give the same password on every keyboard and input method. */
export const parsePassword = (password: string): Result<string> => {
  if (password.length > limits.maxPasswordLength) return fail('password_too_long')
  const folded = password.normalize('NFKC')
  if (Array.from(folded).length < limits.minPasswordLength) return fail('password_too_short')
  return ok(folded)
}
