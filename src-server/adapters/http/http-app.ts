// fastify as this project types it, and what its hooks add to every request.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { AgentIdentity, Identity } from '../../ports/authenticator.ts'
import type { Caller } from './http-services.ts'
import type { Access, Audience } from './route-table.ts'

export type HttpApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    audience?: Audience
  }
  interface FastifyRequest {
    caller: Caller
    identity: Identity | undefined
  }
}

/** For handlers of routes whose access the hook has checked; anything else is a bug of ours. */
export const agentOf = (request: { readonly identity: Identity | undefined }): AgentIdentity => {
  if (request.identity?.kind !== 'agent') throw new Error('a route for agents ran without one')
  return request.identity
}

export const visitorOf = (request: {
  readonly identity: Identity | undefined
}): Extract<Identity, { kind: 'visitor' }> => {
  if (request.identity?.kind !== 'visitor') throw new Error('a route for visitors ran without one')
  return request.identity
}

export const identityOf = (request: { readonly identity: Identity | undefined }): Identity => {
  if (!request.identity) throw new Error('a route for token holders ran without one')
  return request.identity
}
