import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createLateIntents } from './late-intents.ts'

it('[D9.20] knows nothing before it is loaded, and loads nothing for a server that stops at once', async () => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  let reads = 0
  const intents = createLateIntents({
    clock,
    metrics,
    logger: createFakeLogger(),
    modelDir: undefined,
    journal: {
      onCommitted: () => () => undefined,
      settings: async () => {
        reads += 1
        return []
      },
    },
  })
  expect(await intents.classify(['refund'], null)).toMatchObject({ intent: 0, tookMicros: 0 })
  expect([intents.state().phase, metrics.counted('intents_total', { outcome: 'untrained' })]).toEqual(['idle', 1])
  await intents.close()
  clock.advance(limits.intentFirstLessonMs)
  expect([reads, clock.waiting]).toEqual([0, 0])
})
