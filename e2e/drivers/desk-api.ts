// Accounts and conversations made over the HTTP API, for tests whose subject is something else.
import type { Person } from './desk-page.ts'
import type { ServerUnderTest } from './server-under-test.ts'

const ask = async (
  method: 'POST' | 'PATCH',
  url: string,
  body: unknown,
  token?: string,
): Promise<Record<string, unknown>> => {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const reply = await fetch(url, { method, headers, body: JSON.stringify(body) })
  const said = (await reply.json()) as Record<string, unknown>
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${JSON.stringify(said)}`)
  return said
}

/** @returns what the desk made of it, with its id and version. */
export const addSetting = async (
  deskUrl: string,
  token: string,
  kind: 'groups' | 'tag-rules' | 'intents',
  wish: object,
): Promise<{ readonly id: number; readonly version: string }> => {
  const said = await ask('POST', `${deskUrl}/api/v1/${kind}`, wish, token)
  return { id: Number(said['id']), version: String(said['version']) }
}

/** @returns the owner's token. */
export const createOwner = async (server: ServerUnderTest, owner: Person): Promise<string> => {
  const said = await ask('POST', `${server.url}/api/v1/setup`, { ...owner, code: server.setupCode })
  return String(said['token'])
}

/** @returns the colleague's id. */
export const createColleague = async (deskUrl: string, ownerToken: string, person: Person): Promise<number> => {
  const said = await ask('POST', `${deskUrl}/api/v1/agents`, { ...person, role: 'agent' }, ownerToken)
  return Number(said['id'])
}

export const changeColleague = async (
  deskUrl: string,
  ownerToken: string,
  id: number,
  change: { readonly capacity?: number; readonly active?: boolean },
): Promise<void> => {
  await ask('PATCH', `${deskUrl}/api/v1/agents/${id}`, change, ownerToken)
}

/** @returns a token. */
export const logIn = async (
  deskUrl: string,
  { login, password }: Pick<Person, 'login' | 'password'>,
): Promise<string> => {
  const said = await ask('POST', `${deskUrl}/api/v1/sessions`, { login, password })
  return String(said['token'])
}

export type WrittenVisitor = {
  readonly name?: string
  readonly tags?: readonly string[]
  readonly locale?: string
  readonly page?: { readonly url: string; readonly title: string; readonly referrer: string }
}

/** A visitor who writes and is gone. @returns the conversation's id. */
export const visitorWrites = async (
  deskUrl: string,
  visitor: WrittenVisitor,
  texts: readonly string[],
): Promise<number> => {
  const { token } = await ask('POST', `${deskUrl}/api/v1/visitors`, visitor)
  let conversation = 0
  for (const text of texts) conversation = await send(deskUrl, String(token), conversation, text)
  return conversation
}

export const agentWrites = async (
  deskUrl: string,
  token: string,
  conversation: number,
  texts: readonly string[],
): Promise<void> => {
  for (const text of texts) await send(deskUrl, token, conversation, text)
}

/** @returns the id of the conversation in which something happened last. */
export const newestConversation = async (deskUrl: string, token: string): Promise<number> => {
  const reply = await fetch(`${deskUrl}/api/v1/conversations`, { headers: { authorization: `Bearer ${token}` } })
  const { conversations } = (await reply.json()) as { conversations: readonly { readonly id: number }[] }
  const [newest] = conversations
  if (!newest) throw new Error('nobody has written yet')
  return newest.id
}

const send = async (deskUrl: string, token: string, conversation: number, text: string): Promise<number> => {
  const said = await ask('POST', `${deskUrl}/api/v1/messages`, { cid: crypto.randomUUID(), conversation, text }, token)
  return Number(said['conversation'])
}
