// Logging in and out, own sessions, own account.
import { Agent, IdParams, LoggedIn, Login, OwnChange, OwnChanged, SessionList } from '../../../protocol/http-schemas.ts'
import type { SessionId } from '../../../protocol/index.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'
import { presentAgent } from '../present-agent.ts'

const own = { access: 'sessions.own', audience: 'desk' } as const

export const addSessionRoutes = (app: HttpApp, { services }: HttpParts): void => {
  app.post(
    '/api/v1/sessions',
    {
      schema: { summary: 'Log in', body: Login, response: { 201: LoggedIn } },
      config: { access: 'public', audience: 'desk' },
    },
    async (request, reply) => sendAnswer(reply, await services.signIn.login(request.body, request.caller), 201),
  )
  app.get(
    '/api/v1/sessions',
    { schema: { summary: 'Where I am logged in', response: { 200: SessionList } }, config: own },
    async (request) => ({ sessions: [...(await services.sessions.list(agentOf(request)))] }),
  )
  app.delete('/api/v1/sessions/current', { schema: { summary: 'Log out' }, config: own }, async (request, reply) => {
    const agent = agentOf(request)
    return sendAnswer(reply, await services.sessions.end(agent, agent.session))
  })
  app.delete(
    '/api/v1/sessions/:id',
    { schema: { summary: 'End one of my sessions', params: IdParams }, config: own },
    async (request, reply) =>
      sendAnswer(reply, await services.sessions.end(agentOf(request), request.params.id as SessionId)),
  )
  app.get('/api/v1/me', { schema: { summary: 'My account', response: { 200: Agent } }, config: own }, async (request) =>
    presentAgent(agentOf(request).account),
  )
  app.patch(
    '/api/v1/me',
    { schema: { summary: 'Change my name or password', body: OwnChange, response: { 200: OwnChanged } }, config: own },
    async (request, reply) =>
      sendAnswer(reply, await services.agents.changeOwn(agentOf(request), request.body, request.caller)),
  )
}
