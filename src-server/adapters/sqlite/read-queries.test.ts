import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createAsk, type Asked } from './read-queries.ts'

it('[D9] past the bound of waiting questions an asker is told so at once, and it is counted', async () => {
  const answers: (() => void)[] = []
  const call = () => new Promise((resolve) => answers.push(() => resolve([])))
  const metrics = createFakeMetrics()
  const silent = { ...metrics, observe: () => undefined }
  const ask: Asked = createAsk(() => ({ call }) as unknown as { call: Asked }, silent)
  const asked = Array.from({ length: limits.maxReadsWaiting }, () => ask('agents'))
  await expect(ask('agents')).rejects.toMatchObject({ code: 'storage_busy' })
  expect(metrics.counted('dropped_total', { what: 'read', reason: 'storage_busy' })).toBe(1)
  for (const answer of answers.splice(0)) answer()
  await Promise.all(asked)
  const again = ask('agents')
  answers[0]?.()
  expect(await again).toEqual([])
})
