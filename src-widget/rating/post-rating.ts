// A rating on its way to the desk: over HTTP, straight from the tab in which it was given.
import { fail, isErrorCode, ok, type ConversationId, type Result } from '#protocol'

export type RatingToSend = {
  readonly cid: string
  readonly conversation: ConversationId
  readonly score: number
  readonly comment: string
}

/** `no_answer` when it is not known whether the desk took it: the same may be sent again (D2.10). */
export const postRating = async (deskUrl: string, token: string, rating: RatingToSend): Promise<Result<undefined>> => {
  try {
    const reply = await fetch(`${deskUrl}/api/v1/ratings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(rating),
    })
    if (reply.ok) return ok(undefined)
    const { code } = (await reply.json()) as { readonly code?: unknown }
    return fail(isErrorCode(code) ? code : 'no_answer')
  } catch {
    return fail('no_answer')
  }
}
