// Visitors whom the desk hears no more: who is blocked, and blocking and unblocking them.
import {
  Block,
  BlockPage,
  BlockParams,
  BlockQuery,
  NewAddressBlock,
  NewVisitorBlock,
  VisitorBlocks,
} from '../../../protocol/block-schemas.ts'
import { IdParams } from '../../../protocol/http-schemas.ts'
import type { VisitorId } from '../../../protocol/index.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

const making = { access: 'blocks.make', audience: 'desk' } as const

export const addBlockRoutes = (app: HttpApp, { services: { blocks } }: HttpParts): void => {
  app.get(
    '/api/v1/visitors/:id/blocks',
    {
      schema: { summary: 'Whether a visitor is blocked', params: IdParams, response: { 200: VisitorBlocks } },
      config: making,
    },
    async (request) => blocks.of(agentOf(request), request.params.id as VisitorId),
  )
  app.post(
    '/api/v1/visitors/:id/blocks',
    {
      schema: {
        summary: 'Block a visitor, the address they came from, or both',
        description: 'In the place of what blocks them already. Addresses, and for ever, are for those who lead.',
        params: IdParams,
        body: NewVisitorBlock,
        response: { 201: VisitorBlocks },
      },
      config: making,
    },
    async (request, reply) => {
      const visitor = request.params.id as VisitorId
      return sendAnswer(reply, await blocks.blockVisitor(agentOf(request), visitor, request.body), 201)
    },
  )
  app.get(
    '/api/v1/blocks',
    {
      schema: { summary: 'Who is blocked, newest first', querystring: BlockQuery, response: { 200: BlockPage } },
      config: making,
    },
    async (request) => blocks.page(request.query.skip ?? 0),
  )
  app.post(
    '/api/v1/blocks',
    {
      schema: {
        summary: 'Block an address for visitors',
        description: 'Of IPv6 the /64 that one customer gets. Colleagues are never blocked.',
        body: NewAddressBlock,
        response: { 201: Block },
      },
      config: { access: 'blocks.lead', audience: 'desk' },
    },
    async (request, reply) => sendAnswer(reply, await blocks.blockAddress(agentOf(request), request.body), 201),
  )
  app.delete(
    '/api/v1/blocks/:key',
    { schema: { summary: 'Take a block back', params: BlockParams }, config: making },
    async (request, reply) => sendAnswer(reply, await blocks.unblock(agentOf(request), request.params.key)),
  )
}
