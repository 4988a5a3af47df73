import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { serverFrames } from './server-frame.ts'

it('a client of another’s making reads payloads of every length', async () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, () => {
      wire.write(serverFrames(lengths.map((length) => new Uint8Array(length).fill(length % 251))))
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  const payloads: Buffer[] = []
  await new Promise<void>((resolve) => {
    client.on('message', (data, isBinary) => {
      expect(isBinary).toBe(true)
      payloads.push(data as Buffer)
      if (payloads.length === lengths.length) resolve()
    })
  })
  expect(payloads.map(({ length }) => length)).toEqual(lengths)
  for (const payload of payloads) expect(payload.every((byte) => byte === payload.length % 251)).toBe(true)
  client.terminate()
  sockets.close()
  server.close()
})
