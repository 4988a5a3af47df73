import { expect, it } from 'vitest'
import {
  encodeClientFrame,
  limits,
  NO_CONVERSATION,
  type Cid,
  type ClientFrame,
  type ErrorCode,
  type SessionId,
} from '../../protocol/index.ts'
import { createGatewayWorld, helloOf, type TestClient } from '../../testing/gateway-world.ts'

const hello: ClientFrame = {
  type: 'send',
  cid: 'cid-0001' as Cid,
  conversation: NO_CONVERSATION,
  text: 'hello',
  files: [],
}

it.each<[string, ErrorCode, number]>([
  ['an unknown token', 'unauthorized', 4503],
  ['an ended login', 'session_revoked', 4505],
  ['a disk that does not answer', 'storage_failed', 4006],
])('[D10.9] %s: says why, and closes with a code that tells whether to come back', async (_what, code, closeCode) => {
  const world = await createGatewayWorld({ refusals: new Map([['token', code]]) })
  const client = world.connect()
  client.say(helloOf('token'))
  await world.settled()
  expect(client.heard).toEqual([{ type: 'bye', code, retryAfterMs: 0 }])
  expect(client.closedWith).toEqual({ code: closeCode, reason: code })
})

it('[D10.1] one broken connection is nobody else’s trouble', async () => {
  const world = await createGatewayWorld()
  const agent = await world.work(await world.newAgent())
  const visitor = await world.visit(await world.newVisitor())
  const broken = await world.visit(await world.newVisitor())
  broken.sayBytes(Uint8Array.of(0xc1, 0xff))
  visitor.say(hello)
  await world.settled()
  expect(broken.closedWith).toEqual({ code: 4500, reason: 'bad_frame' })
  expect(visitor.acknowledged()).toHaveLength(1)
  expect([agent.closedWith, visitor.closedWith]).toEqual([undefined, undefined])
  expect(world.metrics.counted('connections_closed_total', { reason: 'bad_frame' })).toBe(1)
  expect(world.gateway.stats().connections).toBe(2)
})

it('[D10.1] a fault of ours on one connection ends that one, with a code to come back', async () => {
  const world = await createGatewayWorld({
    authenticator: (own) => ({
      identify: (token) => (token === 'bug' ? Promise.reject(new Error('a bug')) : own.identify(token)),
    }),
  })
  const visitor = await world.visit(await world.newVisitor())
  const unlucky = world.connect()
  unlucky.say(helloOf('bug'))
  await world.settled()
  expect(unlucky.closedWith).toEqual({ code: 4006, reason: 'internal' })
  expect(visitor.closedWith).toBeUndefined()
})

it('[D10.1] a connection that fails while it is told something fails alone', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const closes: unknown[] = []
  let bugs = 0
  const handler = world.gateway.accept({
    id: 1_000,
    address: '',
    bufferedBytes: 0,
    send() {
      if (bugs > 0) throw new Error(`bug ${(bugs -= 1)}`)
    },
    close: (code, reason) => void closes.push({ code, reason }),
  })
  handler.received(encodeClientFrame(helloOf(`visitor:${id}`)))
  await world.settled()
  const other = await world.visit(id)
  bugs = 1
  other.say(hello)
  await world.settled()
  expect(other.of('entry')).toHaveLength(2)
  expect(other.acknowledged()).toHaveLength(1)
  expect(world.gateway.stats().connections).toBe(1)
  expect(closes).toEqual([{ code: 4006, reason: 'internal' }])
})

it('[D10.11] an ended login closes its own connections only', async () => {
  const world = await createGatewayWorld()
  const id = await world.newAgent()
  const here = await world.work(id)
  const there = world.connect()
  there.say(helloOf(`agent:${id}/99`))
  await world.settled()
  world.gateway.endSession(99 as SessionId)
  await world.settled()
  expect(there.closedWith).toEqual({ code: 4505, reason: 'session_revoked' })
  expect(here.closedWith).toBeUndefined()
  const later = world.connect()
  later.say(helloOf(`agent:${id}/100`))
  await world.settled()
  world.gateway.endAgent(id, 100 as SessionId)
  await world.settled()
  expect(later.closedWith).toBeUndefined()
  world.gateway.endAgent(id)
  await world.settled()
  expect(later.closedWith?.code).toBe(4505)
  expect(here.closedWith?.code).toBe(4505)
  expect(world.gateway.stats().agentsConnected).toBe(0)
})

it('[D10.11] a deactivated agent is out at once, wherever they are connected', async () => {
  const world = await createGatewayWorld()
  const id = await world.newAgent()
  const agent = await world.work(id)
  const other = await world.work(await world.newAgent())
  await world.store.journal.commit({
    type: 'change-agent',
    actor: { kind: 'system' },
    agent: id,
    change: { active: false },
  })
  await world.settled()
  expect(agent.closedWith?.code).toBe(4505)
  expect(other.of('presence').at(-1)).toEqual({ type: 'presence', agent: id, connected: false })
})

