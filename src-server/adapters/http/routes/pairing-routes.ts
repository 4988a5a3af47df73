// A colleague's computer joins by six digits: those who lead ask for a code, whoever knows it proves that. SPEC D9.30 to D9.32.
import type { FastifyRequest } from 'fastify'
import { Invitation, Paired, PairingProof, PairingStart, PairingStarted } from '../../../protocol/pairing-schemas.ts'
import { fail } from '../../../protocol/index.ts'
import { isFromThisComputer } from '../client-address.ts'
import { sendAnswer, sendCode } from '../coded-reply.ts'
import type { HttpParts } from '../http-parts.ts'
import type { HttpApp } from '../http-app.ts'

const inviting = { access: 'computers.invite', audience: 'desk' } as const
const joining = { access: 'public', audience: 'desk' } as const

/** Digits that went over the network in the clear would be known to whoever listens: this computer, or TLS. */
const isPrivate = ({ raw }: FastifyRequest): boolean => 'encrypted' in raw.socket || isFromThisComputer(raw)

export const addPairingRoutes = (app: HttpApp, { services: { pairing } }: HttpParts): void => {
  app.post(
    '/api/v1/pairing/code',
    {
      schema: {
        summary: 'Show a code by which one computer may join',
        description: 'In the place of the one before. Asked on the computer that hosts, or over TLS.',
        response: { 201: Invitation },
      },
      config: inviting,
    },
    async (request, reply) => sendAnswer(reply, isPrivate(request) ? pairing.invite() : fail('pairing_elsewhere'), 201),
  )
  app.get(
    '/api/v1/pairing/code',
    { schema: { summary: 'What became of the newest code', response: { 200: Invitation } }, config: inviting },
    async (request, reply) => (isPrivate(request) ? pairing.state() : sendCode(reply, 'pairing_elsewhere')),
  )
  app.delete(
    '/api/v1/pairing/code',
    { schema: { summary: 'Take the code back' }, config: inviting },
    async (_request, reply) => {
      pairing.withdraw()
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/v1/pairing/exchanges',
    {
      schema: {
        summary: 'Begin to join: the first message of SPAKE2, and its answer',
        body: PairingStart,
        response: { 201: PairingStarted },
      },
      config: joining,
    },
    async (request, reply) => sendAnswer(reply, pairing.start(request.body), 201),
  )
  app.post(
    '/api/v1/pairing/proofs',
    {
      schema: {
        summary: 'Prove to know the code; the host proves it in turn',
        description: 'A wrong proof ends the code.',
        body: PairingProof,
        response: { 200: Paired },
      },
      config: joining,
    },
    async (request, reply) => sendAnswer(reply, pairing.prove(request.body)),
  )
}
