// Has the classifier learn what the settings say: at once and after each change, then a moment later, so that ten intents that are
// saved together are one lesson. Whoever writes meanwhile is judged by what was learned before.
import { foldSetting, initialSettings, type RoutingSettings } from '../../core/routing/routing-settings.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { IntentClassifier } from '../../ports/intent-classifier.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import { limits } from '../../protocol/index.ts'

export type IntentTeaching = { stop(): void }

const isAbout = (key: string): boolean => key.startsWith('routing.intent.')

/** What a lesson is made of: a new name or another group of an intent teaches nothing. */
const lessonOf = ({ intents }: RoutingSettings) =>
  [...intents.values()].map(({ id, examples }) => ({ intent: id, examples }))

/** SPEC D9.20. */
export const startIntentTeaching = (parts: {
  readonly journal: Pick<Journal, 'settings' | 'onCommitted'>
  readonly classifier: Pick<IntentClassifier, 'train'>
  readonly clock: Clock
  readonly logger: Logger
}): IntentTeaching => {
  const { journal, classifier, clock, logger } = parts
  let taught = JSON.stringify(lessonOf(initialSettings))
  let cancel: Cancel | undefined

  const teach = async (): Promise<void> => {
    const stored = await journal.settings('routing.')
    const settings = stored.reduce((before, { key, value }) => foldSetting(before, key, value), initialSettings)
    const lesson = lessonOf(settings)
    const written = JSON.stringify(lesson)
    if (written === taught) return
    taught = written
    const learned = await classifier.train(lesson)
    if (!learned.ok && learned.code !== 'server_stopping')
      logger.error({ code: learned.code }, 'the intents could not be learned')
  }

  const teachSoon = (delayMs: number): void => {
    cancel?.()
    cancel = clock.after(delayMs, () => {
      cancel = undefined
      teach().catch((error: unknown) => {
        logger.warn({ error }, 'the intents could not be read')
        teachSoon(limits.intentTeachRetryMs)
      })
    })
  }

  const unsubscribe = journal.onCommitted(({ entries }) => {
    if (entries.some(({ entry }) => entry.kind === 'setting.changed' && isAbout(entry.body.key)))
      teachSoon(limits.intentTeachAfterMs)
  })
  teachSoon(0)
  return {
    stop: () => {
      unsubscribe()
      cancel?.()
    },
  }
}
