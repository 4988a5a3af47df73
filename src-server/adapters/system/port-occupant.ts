// Who has a port of this machine: nobody, a desk, another program. Asks this machine alone.
import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { createServer } from 'node:net'

export type PortOccupant = 'free' | 'ours' | 'taken' | 'forbidden' | 'no_address'
export type PortQuestion = {
  readonly host: string
  readonly port: number
  /** The desk's own address on this machine, e.g. http://127.0.0.1:8000 */
  readonly localUrl: string
  readonly withinMs: number
}

/** What answers there, or undefined when nothing does. */
const answerAt = (url: string, withinMs: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const options = { timeout: withinMs, agent: false }
    const heard = (reply: import('node:http').IncomingMessage): void => {
      let body = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        body += chunk.slice(0, 1_000)
      })
      reply.on('end', () => resolve(body))
      reply.on('error', () => resolve(body))
    }
    // Its certificate is for the name that people use, not for this one; nothing secret is said.
    const request = url.startsWith('https:')
      ? getHttps(url, { ...options, rejectUnauthorized: false }, heard)
      : getHttp(url, options, heard)
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
  })

const isDesk = (answer: string): boolean => {
  try {
    const info: unknown = JSON.parse(answer)
    return typeof info === 'object' && info !== null && 'needsSetup' in info
  } catch {
    // Not JSON: some other program's page.
    return false
  }
}

const whyNotListening = (error: NodeJS.ErrnoException): PortOccupant => {
  switch (error.code) {
    case 'EADDRINUSE':
      return 'taken'
    case 'EACCES':
    case 'EPERM':
      return 'forbidden'
    default:
      return 'no_address'
  }
}

const tryListening = (host: string, port: number): Promise<PortOccupant> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(whyNotListening(error)))
    probe.listen(port, host, () => probe.close(() => resolve('free')))
  })

export const findPortOccupant = async ({ host, port, localUrl, withinMs }: PortQuestion): Promise<PortOccupant> => {
  // Asked before it is tried: some systems let a second program listen on a part of what the first one has.
  const answer = await answerAt(`${localUrl}/api/v1/desk`, withinMs)
  if (answer !== undefined) return isDesk(answer) ? 'ours' : 'taken'
  return tryListening(host, port)
}
