// Colleagues' accounts.
import { Agent, AgentChange, AgentList, IdParams, NewAgent } from '../../../protocol/http-schemas.ts'
import type { AgentId } from '../../../protocol/index.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

export const addAgentRoutes = (app: HttpApp, { services }: HttpParts): void => {
  app.get(
    '/api/v1/agents',
    {
      schema: { summary: 'All colleagues', response: { 200: AgentList } },
      config: { access: 'agents.list', audience: 'desk' },
    },
    async () => ({ agents: [...(await services.agents.list())] }),
  )
  app.post(
    '/api/v1/agents',
    {
      schema: { summary: 'Make an account', body: NewAgent, response: { 201: Agent } },
      config: { access: 'agents.create', audience: 'desk' },
    },
    async (request, reply) => sendAnswer(reply, await services.agents.create(agentOf(request), request.body), 201),
  )
  app.patch(
    '/api/v1/agents/:id',
    {
      schema: { summary: 'Change an account', params: IdParams, body: AgentChange, response: { 200: Agent } },
      config: { access: 'agents.change', audience: 'desk' },
    },
    async (request, reply) =>
      sendAnswer(reply, await services.agents.change(agentOf(request), request.params.id as AgentId, request.body)),
  )
}
