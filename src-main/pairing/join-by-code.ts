// The joiner's side of a pairing: finds the desk's secure port, looks at its certificate, proves to know the six digits, and lets the
// host prove it too. What is computed is #pairing's; what is remembered of it is the caller's.
import { randomBytes } from 'node:crypto'
import { Agent } from 'node:https'
import { isErrorCode } from '#protocol'
import { EXCHANGE_RANDOM_BYTES, isSameProof, parsePairingCode, startPairing } from '#pairing/pairing.ts'
import type { JoinByCodeReply } from '../bridge/bridge-contract.ts'
import { askHost, type HostAnswer } from './ask-host.ts'
import type { KnownDesk } from './known-desks.ts'

type Joined = { readonly ok: true; readonly desk: KnownDesk }
type Refused = Extract<JoinByCodeReply, { ok: false }>

const refuse = (code: Refused['code']): Refused => ({ ok: false, code })

/** @param address the desk's origin, as a person typed it. */
export const joinByCode = async (address: string, typedCode: string): Promise<Joined | Refused> => {
  const code = parsePairingCode(typedCode)
  if (code === undefined) return refuse('bad_request')
  const door = await secureDoorOf(address)
  if (typeof door !== 'string') return door
  // One connection for all of it; each answer is held against the same certificate all the same.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    return await pair(door, code, agent)
  } finally {
    agent.destroy()
  }
}

const pair = async (door: string, code: string, agent: Agent): Promise<Joined | Refused> => {
  const met = await askHost(`${door}/api/v1/desk`, undefined, agent)
  if (!met) return refuse('unreachable')
  const { certificate } = met
  if (!certificate || typeof fieldOf(met, 'needsSetup') !== 'boolean') return refuse('not_a_desk')

  const random = new Uint8Array(randomBytes(EXCHANGE_RANDOM_BYTES))
  const mine = startPairing({ role: 'joiner', code, certificate, random })
  const started = await askHost(`${door}/api/v1/pairing/exchanges`, { share: textOf(mine.share) }, agent)
  const exchange = fieldOf(started, 'exchange')
  const share = bytesOf(fieldOf(started, 'share'))
  if (!started || typeof exchange !== 'string' || !share) return refusalOf(started)
  const proofs = mine.finish(share)
  if (!proofs || !isSameCertificate(started, certificate)) return refuse('pairing_wrong')

  const proved = await askHost(`${door}/api/v1/pairing/proofs`, { exchange, proof: textOf(proofs.proof) }, agent)
  const theirs = bytesOf(fieldOf(proved, 'proof'))
  if (!proved || !theirs) return refusalOf(proved)
  // Without this, whoever stands in between would only have to say that all is well.
  if (!isSameProof(theirs, proofs.expected) || !isSameCertificate(proved, certificate)) return refuse('pairing_wrong')
  return { ok: true, desk: { url: door, pin: `sha256/${Buffer.from(certificate).toString('base64')}` } }
}

/** The plain port tells the secure one. Who lies about it leads us to somebody who does not know the code. */
const secureDoorOf = async (address: string): Promise<string | Refused> => {
  if (address.startsWith('https:')) return address
  const answer = await askHost(`${address}/api/v1/desk`, undefined, undefined)
  if (!answer) return refuse('unreachable')
  if (typeof fieldOf(answer, 'needsSetup') !== 'boolean') return refuse('not_a_desk')
  const port = fieldOf(answer, 'securePort')
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
    return refuse('pairing_unavailable')
  return `https://${new URL(address).hostname}:${port}`
}

const fieldOf = (answer: HostAnswer | undefined, name: string): unknown => {
  const body = answer?.body
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined
}

const refusalOf = (answer: HostAnswer | undefined): Refused => {
  if (!answer) return refuse('unreachable')
  const code = fieldOf(answer, 'code')
  return refuse(isErrorCode(code) ? code : 'not_a_desk')
}

const isSameCertificate = ({ certificate }: HostAnswer, expected: Uint8Array): boolean =>
  certificate !== undefined && isSameProof(certificate, expected)

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytesOf = (value: unknown): Uint8Array | undefined =>
  typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64url')) : undefined
