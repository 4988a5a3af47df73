// Where a visitor stands in the queue, for apps that ask instead of keeping a WebSocket.
import { VisitorPlace } from '../../../protocol/http-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import { visitorOf, type HttpApp } from '../http-app.ts'

export const addPlaceRoute = (app: HttpApp, { services: { place } }: HttpParts): void => {
  app.get(
    '/api/v1/place',
    {
      schema: {
        summary: 'The visitor’s place in the queue, as the WebSocket’s `place` tells it',
        description:
          '`waiting`: `position` 1 is next, and most do not wait longer than `waitMs` (null: not known). `closed`, `full`: what was written is ' +
          'kept as a message; `opensAt` says when the team is back. `none`: nobody waits, or the place is not known yet.',
        response: { 200: VisitorPlace },
      },
      config: { access: 'visitor', audience: 'shop' },
    },
    async (request, reply) => sendAnswer(reply, place(visitorOf(request))),
  )
}
