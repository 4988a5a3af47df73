// A fastify as this project sets it up, without a route: the server's own, and the one the OpenAPI document is made from.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fastify, type FastifyError, type FastifyServerOptions, type RawServerDefault } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { limits } from '../../protocol/index.ts'
import { sendCode } from './coded-reply.ts'
import { codeOfThrown } from './error-handlers.ts'
import type { HttpApp } from './http-app.ts'
import { compileLazily } from './lazy-validator.ts'

type CompilersFactory = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

/** Given here, and not by setValidatorCompiler, so that fastify never loads its own two compilers. */
const compilersFactory: CompilersFactory = {
  // fastify calls whatever the factory returns with a route's schema; its type only knows Ajv.
  buildValidator: (() => compileLazily) as unknown as NonNullable<CompilersFactory['buildValidator']>,
  // Answers are picked field by field by the services; checking them again would cost a compiler at every start.
  buildSerializer: () => () => JSON.stringify,
}

let lastRequest = 0

export const createBareApp = (): HttpApp =>
  fastify<RawServerDefault, IncomingMessage, ServerResponse>({
    logger: false,
    bodyLimit: limits.maxJsonBodyBytes,
    genReqId: () => (lastRequest += 1).toString(36),
    schemaController: { compilersFactory },
    frameworkErrors: (error: FastifyError, _request, reply) =>
      void sendCode(reply, codeOfThrown(error) ?? 'bad_request'),
  }).withTypeProvider<TypeBoxTypeProvider>()
