// Real sockets: what only a network does. Everything about the meaning of frames is tested on hand-moved wires.
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { limits, NO_CONVERSATION, type Cid, type ClientFrameOf, type EntryOf } from '../../protocol/index.ts'
import { helloOf } from '../../testing/gateway-world.ts'
import { createWsDesk, type WsClient, type WsDesk } from '../../testing/ws-desk.ts'

let desk: WsDesk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

const openDesk = async (change: Parameters<typeof createWsDesk>[0] = {}): Promise<WsDesk> => {
  desk = await createWsDesk(change)
  return desk
}

/** A visitor that is live over a real socket. */
const visit = async (at: WsDesk): Promise<WsClient> => {
  const client = at.dial()
  const id = await at.newVisitor()
  await once(client.socket, 'open')
  client.say(helloOf(`visitor:${id}`))
  await client.hears('live')
  return client
}

const message = (cid: string, text = 'hello'): ClientFrameOf<'send'> => ({
  type: 'send',
  cid: cid as Cid,
  conversation: NO_CONVERSATION,
  text,
  files: [],
})

/** The next message that it hears; its own is thereby acknowledged. SPEC D1.4. */
const hearsMessage = async (client: WsClient): Promise<EntryOf<'message.sent'>> => {
  for (;;) {
    const { entry } = await client.hears('entry')
    if (entry.kind === 'message.sent') return entry
  }
}

let unharmed = 0
/** The others go on: a message still comes back. */
const isUnharmed = async (client: WsClient): Promise<boolean> => {
  unharmed += 1
  const sent = message(`cid-${unharmed}-unharmed`)
  client.say(sent)
  return (await hearsMessage(client)).body.cid === sent.cid
}

it('[D4.1] [D1.1] a visitor says hello, sends, and is acknowledged', async () => {
  const at = await openDesk()
  const visitor = await visit(at)
  visitor.say(message('cid-0001'))
  expect(await hearsMessage(visitor)).toMatchObject({ body: { cid: 'cid-0001' }, seq: 2 })
  expect(visitor.socket.protocol).toBe('frontdesk.v1')
  expect(visitor.socket.extensions).toBe('')
})

it.each<[string, (client: WsClient) => void, number, string]>([
  [
    '[D9.2] an oversized frame',
    ({ socket }) => socket.send(new Uint8Array(limits.maxClientFrameBytes + 1)),
    4501,
    'frame_too_large',
  ],
  ['[D10.1] garbage', ({ socket }) => socket.send(Uint8Array.of(0xc1, 1, 2)), 4500, 'bad_frame'],
  ['[D10.2] a text frame', ({ socket }) => socket.send('hello'), 4500, 'bad_frame'],
  ['[D10.3] a second hello', (client) => client.say(helloOf('visitor:1')), 4500, 'bad_frame'],
  [
    '[D9.3] a flood',
    (client) => {
      for (let count = 0; count <= limits.frameBurst; count += 1) client.say({ type: 'beat' })
    },
    4004,
    'flood',
  ],
  [
    '[D9.2] a frame in a thousand pieces',
    ({ socket }) => {
      for (let count = 0; count < 1_000; count += 1) socket.send(Uint8Array.of(1), { fin: false })
    },
    4501,
    'frame_too_large',
  ],
])('%s ends its own connection with a code, and nobody else’s', async (_what, misbehave, code, reason) => {
  const at = await openDesk()
  const other = await visit(at)
  const client = await visit(at)
  misbehave(client)
  expect(await client.closed).toEqual({ code, reason })
  expect(await client.hears('bye')).toMatchObject({ code: reason })
  expect(at.metrics.counted('connections_closed_total', { reason })).toBe(1)
  expect(await isUnharmed(other)).toBe(true)
})

it('[D10.1] bytes that are no WebSocket frames end the connection as well', async () => {
  const at = await openDesk()
  const other = await visit(at)
  const socket = await at.dialRaw('no frames at all')
  const answer: Buffer[] = []
  socket.on('data', (data: Buffer) => answer.push(data))
  socket.on('error', () => undefined)
  await once(socket, 'end')
  expect(Buffer.concat(answer).toString('latin1')).toContain('bad_frame')
  expect(await isUnharmed(other)).toBe(true)
})

it.each([[['frontdesk.v9']], [[]]])(
  '[D10.6] subprotocols %j are told which code, in a way a page can read',
  async (subprotocols) => {
    const at = await openDesk()
    const client = at.dial({ subprotocols })
    expect(await client.closed).toEqual({ code: 4502, reason: 'version_unsupported' })
    expect(at.metrics.counted('connections_refused_total', { reason: 'version_unsupported' })).toBe(1)
  },
)

