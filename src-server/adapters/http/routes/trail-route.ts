// The pages that a visitor saw.
import { IdParams } from '../../../protocol/http-schemas.ts'
import { ok, fail, type VisitorId } from '../../../protocol/index.ts'
import { VisitorTrail } from '../../../protocol/trail-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

export const addTrailRoute = (app: HttpApp, { services: { visitors }, clock }: HttpParts): void => {
  app.get(
    '/api/v1/visitors/:id/trail',
    {
      schema: {
        summary: 'The pages that a visitor saw, newest first',
        description: 'Without query strings. The newest few of the last month.',
        params: IdParams,
        response: { 200: VisitorTrail },
      },
      config: { access: 'conversations.read', audience: 'desk' },
    },
    async (request, reply) => {
      const trail = await visitors.trail(request.params.id as VisitorId, clock.now())
      return sendAnswer(reply, trail === undefined ? fail('not_found') : ok({ pages: [...trail].toReversed() }))
    },
  )
}