it('[D10.11] a login that ends while its token is being looked up does not slip in', async () => {
  let release = (): void => undefined
  const world = await createGatewayWorld({
    authenticator: (own) => ({
      async identify(token) {
        const result = await own.identify(token)
        await new Promise<void>((resolve) => (release = resolve))
        return result
      },
    }),
  })
  const id = await world.newAgent()
  const agent = world.connect()
  agent.say(helloOf(`agent:${id}`))
  await world.settled()
  await world.store.journal.commit({
    type: 'change-agent',
    actor: { kind: 'system' },
    agent: id,
    change: { active: false },
  })
  release()
  await world.settled()
  release()
  await world.settled()
  expect(agent.closedWith).toEqual({ code: 4503, reason: 'unauthorized' })
})

it('[D10.12] a stop acknowledges what is being stored, then tells everyone when to come back', async () => {
  const world = await createGatewayWorld()
  const visitors = [await world.visit(await world.newVisitor()), await world.visit(await world.newVisitor())]
  const silent = world.connect()
  const release = world.store.hold()
  visitors[0]?.say(hello)
  await world.settled()
  const stopping = world.gateway.stop()
  visitors[1]?.say({ ...hello, cid: 'cid-0002' as Cid })
  await world.settled()
  expect(visitors[1]?.last('reject')).toEqual({ type: 'reject', cid: 'cid-0002', code: 'server_stopping' })
  expect(visitors[0]?.closedWith).toBeUndefined()
  const late = world.connect()
  release()
  await stopping
  await world.settled()
  expect(visitors[0]?.acknowledged()).toHaveLength(1)
  expect(visitors[0]?.heard.at(-1)?.type).toBe('bye')
  for (const client of [...visitors, silent, late]) {
    expect(client.closedWith).toEqual({ code: 4000, reason: 'server_stopping' })
    expect(client.last('bye')?.retryAfterMs).toBeGreaterThanOrEqual(limits.minStopSpreadMs)
  }
  expect(await world.gateway.send(await world.identityOf('visitor:1'), { ...hello, files: [] })).toEqual({
    ok: false,
    code: 'server_stopping',
  })
})

it('[D10.12] a disk that hangs does not hold up a stop, and nothing is left running', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  world.store.hold()
  visitor.say(hello)
  await world.settled()
  const stopping = world.gateway.stop()
  await world.pass(limits.closeWithinMs)
  await stopping
  await world.settled()
  expect(visitor.closedWith?.code).toBe(4000)
  expect(world.clock.waiting).toBe(0)
})

it('[D10.12] the times to come back are spread', async () => {
  const world = await createGatewayWorld()
  const clients = await Promise.all(Array.from({ length: 200 }, async () => world.visit(await world.newVisitor())))
  await world.gateway.stop()
  await world.settled()
  const times = new Set(clients.map((client) => client.last('bye')?.retryAfterMs))
  expect(times.size).toBeGreaterThan(50)
})

it('[D9.7] a client that fell silent is let go, and its place is free', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  visitor.pair.freeze()
  await world.pass(limits.silentForMs)
  expect(world.gateway.stats().connections).toBe(0)
  expect(world.metrics.counted('connections_closed_total', { reason: 'silent' })).toBe(1)
})

it('[D9.1] [D9.10] who says nothing at all is let go as well, and does not count as greeted before', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  expect(world.gateway.stats()).toMatchObject({ connections: 1, ungreeted: 0 })
  visitor.pair.cut()
  const stranger = world.connect()
  expect(world.gateway.stats()).toMatchObject({ connections: 1, ungreeted: 1 })
  await world.pass(limits.helloWithinMs)
  expect(stranger.closedWith).toEqual({ code: 4005, reason: 'hello_timeout' })
  expect(world.gateway.stats()).toMatchObject({ connections: 0, ungreeted: 0 })
})

it('[D9.10] one person has a bounded number of connections, and a place again when one of them ends', async () => {
  const world = await createGatewayWorld()
  const [visitor, other] = [await world.newVisitor(), await world.newVisitor()]
  const clients: TestClient[] = []
  for (let index = 0; index < limits.maxConnectionsPerIdentity; index += 1) clients.push(await world.visit(visitor))
  const tooMany = await world.visit(visitor)
  expect(tooMany.closedWith).toEqual({ code: 4006, reason: 'too_many_requests' })
  expect((await world.visit(other)).last('live')).toBeDefined()
  clients[0]?.pair.cut()
  await world.settled()
  expect((await world.visit(visitor)).last('live')).toBeDefined()
})
