// One request to a desk that is not trusted yet: no certificate is believed, the one that was shown is told.
import { createHash } from 'node:crypto'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as tlsRequest, type Agent } from 'node:https'
import { TLSSocket } from 'node:tls'

export type HostAnswer = {
  readonly status: number
  /** Undefined when it was no JSON. */
  readonly body: unknown
  /** SHA-256 of the certificate in DER; undefined without TLS. */
  readonly certificate: Uint8Array | undefined
}

/** People wait for it. */
const ANSWER_WITHIN_MS = 8_000
/** A desk's answers have some hundred bytes; a stranger's are cut off. */
const MAX_ANSWER_BYTES = 16_384

/** @returns undefined when nobody answered, or somebody without an end. */
export const askHost = (
  url: string,
  body: object | undefined,
  agent: Agent | undefined,
): Promise<HostAnswer | undefined> =>
  new Promise((resolve) => {
    const json = body && JSON.stringify(body)
    const options = {
      method: json === undefined ? 'GET' : 'POST',
      headers:
        json === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }
    const asked = url.startsWith('https:')
      ? // Who it is, is what the pairing finds out: until then no certificate says anything.
        tlsRequest(url, { ...options, ...(agent && { agent }), rejectUnauthorized: false })
      : plainRequest(url, options)
    asked.on('error', () => resolve(undefined))
    asked.on('response', (response) => {
      const certificate = certificateOf(response)
      void readJson(response).then((read) =>
        resolve(read && { status: response.statusCode ?? 0, body: read.json, certificate }),
      )
    })
    asked.end(json)
  })

const certificateOf = ({ socket }: IncomingMessage): Uint8Array | undefined => {
  if (!(socket instanceof TLSSocket)) return undefined
  return new Uint8Array(createHash('sha256').update(socket.getPeerCertificate().raw).digest())
}

const readJson = async (response: IncomingMessage): Promise<{ readonly json: unknown } | undefined> => {
  let text = ''
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += String(chunk)
      if (text.length > MAX_ANSWER_BYTES) return undefined
    }
  } catch {
    // Cut off on the way, or too late: as if nobody had answered.
    return undefined
  }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    // A printer's page.
    return { json: undefined }
  }
}
