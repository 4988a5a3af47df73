import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { writeTinyModel } from '../../testing/tiny-model.ts'
import { defaultModelDir } from '../start/default-model-dir.ts'
import { startIntents } from './intents.ts'

const settings = [
  {
    key: 'routing.intent.1',
    value: { id: 1, name: 'Refund', group: 0, examples: ['refund', 'money back', 'refund money'] },
  },
  {
    key: 'routing.intent.2',
    value: { id: 2, name: 'Parcel', group: 0, examples: ['parcel', 'delivery', 'parcel late'] },
  },
]

it('[D9.19] understands visitors by the settings, with the models of a folder or without any', async () => {
  const modelDir = mkdtempSync(join(tmpdir(), 'frontdesk-intents-'))
  writeTinyModel(modelDir, ['refund', 'money', 'back', 'parcel', 'delivery', 'late'])
  for (const [folder, model] of [
    [modelDir, 'bert'],
    [join(modelDir, 'none'), 'ngram'],
  ] as const) {
    const intents = startIntents({
      journal: { settings: async () => settings, onCommitted: () => () => undefined },
      modelDir: folder,
      clock: createSystemClock(),
      logger: createFakeLogger(),
      metrics: createFakeMetrics(),
    })
    await expect.poll(() => intents.state().phase).toBe('serving')
    expect(intents.state().problems).toHaveLength(model === 'bert' ? 0 : 1)
    expect((await intents.classify(['refund money'], null)).model).toBe(model)
    await intents.close()
  }
})

it('finds models where they are', () => {
  expect(defaultModelDir('/does/not/exist')).toBeUndefined()
  expect(defaultModelDir(tmpdir())).toBe(tmpdir())
})
