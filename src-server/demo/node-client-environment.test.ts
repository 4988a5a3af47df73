import { afterEach, expect, it } from 'vitest'
import { createClient, type Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import { NO_CONVERSATION } from '../protocol/index.ts'
import { createWsDesk, type WsDesk } from '../testing/ws-desk.ts'
import { createNodeClientEnvironment } from './node-client-environment.ts'

const clients: Client[] = []
let desk: WsDesk | undefined
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop()
  await desk?.close()
  desk = undefined
})

const join = (port: number, token: string): Client => {
  const client = createClient({
    environment: createNodeClientEnvironment(),
    deskUrl: `http://127.0.0.1:${port}`,
    token,
    scope: 'all',
    locale: 'zh-CN',
    app: 'test',
    storageKey: '',
  })
  clients.push(client)
  client.start()
  return client
}

const until = (client: Client, isSo: (state: ClientState) => boolean): Promise<ClientState> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(client.state())) return
      cancel()
      resolve(client.state())
    }
    const cancel = client.subscribe(look)
    look()
  })

it('[D1] carries a conversation between a visitor and an agent over real sockets', async () => {
  desk = await createWsDesk()
  const agent = join(desk.port, `agent:${await desk.newAgent()}`)
  const visitor = join(desk.port, `visitor:${await desk.newVisitor()}`)
  await until(agent, ({ link }) => link.kind === 'live')
  expect(visitor.send({ conversation: NO_CONVERSATION, text: '在吗？', files: [] }).ok).toBe(true)
  const { conversations } = await until(
    agent,
    (state) => [...state.conversations.values()][0]?.summary.owner === state.viewer?.id,
  )
  const [row] = [...conversations.values()]
  expect(row?.summary).toMatchObject({ lastMessage: { preview: '在吗？' }, unread: 1 })

  agent.send({ conversation: row?.summary.id ?? NO_CONVERSATION, text: '您好', files: [] })
  const shown = await until(
    visitor,
    (state) => [...state.conversations.values()][0]?.summary.lastMessage?.preview === '您好',
  )
  expect(shown.outbox).toEqual([])
  await until(agent, ({ outbox }) => outbox.length === 0)
})

it('tells an unreachable desk from one that answers', async () => {
  desk = await createWsDesk()
  const { postJson } = createNodeClientEnvironment()
  expect((await postJson(`http://127.0.0.1:${desk.port}/nowhere`, 'token', {})).status).toBeGreaterThan(0)
  expect(await postJson('http://127.0.0.1:1/nowhere', 'token', {})).toEqual({ status: 0, body: undefined })
})
