// The notes that call me.
import { ok } from '../../../protocol/index.ts'
import { MentionList } from '../../../protocol/mention-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

export const addMentionRoute = (app: HttpApp, { services: { journal } }: HttpParts): void => {
  app.get(
    '/api/v1/mentions',
    {
      schema: {
        summary: 'The notes that call you, newest first',
        description: 'As they read now, without those that were recalled.',
        response: { 200: MentionList },
      },
      config: { access: 'conversations.read', audience: 'desk' },
    },
    async (request, reply) => {
      const found = await journal.mentions(agentOf(request).account.id)
      const mentions = found.map(({ note: { offset, at, conversation, seq, author, body }, visitor }) => {
        return { offset, at, conversation, seq, by: author.id, text: body.text, visitor }
      })
      return sendAnswer(reply, ok({ mentions }))
    },
  )
}
