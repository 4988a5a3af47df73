// For whoever runs the server: alive, ready, measured.
import { Type } from 'typebox'
import { ErrorBody } from '../../../protocol/http-schemas.ts'
import { errorBody } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

const Health = Type.Object({ status: Type.String(), version: Type.String() })
const Ready = Type.Object({
  ...Health.properties,
  /** Of the intents that visitors' words are told apart by; without models, character n-grams do it. */
  intents: Type.Object({
    phase: Type.Enum(['idle', 'training', 'serving', 'failed']),
    models: Type.Array(Type.String()),
  }),
})
const NotReady = Type.Intersect([Health, ErrorBody])
const open = { access: 'public', audience: 'anyone' } as const

export const addOperationRoutes = (app: HttpApp, { services, version }: HttpParts): void => {
  app.get(
    '/healthz',
    { schema: { summary: 'The process answers', response: { 200: Health } }, config: open },
    async () => ({
      status: 'ok',
      version,
    }),
  )
  app.get(
    '/readyz',
    { schema: { summary: 'The server takes work', response: { 200: Ready, 503: NotReady } }, config: open },
    async (_request, reply) => {
      const status = services.readiness()
      const { phase, models } = services.intents()
      if (status === 'ready') return { status, version, intents: { phase, models: [...models] } }
      const code = status === 'storage_failing' ? 'storage_failed' : 'server_stopping'
      return reply
        .code(503)
        .header('retry-after', '2')
        .send({ status, version, ...errorBody(code, 'en') })
    },
  )
  app.get(
    '/metrics',
    {
      schema: { summary: 'Prometheus metrics; from this computer, or with an admin token' },
      config: { access: 'metrics.read', audience: 'desk' },
    },
    async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await services.metricsText()),
  )
}
