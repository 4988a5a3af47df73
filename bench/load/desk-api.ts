// The few HTTP calls that populate a desk before the load begins.
import { request } from 'node:http'
import type { LoggedIn, VisitorIdentity } from '#protocol/http-schemas.ts'

type Call = {
  readonly method: string
  readonly url: string
  readonly token?: string
  readonly body: unknown
  readonly localAddress?: string
}

const call = (options: Call): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`
    const sent = request(
      options.url,
      {
        method: options.method,
        headers,
        ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
      },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => (text += chunk))
        reply.on('end', () => {
          if ((reply.statusCode ?? 0) >= 300)
            reject(new Error(`${options.method} ${options.url}: ${reply.statusCode} ${text}`))
          else resolve(JSON.parse(text))
        })
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(options.body))
  })

const PASSWORD = 'bench only, never served'

export const createOwner = async (deskUrl: string, setupCode: string): Promise<string> => {
  const body = { code: setupCode, name: 'Owner', login: 'owner', password: PASSWORD }
  // The reply's shape is the server's own schema.
  const reply = (await call({ method: 'POST', url: `${deskUrl}/api/v1/setup`, body })) as LoggedIn
  return reply.token
}

export const createAgent = async (
  deskUrl: string,
  ownerToken: string,
  index: number,
  capacity: number,
): Promise<string> => {
  const login = `agent${index}`
  const body = { name: `Agent ${index}`, login, password: PASSWORD, role: 'agent', capacity }
  await call({ method: 'POST', url: `${deskUrl}/api/v1/agents`, token: ownerToken, body })
  const reply = (await call({
    method: 'POST',
    url: `${deskUrl}/api/v1/sessions`,
    body: { login, password: PASSWORD },
  })) as LoggedIn
  return reply.token
}

export const createVisitor = async (deskUrl: string, localAddress: string): Promise<string> => {
  const reply = (await call({
    method: 'POST',
    url: `${deskUrl}/api/v1/visitors`,
    body: {},
    localAddress,
  })) as VisitorIdentity
  return reply.token
}
