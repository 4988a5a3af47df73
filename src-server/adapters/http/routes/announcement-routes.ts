// What everybody who is connected is told: read with any token, made and withdrawn by those who lead.
import { AnnouncementRow, AnnouncementWish } from '../../../protocol/announcement-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { agentOf, identityOf, type HttpApp } from '../http-app.ts'
import { IfMatch, versionIn } from './setting-collection-routes.ts'

const url = '/api/v1/announcement'
const making = { access: 'announcements.make', audience: 'desk' } as const

export const addAnnouncementRoutes = (app: HttpApp, { services: { announcements } }: HttpParts): void => {
  app.get(
    url,
    {
      schema: {
        summary: 'What is announced now, as the WebSocket’s `live` and `announcement` tell it',
        description: 'For apps that ask instead of keeping a WebSocket.',
        response: { 200: AnnouncementRow },
      },
      config: { access: 'token', audience: 'shop' },
    },
    async (request, reply) => sendAnswer(reply, announcements.read(identityOf(request))),
  )
  app.put(
    url,
    {
      schema: {
        summary: 'Announce something to everybody who is connected, in the place of what was announced before',
        description: 'If-Match names the version that was read. Whoever comes later sees it until it ends.',
        headers: IfMatch,
        body: AnnouncementWish,
        response: { 200: AnnouncementRow },
      },
      config: making,
    },
    async (request, reply) => {
      const version = versionIn(request.headers)
      return sendAnswer(reply, await announcements.announce(agentOf(request), version, request.body))
    },
  )
  app.delete(
    url,
    { schema: { summary: 'Withdraw what is announced', headers: IfMatch }, config: making },
    async (request, reply) =>
      sendAnswer(reply, await announcements.withdraw(agentOf(request), versionIn(request.headers))),
  )
}