it('[D10.7] a foreign page is told that it may not', async () => {
  const at = await openDesk({ origins: { allowed: ['https://shop.example'], own: [] } })
  expect(await at.dial({ origin: 'https://evil.example' }).closed).toEqual({ code: 4504, reason: 'origin_forbidden' })
  const shop = at.dial({ origin: 'https://shop.example' })
  await once(shop.socket, 'open')
  const own = at.dial({ origin: `http://127.0.0.1:${at.port}` })
  await once(own.socket, 'open')
  expect(own.socket.readyState).toBe(own.socket.OPEN)
})

it('[D9.1] a silent socket is closed', async () => {
  const at = await openDesk()
  const client = at.dial()
  await once(client.socket, 'open')
  at.clock.advance(limits.helloWithinMs)
  expect(await client.closed).toEqual({ code: 4005, reason: 'hello_timeout' })
})

it('[D9.7] a half-open socket is let go although it never answers the close', async () => {
  const at = await openDesk()
  const other = await visit(at)
  const client = await visit(at)
  client.socket.pause()
  for (let waited = 0; waited < limits.silentForMs; waited += limits.heartbeatMs / 2) {
    at.clock.advance(limits.heartbeatMs / 2)
    other.say({ type: 'beat' })
    await at.settled()
    await isUnharmed(other)
  }
  expect(at.metrics.counted('connections_closed_total', { reason: 'silent' })).toBe(1)
  await expect.poll(() => at.door.sockets, { timeout: limits.closeWithinMs * 3 }).toBe(1)
})

it('[D9.6] a client that stops reading is dropped, and what it costs is bounded', async () => {
  const at = await openDesk()
  const other = await visit(at)
  const client = await visit(at)
  client.say(message('cid-0000'))
  await hearsMessage(client)
  client.socket.pause()
  const id = 2
  // Far more than the kernel takes on its own: it has to wait in our memory, or not be sent at all.
  let most = 0
  for (let count = 0; count < 400; count += 1) {
    await at.store.journal.commit({
      type: 'send',
      actor: { kind: 'visitor', id: id as never },
      conversation: NO_CONVERSATION,
      cid: `cid-${count}-0000`,
      text: '重'.repeat(limits.maxMessageLength),
      files: [],
    })
    most = Math.max(most, at.bufferedBytes())
  }
  expect(at.metrics.counted('dropped_total', { reason: 'slow_reader_reads_on_later' })).toBe(1)
  expect(most).toBeLessThan(limits.maxSendBufferBytes + 64 * 1_024)
  for (let waited = 0; waited <= limits.drainWithinMs; waited += 1_000) at.clock.advance(1_000)
  expect(at.metrics.counted('connections_closed_total', { reason: 'slow_reader' })).toBe(1)
  expect(await isUnharmed(other)).toBe(true)
})

it('[D9.9] past --max-conn a client is told when to come back, and let in when there is room', async () => {
  const at = await openDesk({ maxConnections: 1 })
  const first = await visit(at)
  const second = at.dial()
  expect(await second.closed).toEqual({ code: 4003, reason: 'server_full' })
  expect((await second.hears('bye')).retryAfterMs).toBeGreaterThanOrEqual(limits.fullRetryAfterMs)
  first.socket.close()
  await first.closed
  await expect.poll(() => at.door.sockets).toBe(0)
  expect(await isUnharmed(await visit(at))).toBe(true)
})

it('[D9.9] [D9.10] beyond what can be told, the request is refused with a time to come back', async () => {
  const at = await openDesk({ maxConnections: 0 })
  for (let count = 0; count < limits.maxRefusalsAtOnce; count += 1) await at.dialRaw()
  await expect.poll(() => at.metrics.counted('connections_refused_total')).toBe(limits.maxRefusalsAtOnce)
  const response = await at.refusalOf()
  expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5'])
})

it('[D10.6] other paths speak no WebSocket', async () => {
  const at = await openDesk()
  const response = await at.refusalOf('/elsewhere')
  expect(response.statusCode).toBe(404)
})

it('[D9.11] a large frame comes packed, small ones around it as they are, in order', async () => {
  const at = await openDesk()
  const visitor = await visit(at)
  const long = 'the same words again and again '.repeat(300)
  visitor.say(message('cid-0001', long))
  visitor.say(message('cid-0002', 'short'))
  const messages = [await hearsMessage(visitor), await hearsMessage(visitor)]
  const texts = messages.map(({ body }) => body.text)
  expect(texts).toEqual([long.trim(), 'short'])
  expect(visitor.packed).toBe(1)
})

it('[D10.12] a stop tells everyone, and afterwards nothing is open', async () => {
  const at = await openDesk()
  const visitor = await visit(at)
  const silent = at.dial()
  await once(silent.socket, 'open')
  await at.gateway.stop()
  await at.door.close()
  expect(await visitor.closed).toEqual({ code: 4000, reason: 'server_stopping' })
  expect((await visitor.hears('bye')).retryAfterMs).toBeGreaterThan(0)
  expect((await silent.closed).code).toBe(4000)
  expect(at.door.sockets).toBe(0)
})
