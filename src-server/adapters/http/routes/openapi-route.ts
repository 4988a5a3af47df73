// /api/openapi.json, made from the routes' own schemas when somebody first asks for it.
import { addApiRoutes } from './api-routes.ts'
import { createBareApp } from '../bare-app.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

const describeApi = async (parts: HttpParts): Promise<object> => {
  const { default: swagger } = await import('@fastify/swagger')
  const app = createBareApp()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Frontdesk', version: parts.version, description: 'Refusals are {code, message, retryable}.' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: ({ schema, url, route }) => {
      const needsToken = route.config?.access !== 'public'
      return { schema: needsToken ? { ...schema, security: [{ token: [] }] } : schema, url }
    },
  })
  addApiRoutes(app, parts)
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}

export const addOpenApiRoute = (app: HttpApp, parts: HttpParts): void => {
  let document: Promise<object> | undefined
  app.get('/api/openapi.json', { config: { access: 'public', audience: 'anyone' } }, async () => {
    document ??= describeApi(parts)
    return document
  })
}
