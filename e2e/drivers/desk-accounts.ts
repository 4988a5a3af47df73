// Accounts made over the HTTP API, for tests whose subject is something else.
import type { Person } from './desk-page.ts'
import type { ServerUnderTest } from './server-under-test.ts'

const post = async (url: string, body: unknown, token?: string): Promise<Record<string, unknown>> => {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const said = (await reply.json()) as Record<string, unknown>
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${JSON.stringify(said)}`)
  return said
}

/** @returns the owner's token. */
export const createOwner = async (server: ServerUnderTest, owner: Person): Promise<string> => {
  const said = await post(`${server.url}/api/v1/setup`, { ...owner, code: server.setupCode })
  return String(said['token'])
}

export const createColleague = async (deskUrl: string, ownerToken: string, person: Person): Promise<void> => {
  await post(`${deskUrl}/api/v1/agents`, { ...person, role: 'agent' }, ownerToken)
}

export const logIn = async (deskUrl: string, { login, password }: Person): Promise<string> => {
  const said = await post(`${deskUrl}/api/v1/sessions`, { login, password })
  return String(said['token'])
}
