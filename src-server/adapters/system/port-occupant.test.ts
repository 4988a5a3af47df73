import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { findPortOccupant } from './port-occupant.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

const serve = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const occupantOf = (port: number, host = '127.0.0.1') =>
  findPortOccupant({ host, port, localUrl: `http://127.0.0.1:${port}`, withinMs: 300 })

it('[D9.23] knows a desk from another program, also from one that answers nothing', async () => {
  const desk = await serve((_, reply) => reply.end(JSON.stringify({ name: 'Frontdesk', needsSetup: false })))
  const page = await serve((_, reply) => reply.end('<html>'))
  const silent = await serve(() => undefined)
  expect(await occupantOf(desk)).toBe('ours')
  expect(await occupantOf(page)).toBe('taken')
  expect(await occupantOf(silent)).toBe('taken')
})

it('[D9.23] leaves a free port free', async () => {
  const port = await serve(() => undefined)
  servers.pop()?.close()
  expect(await occupantOf(port)).toBe('free')
  expect(await occupantOf(port)).toBe('free')
})

it('an address of another computer is none to listen on', async () => {
  expect(await occupantOf(1, '192.0.2.1')).toBe('no_address')
})
