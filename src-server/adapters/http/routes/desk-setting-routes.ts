// What colleagues work by at the desk: response targets, and saved views of the inbox.
import { ResponseTargets, ResponseTargetsRow } from '../../../protocol/targets-schemas.ts'
import { SavedViews, SavedViewsPage, SavedViewsRow } from '../../../protocol/view-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, type HttpApp } from '../http-app.ts'
import { changing, IfMatch, reading, versionIn } from './setting-collection-routes.ts'

export const addDeskSettingRoutes = (app: HttpApp, { services: { deskSettings } }: HttpParts): void => {
  const { targets, views } = deskSettings
  app.get(
    '/api/v1/response-targets',
    {
      schema: {
        summary: 'Within which time visitors should be answered',
        response: { 200: ResponseTargetsRow },
      },
      config: reading,
    },
    async () => {
      const row = await targets.read()
      return { ...row, groups: [...row.groups] }
    },
  )
  app.put(
    '/api/v1/response-targets',
    {
      schema: {
        summary: 'Set within which time visitors should be answered',
        description:
          'For everyone, and for groups that have their own. 0 is no target. If-Match names the version that was read.',
        headers: IfMatch,
        body: ResponseTargets,
        response: { 200: ResponseTargetsRow },
      },
      config: changing,
    },
    async (request, reply) =>
      sendAnswer(reply, await targets.change(agentOf(request), versionIn(request.headers), request.body)),
  )
  app.get(
    '/api/v1/saved-views',
    {
      schema: { summary: 'Saved views of the inbox, one’s own and those for all', response: { 200: SavedViewsPage } },
      config: reading,
    },
    async (request) => views.read(agentOf(request)),
  )
  app.put(
    '/api/v1/saved-views/own',
    {
      schema: {
        summary: 'Keep one’s own saved views',
        headers: IfMatch,
        body: SavedViews,
        response: { 200: SavedViewsRow },
      },
      // Everybody's own: nobody else's are within reach.
      config: reading,
    },
    async (request, reply) =>
      sendAnswer(reply, await views.changeOwn(agentOf(request), versionIn(request.headers), request.body)),
  )
  app.put(
    '/api/v1/saved-views/shared',
    {
      schema: {
        summary: 'Keep the saved views for all',
        headers: IfMatch,
        body: SavedViews,
        response: { 200: SavedViewsRow },
      },
      config: changing,
    },
    async (request, reply) =>
      sendAnswer(reply, await views.changeShared(agentOf(request), versionIn(request.headers), request.body)),
  )
}
