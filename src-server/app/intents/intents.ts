// What visitors want, for a running server: the classifier, and what has it learn the office's settings.
import { createIntentClassifier } from '../../adapters/onnx/intent-classifier.ts'
import { startIntentThread } from '../../adapters/onnx/intent-thread.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IntentClassifier } from '../../ports/intent-classifier.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { defaultModelDir } from '../start/default-model-dir.ts'
import { startIntentTeaching } from './intent-teaching.ts'

export type IntentsParts = {
  readonly journal: Pick<Journal, 'settings' | 'onCommitted'>
  /** Undefined: those that came with the server, if any did. */
  readonly modelDir: string | undefined
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

/** What others need of it. */
export type Intents = Pick<IntentClassifier, 'classify' | 'state' | 'close'>

/** Its thread starts when there are intents to learn, and never in an office that has none. */
export const startIntents = (parts: IntentsParts): Intents => {
  const classifier = createIntentClassifier({
    ...parts,
    modelDir: parts.modelDir ?? defaultModelDir(),
    start: startIntentThread,
    stopwatch: () => performance.now(),
  })
  const teaching = startIntentTeaching({ ...parts, classifier })
  return {
    ...classifier,
    close: async () => {
      teaching.stop()
      await classifier.close()
    },
  }
}
