// Reading conversations without a WebSocket: the same pages as its `list` and `history`.
import {
  ConversationPage,
  ConversationQuery,
  EntriesQuery,
  EntryPage,
  IdParams,
} from '../../../protocol/http-schemas.ts'
import {
  limits,
  NO_SEQ,
  ok,
  type ConversationId,
  type Offset,
  type Seq,
  type VisitorId,
} from '../../../protocol/index.ts'
import { fittingHistory, fittingList } from '../../../core/delivery/fitting-pages.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

const config = { access: 'conversations.read', audience: 'desk' } as const

export const addConversationRoutes = (app: HttpApp, { services: { journal } }: HttpParts): void => {
  app.get(
    '/api/v1/conversations',
    {
      schema: {
        summary: 'Conversations, newest activity first',
        querystring: ConversationQuery,
        response: { 200: ConversationPage },
      },
      config,
    },
    async (request) => {
      const { view = 'open', visitor = 0, before = 0, limit = limits.maxListPage } = request.query
      const reader = { kind: 'agent', id: agentOf(request).account.id, scope: 'all' } as const
      const query = { view, visitor: visitor as VisitorId, before: before as Offset, limit }
      const { conversations, next } = fittingList(await journal.list(reader, query), query)
      return { conversations: [...conversations], next }
    },
  )
  app.get(
    '/api/v1/conversations/:id/entries',
    {
      schema: {
        summary: 'Entries of a conversation',
        params: IdParams,
        querystring: EntriesQuery,
        response: { 200: EntryPage },
      },
      config,
    },
    async (request, reply) => {
      const { after = NO_SEQ, before = NO_SEQ, limit = limits.maxHistoryPage } = request.query
      const reader = { kind: 'agent', id: agentOf(request).account.id, scope: 'all' } as const
      const conversation = request.params.id as ConversationId
      const query = { conversation, after: after as Seq, before: before as Seq, limit }
      const found = await journal.history(reader, query)
      return sendAnswer(reply, found.ok ? ok({ entries: fittingHistory(found.value, query) }) : found)
    },
  )
}
