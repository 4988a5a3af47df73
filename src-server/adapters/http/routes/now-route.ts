// What the desk is doing at this moment, for those who lead it.
import { NowAnswer } from '../../../protocol/now-schemas.ts'
import type { HttpApp } from '../http-app.ts'
import type { HttpParts } from '../http-parts.ts'

export const addNowRoute = (app: HttpApp, { services: { now } }: HttpParts): void => {
  app.get(
    '/api/v1/now',
    {
      schema: {
        summary:
          'Visitors, queues, agents and the server itself at this moment, with a sample a minute of the last hour',
        description: 'From memory: may be asked every second. Running figures begin with the process (`since`).',
        response: { 200: NowAnswer },
      },
      config: { access: 'now.read', audience: 'desk' },
    },
    async () => now(),
  )
}
