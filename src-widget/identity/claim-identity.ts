// Asks the desk for a visitor identity, once for all tabs: whoever comes second finds the first one's in storage.
import { fail, isErrorCode, ok, type Result } from '#protocol'
import type { NewVisitor } from '#protocol/http-schemas.ts'
import type { HttpReply } from '#client/environment.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'
import { parseIdentity, readIdentity, writeIdentity, type Identity } from './stored-identity.ts'

export type ClaimOptions = {
  readonly deskUrl: string
  readonly storage: WidgetStorage
  readonly postJson: (url: string, token: string, body: unknown) => Promise<HttpReply>
  /** What the page tells of its visitor; asked when the identity is made. */
  readonly newVisitor: () => NewVisitor
  /** Runs one task at a time over all tabs. */
  readonly exclusively: <T>(task: () => Promise<T>) => Promise<T>
}

const codeOf = ({ body }: HttpReply): ReturnType<typeof fail> => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return fail(isErrorCode(code) ? code : 'no_answer')
}

/** Never rejects: an unreachable desk is `no_answer`. */
export const claimIdentity = async (options: ClaimOptions): Promise<Result<Identity>> => {
  const { storage } = options
  const stored = readIdentity(storage)
  if (stored) return ok(stored)
  return options.exclusively(async () => {
    const another = readIdentity(storage)
    if (another) return ok(another)
    const reply = await options.postJson(`${options.deskUrl}/api/v1/visitors`, '', options.newVisitor())
    const identity = reply.status >= 200 && reply.status < 300 ? parseIdentity(reply.body) : undefined
    if (!identity) return codeOf(reply)
    // Without locks another tab may have been quicker meanwhile: the first to write wins.
    const first = readIdentity(storage)
    if (first) return ok(first)
    writeIdentity(storage, identity)
    return ok(identity)
  })
}
