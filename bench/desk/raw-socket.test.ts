import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { clientFrame, opcodes, openRawSocket, type RawSocket } from './raw-socket.ts'

let sockets: WebSocketServer | undefined
let raw: RawSocket | undefined
afterEach(() => {
  raw?.destroy()
  sockets?.close()
})

const portOf = (server: Pick<Server, 'address'>): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return address.port
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** A real server, and what the raw client hears of it. */
const meet = async () => {
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(sockets, 'listening')
  const heardTexts: string[] = []
  const accepted = once(sockets, 'connection') as Promise<[WebSocket]>
  let told: () => void = () => undefined
  raw = openRawSocket({
    port: portOf(sockets),
    path: '/',
    subprotocol: undefined,
    localAddress: '127.0.0.1',
    opened: () => undefined,
    heard(bytes, start, end) {
      heardTexts.push(bytes.toString('utf8', start, end))
      told()
    },
    closed: () => undefined,
  })
  const [server] = await accepted
  const heardAll = (count: number): Promise<void> =>
    new Promise((resolve) => {
      told = () => {
        if (heardTexts.length >= count) resolve()
      }
      told()
    })
  return { server, raw, heardTexts, heardAll }
}

describe('a connection of the crowd', () => {
  it('hears short, long and very long frames whole and in order, however they are cut', async () => {
    const { server, heardTexts, heardAll } = await meet()
    const said = ['短', 'b'.repeat(126), 'c'.repeat(70_000), '', 'd'.repeat(65_535), 'e']
    for (const text of said) server.send(text)
    await heardAll(said.length)
    expect(heardTexts).toEqual(said)
  })

  it('says frames that a real server reads', async () => {
    const { server, raw: client } = await meet()
    const said = [Buffer.from('hello'), Buffer.alloc(200, 7)]
    const heardByServer: Buffer[] = []
    const both = new Promise<void>((resolve) => {
      server.on('message', (data) => {
        heardByServer.push(data as Buffer)
        if (heardByServer.length === said.length) resolve()
      })
    })
    for (const payload of said) client.write(clientFrame(payload, opcodes.binary))
    await both
    expect(heardByServer.map((bytes) => [...bytes])).toEqual(said.map((bytes) => [...bytes]))
  })

  it('answers a ping with its own content', async () => {
    const { server } = await meet()
    server.ping('are you there')
    const [content] = (await once(server, 'pong')) as [Buffer]
    expect(content.toString()).toBe('are you there')
  })

  it('answers a close with its own code, so that nobody waits for it', async () => {
    const { server } = await meet()
    server.close(4000, 'going')
    const [code, reason] = (await once(server, 'close')) as [number, Buffer]
    expect([code, reason.toString()]).toEqual([4000, 'going'])
  })

  it('reads nothing while it is paused, and everything afterwards', async () => {
    const { server, raw: client, heardTexts, heardAll } = await meet()
    client.pause()
    const said = Array.from({ length: 256 }, () => 'x'.repeat(64_000))
    let taken = 0
    for (const text of said)
      server.send(text, () => {
        taken += 1
      })
    // Far more turns than it takes a client that reads; the network between takes a few megabytes.
    for (let turn = 0; turn < 500; turn += 1) await nextTurn()
    expect(taken).toBeLessThan(said.length)
    client.resume()
    await heardAll(said.length)
    expect(heardTexts).toEqual(said)
  })

  it('is closed by a server that does not speak WebSocket', async () => {
    const plain = createServer((socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'))
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const isClosed = new Promise<void>((resolve) => {
      raw = openRawSocket({
        port: portOf(plain),
        path: '/',
        subprotocol: undefined,
        localAddress: '127.0.0.1',
        opened: () => undefined,
        heard: () => undefined,
        closed: resolve,
      })
    })
    await isClosed
    plain.close()
    expect(raw).toBeDefined()
  })
})
