import { expect, it } from 'vitest'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createLateMetrics } from './late-metrics.ts'

it('[D9.12] forgets nothing that was counted before the library was there', () => {
  const late = createLateMetrics()
  late.count('dropped_total', { reason: 'early' }, 2)
  late.gauge('connections', 3)
  late.observe('commit_seconds', 0.1)
  const metrics = createFakeMetrics()
  late.tell(metrics)
  late.count('dropped_total', { reason: 'early' })
  expect(metrics.counted('dropped_total', { reason: 'early' })).toBe(3)
  expect([metrics.gaugeOf('connections'), metrics.observations('commit_seconds')]).toEqual([3, [0.1]])
})

it('[D8.11] tells who listens of every duration once, before the library is there and after', () => {
  const heard: unknown[] = []
  const late = createLateMetrics((name, value) => void heard.push([name, value]))
  late.observe('commit_seconds', 0.1)
  late.tell(createFakeMetrics())
  late.observe('send_to_ack_seconds', 0.2)
  expect(heard).toEqual([
    ['commit_seconds', 0.1],
    ['send_to_ack_seconds', 0.2],
  ])
})
