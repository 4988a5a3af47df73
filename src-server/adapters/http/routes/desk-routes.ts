// What a client may know before anyone logged in, and the first start.
import { DeskInfo, LoggedIn, Setup } from '../../../protocol/http-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

const DESK_NAME = 'Frontdesk'

export const addDeskRoutes = (app: HttpApp, { services, version }: HttpParts): void => {
  app.get(
    '/api/v1/desk',
    {
      schema: { summary: 'The desk, before anyone logged in', response: { 200: DeskInfo } },
      config: { access: 'public', audience: 'anyone' },
    },
    async () => ({
      name: DESK_NAME,
      version,
      needsSetup: await services.signIn.needsSetup(),
      securePort: services.pairing.port,
    }),
  )
  app.post(
    '/api/v1/setup',
    {
      schema: { summary: 'Make the owner account', body: Setup, response: { 201: LoggedIn } },
      config: { access: 'public', audience: 'desk' },
    },
    async (request, reply) => sendAnswer(reply, await services.signIn.setup(request.body, request.caller), 201),
  )
}
