// Search over all history (D3.5 to D3.7).
import { NO_OFFSET, limits } from '../../../protocol/index.ts'
import { SearchPage, SearchParams } from '../../../protocol/search-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import { agentOf, type HttpApp } from '../http-app.ts'
import type { HttpParts } from '../http-parts.ts'

export const addSearchRoute = (app: HttpApp, { services: { search } }: HttpParts): void => {
  app.get(
    '/api/v1/search',
    {
      schema: {
        summary: 'Messages and notes of all history with these words, newest first, and visitors of this name',
        description: 'Words of any length, Chinese ones of one and two characters too. Asked on until `next` is 0.',
        querystring: SearchParams,
        response: { 200: SearchPage },
      },
      config: { access: 'conversations.read', audience: 'desk' },
    },
    async (request, reply) => {
      const { q, before = NO_OFFSET, limit = limits.maxSearchPage, ...filters } = request.query
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const query = { text: q, before, limit, ...filters }
      return sendAnswer(reply, await search.page(agentOf(request), query, gone.signal))
    },
  )
}
