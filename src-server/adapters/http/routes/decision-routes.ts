// Why a conversation went to whom, and why not to others (D8).
import type { ConversationId } from '../../../protocol/index.ts'
import { DecisionList } from '../../../protocol/decision-schemas.ts'
import { IdParams } from '../../../protocol/http-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

export const addDecisionRoutes = (app: HttpApp, { services: { decisions } }: HttpParts): void => {
  app.get(
    '/api/v1/conversations/:id/decisions',
    {
      schema: {
        summary: 'Routing decisions of a conversation, with every candidate and why not',
        description: 'Owners and admins of any conversation, agents of those they have.',
        params: IdParams,
        response: { 200: DecisionList },
      },
      config: { access: 'conversations.read', audience: 'desk' },
    },
    async (request, reply) =>
      sendAnswer(reply, await decisions.of(agentOf(request), request.params.id as ConversationId)),
  )
}
