// Who answers whom, as the office set it: groups, tags, intents, skills. Read by all colleagues, changed by those who lead.
import type { AgentId } from '../../../protocol/index.ts'
import { IdParams } from '../../../protocol/http-schemas.ts'
import {
  AgentSkills,
  General,
  GeneralRow,
  GroupRow,
  GroupWish,
  IntentReading,
  IntentRow,
  IntentWish,
  SkillsList,
  SkillsRow,
  TagRuleRow,
  TagRuleWish,
} from '../../../protocol/routing-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { RoutingSettings } from '../http-services.ts'
import { agentOf, type HttpApp } from '../http-app.ts'
import { addCollectionRoutes, changing, IfMatch, reading, versionIn } from './setting-collection-routes.ts'

export const addRoutingRoutes = (app: HttpApp, { services: { routing, intents } }: HttpParts): void => {
  addCollectionRoutes(app, {
    url: '/api/v1/groups',
    what: 'a group of colleagues',
    name: 'groups',
    row: GroupRow,
    wish: GroupWish,
    collection: routing.groups,
  })
  addCollectionRoutes(app, {
    url: '/api/v1/tag-rules',
    what: 'a rule that leads a tag to a group',
    name: 'tagRules',
    row: TagRuleRow,
    wish: TagRuleWish,
    collection: routing.tagRules,
  })
  addCollectionRoutes(app, {
    url: '/api/v1/intents',
    what: 'an intent with its examples',
    name: 'intents',
    row: IntentRow,
    wish: IntentWish,
    collection: routing.intents,
  })
  app.get(
    '/api/v1/intent-reading',
    {
      schema: { summary: 'Who reads what visitors write: models, or n-grams', response: { 200: IntentReading } },
      config: reading,
    },
    async () => {
      const { phase, models, scripts, code } = intents()
      return { phase, models: [...models], scripts: [...scripts], code }
    },
  )
  addSkillsRoutes(app, routing)
  addGeneralRoutes(app, routing)
}

const addSkillsRoutes = (app: HttpApp, { skills }: RoutingSettings): void => {
  const url = '/api/v1/agent-skills'
  app.get(
    url,
    { schema: { summary: 'Languages and weights of all colleagues', response: { 200: SkillsList } }, config: reading },
    async () => ({ agents: [...(await skills.list())] }),
  )
  app.put(
    `${url}/:id`,
    {
      schema: {
        summary: 'Set a colleague’s languages and weight',
        params: IdParams,
        headers: IfMatch,
        body: AgentSkills,
        response: { 200: SkillsRow },
      },
      config: changing,
    },
    async (request, reply) => {
      const id = request.params.id as AgentId
      return sendAnswer(reply, await skills.change(agentOf(request), id, versionIn(request.headers), request.body))
    },
  )
  app.delete(
    `${url}/:id`,
    {
      schema: { summary: 'Back to every language and weight 1', params: IdParams, headers: IfMatch },
      config: changing,
    },
    async (request, reply) => {
      const id = request.params.id as AgentId
      return sendAnswer(reply, await skills.remove(agentOf(request), id, versionIn(request.headers)))
    },
  )
}

const addGeneralRoutes = (app: HttpApp, { general }: RoutingSettings): void => {
  const url = '/api/v1/routing'
  app.get(
    url,
    { schema: { summary: 'What holds for all groups', response: { 200: GeneralRow } }, config: reading },
    async () => general.read(),
  )
  app.put(
    url,
    {
      schema: {
        summary: 'Set what holds for all groups',
        headers: IfMatch,
        body: General,
        response: { 200: GeneralRow },
      },
      config: changing,
    },
    async (request, reply) =>
      sendAnswer(reply, await general.change(agentOf(request), versionIn(request.headers), request.body)),
  )
}
