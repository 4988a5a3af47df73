// Quick replies: read by those whom they are for, kept by each agent for themselves and by those who lead for all.
import { IdParams } from '../../../protocol/http-schemas.ts'
import type { ReplyId } from '../../../protocol/index.ts'
import {
  NewQuickReply,
  QuickReplyPage,
  QuickReplyQuery,
  QuickReplyRow,
  QuickReplyWish,
  ReplyImport,
  ReplyImported,
} from '../../../protocol/reply-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'
import { IfMatch, versionIn } from './setting-collection-routes.ts'

const url = '/api/v1/quick-replies'
const config = { access: 'replies.use', audience: 'desk' } as const

export const addReplyRoutes = (app: HttpApp, { services: { replies } }: HttpParts): void => {
  app.get(
    url,
    {
      schema: {
        summary: 'Quick replies that changed since a cursor, shared and one’s own',
        description: 'Without a cursor, all of them. Ask on with the new cursor while there is more.',
        querystring: QuickReplyQuery,
        response: { 200: QuickReplyPage },
      },
      config,
    },
    async (request) => {
      const page = await replies.list(agentOf(request), request.query.after ?? '')
      return { ...page, replies: [...page.replies], gone: [...page.gone] }
    },
  )
  app.post(
    url,
    { schema: { summary: 'Add a quick reply', body: NewQuickReply, response: { 201: QuickReplyRow } }, config },
    async (request, reply) => sendAnswer(reply, await replies.add(agentOf(request), request.body), 201),
  )
  app.post(
    `${url}/import`,
    {
      schema: {
        summary: 'Add many; the same again adds nothing',
        body: ReplyImport,
        response: { 200: ReplyImported },
      },
      config,
    },
    async (request, reply) => sendAnswer(reply, await replies.import(agentOf(request), request.body.replies)),
  )
  app.put(
    `${url}/:id`,
    {
      schema: {
        summary: 'Change a quick reply',
        description: 'If-Match names the version that was read.',
        params: IdParams,
        headers: IfMatch,
        body: QuickReplyWish,
        response: { 200: QuickReplyRow },
      },
      config,
    },
    async (request, reply) => {
      const id = request.params.id as ReplyId
      return sendAnswer(reply, await replies.change(agentOf(request), id, versionIn(request.headers), request.body))
    },
  )
  app.delete(
    `${url}/:id`,
    { schema: { summary: 'Delete a quick reply', params: IdParams, headers: IfMatch }, config },
    async (request, reply) =>
      sendAnswer(
        reply,
        await replies.remove(agentOf(request), request.params.id as ReplyId, versionIn(request.headers)),
      ),
  )
}
