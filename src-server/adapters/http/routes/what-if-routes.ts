// A day lived once more with drafts of routing settings. Nothing is stored.
import { WhatIfQuestion, WhatIfReport } from '../../../protocol/what-if-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'
import { changing } from './setting-collection-routes.ts'

export const addWhatIfRoutes = (app: HttpApp, { services: { whatIf } }: HttpParts): void => {
  app.post(
    '/api/v1/what-if',
    {
      schema: {
        summary: 'A day replayed under the present rules and under changed ones',
        description: 'One at a time. It ends when the request is given up.',
        body: WhatIfQuestion,
        response: { 200: WhatIfReport },
      },
      config: changing,
    },
    async (request, reply) => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      return sendAnswer(reply, await whatIf.run(request.body, gone.signal))
    },
  )
  app.delete(
    '/api/v1/what-if',
    { schema: { summary: 'Give up the replay that is running, whoever asked for it' }, config: changing },
    async (_request, reply) => {
      whatIf.cancel()
      return reply.code(204).send()
    },
  )
}
