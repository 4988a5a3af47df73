// The intent thread as the server sees it: a bounded number of questions, each answered in time whatever happens over there. A thread
// that hangs or dies is replaced and learns again; models that keep killing it are left out.
import type { Cancel, Clock } from '../../ports/clock.ts'
import type {
  IntentClassifier,
  IntentExamples,
  IntentState,
  IntentVerdict,
  TrainingReport,
} from '../../ports/intent-classifier.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { fail, limits, ok, type Result } from '../../protocol/index.ts'
import type { FromIntentThread, Judgement } from './intent-messages.ts'
import type { IntentThread, StartIntentThread } from './intent-thread.ts'

export type IntentClassifierParts = {
  readonly modelDir: string | undefined
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly start: StartIntentThread
  /** Milliseconds with fractions, for measuring only. */
  readonly stopwatch: () => number
}

type Learned = Result<TrainingReport>
type Training = {
  readonly id: number
  readonly intents: IntentExamples
  readonly startedMs: number
}

/** A thread that dies at once on every start must not keep a core busy. */
const RESTART_FIRST_MS = 100
const RESTART_MAX_MS = 5_000
/** Deaths in a row, without having learned anything in between, after which the models are taken for the cause. */
const DEATHS_OF_MODELS = 2
/** And after which it is not tried again until the intents change. */
const DEATHS_IN_ALL = 5

const unknown: Judgement = { intent: 0, confidence: 0, runnersUp: [], model: 'ngram' }

export const createIntentClassifier = (parts: IntentClassifierParts): IntentClassifier => {
  const { clock, logger, metrics, stopwatch } = parts
  const questions = new Map<number, (judgement: Judgement, outcome: string) => void>()
  let thread: IntentThread | undefined
  let wanted: Training | undefined
  const learners: ((learned: Learned) => void)[] = []
  let state: IntentState = { phase: 'idle', models: [], scripts: [], problems: [], code: null }
  let isServing = false
  let isClosed = false
  let deaths = 0
  let lastId = 0
  let answered = 0
  let cancelRestart: Cancel | undefined
  let cancelDeadline: Cancel | undefined

  const learned = (result: Learned): void => {
    cancelDeadline?.()
    deaths = result.ok ? 0 : deaths
    state = { ...state, phase: result.ok ? 'serving' : 'failed', code: result.ok ? null : result.code }
    for (const tell of learners.splice(0)) tell(result)
  }

  const trained = (kind: TrainingReport['model']): void => {
    if (!wanted) return
    isServing = true
    const examples = wanted.intents.reduce((sum, one) => sum + one.examples.length, 0)
    const tookMs = Math.round(stopwatch() - wanted.startedMs)
    const report: TrainingReport = { model: kind, intents: wanted.intents.length, examples, tookMs }
    logger.info(report, 'intents learned')
    learned(ok(report))
  }

  const told = (message: FromIntentThread): void => {
    switch (message.type) {
      case 'loaded': {
        const { models, scripts, problems } = message
        state = { ...state, models, scripts, problems }
        metrics.gauge('intent_models', models.length)
        if (problems.length > 0)
          logger.warn({ problems }, 'without a model for them, texts are told apart by character n-grams')
        return undefined
      }
      case 'trained':
        return message.id === wanted?.id ? trained(message.kind) : undefined
      case 'untrainable':
        return message.id === wanted?.id ? learned(fail(message.code)) : undefined
      case 'fault':
        return logger.warn({ detail: message.detail }, 'a model failed at a text')
      case 'verdict':
        answered += 1
        return questions.get(message.id)?.(message.judgement, message.judgement.intent === 0 ? 'unknown' : 'known')
      default:
        return message satisfies never
    }
  }

  const endThread = (outcome: string): void => {
    const old = thread
    thread = undefined
    isServing = false
    for (const settle of questions.values()) settle(unknown, outcome)
    old?.stop().catch((error: unknown) => logger.warn({ error }, 'the old intent thread did not stop'))
  }

  const replace = (outcome: string, error?: unknown): void => {
    endThread(outcome)
    deaths += 1
    logger.error({ error, outcome, deaths }, 'the intent thread is replaced')
    if (deaths >= DEATHS_IN_ALL) return learned(fail('intent_training_failed'))
    cancelRestart = clock.after(Math.min(RESTART_MAX_MS, RESTART_FIRST_MS * 2 ** (deaths - 1)), launch)
  }

  const post = (training: Training): void => {
    state = { ...state, phase: 'training', code: null }
    cancelDeadline?.()
    cancelDeadline = clock.after(limits.intentTrainingWithinMs, () => replace('training_hung'))
    const { id, intents } = training
    thread?.post({ type: 'train', id, intents })
  }

  function launch(): void {
    cancelRestart?.()
    if (!wanted) return
    const birth = { modelDir: deaths < DEATHS_OF_MODELS ? parts.modelDir : undefined }
    const launched: IntentThread = parts.start(birth, {
      told: (message) => launched === thread && told(message),
      died: (error) => launched === thread && replace('thread_died', error),
    })
    thread = launched
    post(wanted)
  }

  const rest = (): Learned => {
    wanted = undefined
    cancelRestart?.()
    endThread('untrained')
    const nothing = ok({ model: 'ngram', intents: 0, examples: 0, tookMs: 0 } as const)
    learned(nothing)
    state = { ...state, phase: 'idle' }
    return nothing
  }

  const ask = async (texts: readonly string[], threshold: number | null): Promise<Judgement> =>
    new Promise((resolve) => {
      const refuse = (outcome: string): void => {
        metrics.count('intents_total', { outcome })
        resolve(unknown)
      }
      if (!thread || !isServing) return refuse('untrained')
      if (questions.size >= limits.maxIntentsWaiting) {
        metrics.count('dropped_total', { reason: 'intent_line_full' })
        return refuse('line_full')
      }
      lastId += 1
      const id = lastId
      const answeredBefore = answered
      const cancel = clock.after(limits.intentWithinMs, () => {
        // A long line is no reason to begin again.
        if (answered === answeredBefore) replace('thread_hung')
        else questions.get(id)?.(unknown, 'late')
      })
      questions.set(id, (judgement, outcome) => {
        cancel()
        questions.delete(id)
        metrics.count('intents_total', { outcome })
        resolve(judgement)
      })
      thread.post({ type: 'classify', id, texts, threshold })
    })

  return {
    train: async (intents) => {
      if (isClosed) return fail('server_stopping')
      if (intents.length === 0) return rest()
      lastId += 1
      wanted = { id: lastId, intents, startedMs: stopwatch() }
      deaths = 0
      return new Promise((resolve) => {
        learners.push(resolve)
        if (thread && wanted) post(wanted)
        else launch()
      })
    },
    classify: async (texts, threshold) => {
      const startedMs = stopwatch()
      const judgement = await ask(texts, threshold)
      const tookMs = stopwatch() - startedMs
      metrics.observe('intent_seconds', tookMs / 1_000)
      return { ...judgement, tookMicros: Math.round(tookMs * 1_000) } satisfies IntentVerdict
    },
    state: () => state,
    close: async () => {
      isClosed = true
      wanted = undefined
      cancelRestart?.()
      cancelDeadline?.()
      const old = thread
      thread = undefined
      isServing = false
      for (const settle of questions.values()) settle(unknown, 'stopping')
      for (const tell of learners.splice(0)) tell(fail('server_stopping'))
      await old?.stop()
    },
  }
}
