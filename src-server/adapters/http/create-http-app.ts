// Puts the HTTP side together: one fastify without a server of its own; whoever listens hands it requests.
import type { IncomingMessage, ServerResponse } from 'node:http'
import fastifyStatic from '@fastify/static'
import { createBareApp } from './bare-app.ts'
import { addErrorHandlers } from './error-handlers.ts'
import type { HttpApp } from './http-app.ts'
import type { HttpParts } from './http-parts.ts'
import { addRequestHooks } from './request-hooks.ts'
import { createRouteTable, type RouteTable } from './route-table.ts'
import { addApiRoutes } from './routes/api-routes.ts'
import { addOpenApiRoute } from './routes/openapi-route.ts'
import { addPageRoutes } from './routes/page-routes.ts'

export type HttpSide = {
  readonly app: HttpApp
  readonly table: RouteTable
  handle(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

export const createHttpApp = async (parts: HttpParts): Promise<HttpSide> => {
  const { services, logger } = parts
  const app = createBareApp()
  const table = createRouteTable()
  app.addHook('onRoute', ({ method, url, config }) => {
    const { access, audience } = config ?? {}
    if (access === undefined || audience === undefined) throw new Error(`${url} does not say who may use it`)
    for (const one of [method].flat()) table.add({ method: one, url, access, audience })
  })
  // Only JSON unless a route says otherwise.
  app.removeContentTypeParser('text/plain')
  addRequestHooks(app, {
    ...parts,
    authenticator: services.authenticator,
    door: services.door,
    readiness: services.readiness,
    table,
  })
  addErrorHandlers(app, table, logger)
  await app.register(fastifyStatic, { serve: false, root: parts.pages.renderer })
  addApiRoutes(app, parts)
  addOpenApiRoute(app, parts)
  addPageRoutes(app, parts.pages)
  await app.ready()
  return {
    app,
    table,
    handle: (request, response) => app.routing(request, response),
    close: async () => app.close(),
  }
}
