// What happens to every request before its route and after its answer: caller, headers, origin, access, log line.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { limits } from '../../protocol/index.ts'
import { mayDo } from '../../protocol/permissions.ts'
import type { Authenticator } from '../../ports/authenticator.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { localeOf } from './accept-language.ts'
import { identifyBearer } from './bearer-token.ts'
import { isFromThisComputer, rateKeyOf, type AddressOf } from './client-address.ts'
import { sendCode, sendRefusal } from './coded-reply.ts'
import type { HttpApp } from './http-app.ts'
import type { Doorkeeper, Readiness } from './http-services.ts'
import type { OriginPolicy } from './origin-policy.ts'
import type { Audience, RouteTable } from './route-table.ts'

export type HookParts = {
  readonly authenticator: Authenticator
  readonly door: Doorkeeper
  readonly addressOf: AddressOf
  readonly origins: OriginPolicy
  readonly table: RouteTable
  readonly readiness: () => Readiness
  readonly logger: Logger
  readonly metrics: Metrics
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

export const addRequestHooks = (app: HttpApp, parts: HookParts): void => {
  app.decorateRequest('caller')
  app.decorateRequest('identity', undefined)

  app.addHook('onRequest', async (request, reply) => {
    const address = parts.addressOf(request.raw)
    request.caller = {
      address,
      rateKey: rateKeyOf(address),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, limits.maxUserAgentLength),
      locale: localeOf(request.headers['accept-language']),
    }
    void reply.headers({ ...everywhere, 'x-request-id': request.id })
  })
  app.addHook('onRequest', async (request, reply) => checkOrigin(parts, request, reply))
  app.addHook('onRequest', async (request, reply) => checkAccess(parts, request, reply))
  app.addHook('onResponse', async (request, reply) => noteAnswer(parts, request, reply))
}

const pathOf = (request: FastifyRequest): string => request.raw.url?.split('?', 1)[0] ?? ''

const isPreflight = (request: FastifyRequest): boolean =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined

const mayCall = (origins: OriginPolicy, audience: Audience, request: FastifyRequest): boolean => {
  const { origin, host } = request.headers
  if (audience === 'anyone') return true
  return origins.mayWork(origin, host) || (audience === 'shop' && origins.mayVisit(origin, host))
}

/** Tokens travel in a header that no foreign page can add by itself; this keeps such pages out all the same. */
const checkOrigin = (
  { origins, table }: HookParts,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined => {
  const { origin } = request.headers
  if (origin === undefined) return undefined
  const preflightFor = isPreflight(request) ? request.headers['access-control-request-method'] : undefined
  const row = table.find(preflightFor ?? request.method, pathOf(request))
  if (!row) return undefined
  const isAllowed = mayCall(origins, row.audience, request)
  // A shop that is not named gets no more than the refusal, but may read it: its widget has to say why there is no chat.
  const mayRead = isAllowed || row.audience === 'shop'
  if (mayRead)
    void reply.headers({ 'access-control-allow-origin': row.audience === 'anyone' ? '*' : origin, vary: 'Origin' })
  if (!isAllowed && !(mayRead && preflightFor !== undefined)) return sendCode(reply, 'origin_forbidden')
  void reply.header('access-control-expose-headers', 'Retry-After, X-Request-Id')
  if (preflightFor === undefined) return undefined
  return reply
    .headers({
      'access-control-allow-methods': table.methodsOf(pathOf(request)).join(', '),
      'access-control-allow-headers': 'Authorization, Content-Type, Accept-Language, If-Match',
      'access-control-max-age': '7200',
    })
    .code(204)
    .send()
}

const checkAccess = async (
  parts: HookParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  const { access } = request.routeOptions.config
  const isApi = request.routeOptions.url?.startsWith('/api/') === true
  if (isApi && parts.readiness() === 'stopping') return sendCode(reply.header('connection', 'close'), 'server_stopping')
  if (access === undefined || access === 'public') return undefined
  if (access === 'metrics.read' && isFromThisComputer(request.raw)) return undefined
  const identified = await identifyBearer(parts.authenticator, request.headers.authorization)
  if (!identified.ok) return sendRefusal(reply, identified)
  const identity = identified.value
  if (identity.kind === 'visitor' && parts.door.refuses(identity.id, request.caller.address)) {
    parts.metrics.count('dropped_total', { reason: 'blocked' })
    return sendCode(reply, 'blocked')
  }
  request.identity = identity
  if (access === 'token' || access === identity.kind) return undefined
  return access !== 'visitor' && identity.kind === 'agent' && mayDo(identity.account.role, access)
    ? undefined
    : sendCode(reply, 'forbidden')
}

/** The route's pattern, never the address: addresses hold file keys and whatever people put into queries. */
const noteAnswer = ({ logger, metrics }: HookParts, request: FastifyRequest, reply: FastifyReply): void => {
  const status = reply.statusCode
  metrics.count('http_requests_total', { method: request.method, status: `${Math.floor(status / 100)}xx` })
  const line = {
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status,
    ms: Math.round(reply.elapsedTime),
    address: request.caller.address,
  }
  if (status >= 500) logger.warn(line, 'request failed')
  else if (status >= 400 || request.method !== 'GET') logger.info(line, 'request')
  else logger.debug(line, 'request')
}
