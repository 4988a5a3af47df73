// What fastify or a handler throws becomes a coded answer; what is our own fault goes to the log with all it has.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../../protocol/index.ts'
import type { Logger } from '../../ports/logger.ts'
import { StorageError } from '../../ports/storage-error.ts'
import { sendCode, sendRefusal } from './coded-reply.ts'
import type { HttpApp } from './http-app.ts'
import type { RouteTable } from './route-table.ts'

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
}

/** @returns undefined for what neither a client nor the disk caused. */
export const codeOfThrown = (error: FastifyError | StorageError): ErrorCode | undefined => {
  if (error instanceof StorageError) return error.code
  if (error.validation !== undefined) return 'bad_request'
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? (codeByStatus[status] ?? 'bad_request') : undefined
}

export const addErrorHandlers = (app: HttpApp, table: RouteTable, logger: Logger): void => {
  app.setErrorHandler((error: FastifyError | StorageError, request: FastifyRequest, reply: FastifyReply) => {
    const code = codeOfThrown(error)
    // A player that asked beyond the end must read that, not only that it asked wrongly.
    if ('statusCode' in error && error.statusCode === 416)
      return sendRefusal(reply, { ok: false, code: 'bad_request' }, 416)
    if (code !== undefined) return sendCode(reply, code)
    logger.error({ error, request: request.id, route: request.routeOptions.url }, 'a request hit a fault of ours')
    return sendCode(reply, 'internal')
  })
  app.setNotFoundHandler((request, reply) => {
    const methods = table.methodsOf(request.raw.url?.split('?', 1)[0] ?? '')
    if (methods.length === 0 || methods.includes(request.method)) return sendCode(reply, 'not_found')
    return sendCode(reply.header('allow', methods.join(', ')), 'method_not_allowed')
  })
}
