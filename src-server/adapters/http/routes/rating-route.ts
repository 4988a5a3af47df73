// What a visitor thinks of a conversation that was closed.
import { MessageAck, NewRating } from '../../../protocol/http-schemas.ts'
import type { ConversationId } from '../../../protocol/index.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { visitorOf, type HttpApp } from '../http-app.ts'

export const addRatingRoute = (app: HttpApp, { services: { rate } }: HttpParts): void => {
  app.post(
    '/api/v1/ratings',
    {
      schema: {
        summary: 'Rate a closed conversation; the same cid never counts twice',
        description:
          '`score` 1 (worst) to 5, with a comment if you like. Until a week after the closing it may be given anew a few times: the newest ' +
          'counts.',
        body: NewRating,
        response: { 200: MessageAck },
      },
      config: { access: 'visitor', audience: 'shop' },
    },
    async (request, reply) => {
      const { cid, conversation, score, comment = '' } = request.body
      const rating = { cid, conversation: conversation as ConversationId, score, comment }
      return sendAnswer(reply, await rate(visitorOf(request), rating))
    },
  )
}
