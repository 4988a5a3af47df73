// Who answers whom, as the office set it: groups, tags, intents, skills.
import { GeneralRow, GroupList, IntentList, SkillsList, TagRuleList } from '../../../protocol/routing-schemas.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

const config = { access: 'settings.read', audience: 'desk' } as const

export const addRoutingRoutes = (app: HttpApp, { services: { routing } }: HttpParts): void => {
  app.get(
    '/api/v1/groups',
    { schema: { summary: 'All groups, everyone’s first', response: { 200: GroupList } }, config },
    async () => ({ groups: [...(await routing.groups())] }),
  )
  app.get(
    '/api/v1/tag-rules',
    { schema: { summary: 'Which tag leads where', response: { 200: TagRuleList } }, config },
    async () => ({ tagRules: [...(await routing.tagRules())] }),
  )
  app.get(
    '/api/v1/intents',
    { schema: { summary: 'What visitors may want, by examples', response: { 200: IntentList } }, config },
    async () => ({ intents: [...(await routing.intents())] }),
  )
  app.get(
    '/api/v1/agent-skills',
    { schema: { summary: 'Languages and weights of all colleagues', response: { 200: SkillsList } }, config },
    async () => ({ agents: [...(await routing.skills())] }),
  )
  app.get(
    '/api/v1/routing',
    { schema: { summary: 'What holds for all groups', response: { 200: GeneralRow } }, config },
    async () => routing.general(),
  )
}
