// Whose request it is, by its Authorization header.
import { fail, type Result } from '../../protocol/index.ts'
import type { Authenticator, Identity } from '../../ports/authenticator.ts'

const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\x21-\x7e]{1,200})$/iu.exec(header ?? '')?.[1]

export const identifyBearer = async (
  authenticator: Authenticator,
  header: string | undefined,
): Promise<Result<Identity>> => {
  const token = bearerOf(header)
  return token === undefined ? fail('unauthorized') : authenticator.identify(token)
}
