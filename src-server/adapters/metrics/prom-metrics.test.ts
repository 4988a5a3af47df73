import { describe, expect, it } from 'vitest'
import { createPromMetrics } from './prom-metrics.ts'

describe('prom metrics', () => {
  it('[D9.12] counts what is dropped by reason, and keeps servers apart', async () => {
    const [one, two] = [createPromMetrics(), createPromMetrics()]
    one.count('dropped_total', { reason: 'visitor_rate' })
    one.count('dropped_total', { reason: 'visitor_rate' }, 2)
    one.observe('commit_seconds', 0.003)
    one.gauge('connections', 7)
    const text = await one.text()
    expect(text).toContain('frontdesk_dropped_total{reason="visitor_rate"} 3')
    expect(text).toContain('frontdesk_commit_seconds_bucket{le="0.005"} 1')
    expect(text).toContain('frontdesk_connections 7')
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    // They would walk ten thousand sockets for each look.
    expect(text).not.toMatch(/nodejs_active_|process_open_fds/u)
    expect(await two.text()).not.toContain('visitor_rate')
  })

  it('drops labels that nobody declared instead of failing the request that counted', async () => {
    const metrics = createPromMetrics()
    metrics.count('uploads_total', { outcome: 'stored', visitor: '17' })
    expect(await metrics.text()).toContain('frontdesk_uploads_total{outcome="stored"} 1')
  })
})
