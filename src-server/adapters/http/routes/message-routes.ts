// New visitors, and sending a message when the WebSocket does not answer (D2, D5).
import { MessageAck, NewMessage, NewRevision, NewVisitor, VisitorIdentity } from '../../../protocol/http-schemas.ts'
import type { ConversationId, FileKey, Offset, ReplyId, Seq } from '../../../protocol/index.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { identityOf, type HttpApp } from '../http-app.ts'

export const addMessageRoutes = (app: HttpApp, { services }: HttpParts): void => {
  app.post(
    '/api/v1/visitors',
    {
      schema: { summary: 'A new visitor', body: NewVisitor, response: { 201: VisitorIdentity } },
      config: { access: 'public', audience: 'shop' },
    },
    async (request, reply) => sendAnswer(reply, await services.visitors.create(request.body, request.caller), 201),
  )
  app.post(
    '/api/v1/messages',
    {
      schema: {
        summary: 'Send a message; the same cid never sends twice',
        body: NewMessage,
        response: { 200: MessageAck },
      },
      config: { access: 'token', audience: 'shop' },
    },
    async (request, reply) => {
      const { cid, conversation, text, files = [], quote, reply: usedReply, seen } = request.body
      const message = {
        type: 'send' as const,
        cid,
        conversation: conversation as ConversationId,
        text,
        files: files as FileKey[],
        quote: quote as Offset | undefined,
        reply: usedReply as ReplyId | undefined,
        seen: seen as Seq | undefined,
      }
      return sendAnswer(reply, await services.messages.send(identityOf(request), message))
    },
  )
  app.post(
    '/api/v1/revisions',
    {
      schema: {
        summary: 'Edit or recall a message of your own, soon after it was sent',
        body: NewRevision,
        response: { 200: MessageAck },
      },
      config: { access: 'token', audience: 'shop' },
    },
    async (request, reply) => {
      const { cid, conversation, message, text } = request.body
      const revision = { type: 'revise' as const, cid, conversation: conversation as ConversationId, message, text }
      return sendAnswer(reply, await services.messages.send(identityOf(request), revision))
    },
  )
}
