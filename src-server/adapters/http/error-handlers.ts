// What fastify or a handler throws becomes a coded answer; what is our own fault goes to the log with all it has.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../../protocol/index.ts'
import type { Logger } from '../../ports/logger.ts'
import { sendCode } from './coded-reply.ts'
import type { HttpApp } from './http-app.ts'
import type { RouteTable } from './route-table.ts'

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
}

/** @returns undefined for what no client caused. */
export const codeOfThrown = (error: FastifyError): ErrorCode | undefined => {
  if (error.validation !== undefined) return 'bad_request'
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? (codeByStatus[status] ?? 'bad_request') : undefined
}

export const addErrorHandlers = (app: HttpApp, table: RouteTable, logger: Logger): void => {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const code = codeOfThrown(error)
    if (code !== undefined) return sendCode(reply, code)
    logger.error({ err: error, request: request.id, route: request.routeOptions.url }, 'a request hit a fault of ours')
    return sendCode(reply, 'internal')
  })
  app.setNotFoundHandler((request, reply) => {
    const methods = table.methodsOf(request.raw.url?.split('?', 1)[0] ?? '')
    if (methods.length === 0 || methods.includes(request.method)) return sendCode(reply, 'not_found')
    return sendCode(reply.header('allow', methods.join(', ')), 'method_not_allowed')
  })
}
