import { connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createHttpListener, type HttpListener } from './http-listener.ts'
import { parseServerConfig } from '../start/server-config.ts'

let listener: HttpListener
let port = 0
let upgrades = 0
beforeEach(async () => {
  const parsed = parseServerConfig(['--port', '0'], {}, { defaultDataDir: () => '/nowhere' })
  if (!parsed.ok) throw new Error(parsed.problem.en)
  const made = createHttpListener({
    config: parsed.value,
    clock: createManualClock(),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })
  if ('code' in made) throw new Error(made.code)
  listener = made
  listener.answerWith(async () => (_request, response) => void response.end('answered'))
  upgrades = 0
  listener.server.on('upgrade', (_request, socket) => {
    upgrades += 1
    socket.end()
  })
  const bound = await listener.listen()
  if (!bound.ok) throw new Error(bound.failure.code)
  port = bound.port
})
afterEach(async () => listener.close())

const say = async (...lines: readonly string[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
    if (heard.includes('answered')) socket.end()
  })
  socket.write([...lines, '', ''].join('\r\n'))
  await once(socket, 'close')
  return heard
}

it('answers a request that merely offers another protocol, as Java and curl do', async () => {
  const offer = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']
  expect(await say('GET /api/v1/desk HTTP/1.1', 'Host: desk', ...offer)).toContain('answered')
  expect(upgrades).toBe(0)
})

it('hands WebSockets on, however they are spelled', async () => {
  await say('GET /ws HTTP/1.1', 'Host: desk', 'Connection: Upgrade', 'Upgrade: WebSocket')
  expect(upgrades).toBe(1)
})

it('[D9.1] gives headers no longer than their bound', () => {
  expect(listener.server.headersTimeout).toBe(limits.headersWithinMs)
})
