// Intents, loaded when a start's rush is over: whoever comes back after a restart must not wait for them. Until then nothing is known.
import { limits } from '../../protocol/index.ts'
import type { Intents, IntentsParts } from './intents.ts'

export const createLateIntents = (parts: IntentsParts): Intents => {
  let loaded: Intents | undefined
  let isClosed = false
  const load = async (): Promise<void> => {
    const { startIntents } = await import('./intents.ts')
    if (!isClosed) loaded = startIntents(parts)
  }
  const cancel = parts.clock.after(limits.intentFirstLessonMs, () => {
    load().catch((error: unknown) => parts.logger.error({ error }, 'what visitors want cannot be recognised'))
  })
  return {
    classify: async (texts, threshold) => {
      if (loaded) return loaded.classify(texts, threshold)
      parts.metrics.count('intents_total', { outcome: 'untrained' })
      return { intent: 0, confidence: 0, runnersUp: [], model: 'ngram', tookMicros: 0 }
    },
    state: () => loaded?.state() ?? { phase: 'idle', models: [], scripts: [], problems: [], code: null },
    close: async () => {
      isClosed = true
      cancel()
      await loaded?.close()
    },
  }
}
