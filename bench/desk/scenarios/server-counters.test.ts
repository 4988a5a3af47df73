import { afterEach, expect, it } from 'vitest'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { createPromMetrics } from '../../../src-server/adapters/metrics/prom-metrics.ts'
import { readCounter } from './server-counters.ts'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

it('reads what the server’s own metrics say, by name and label', async () => {
  const metrics = createPromMetrics()
  metrics.count('dropped_total', { reason: 'slow_reader' }, 3)
  metrics.count('dropped_total', { reason: 'other' }, 4)
  metrics.count('frames_received_total', {}, 7)
  server = createServer((_, response) => void metrics.text().then((text) => response.end(text)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await readCounter(port, 'dropped_total', 'reason="slow_reader"')).toBe(3)
  expect(await readCounter(port, 'dropped_total')).toBe(7)
  expect(await readCounter(port, 'frames_received_total')).toBe(7)
})
