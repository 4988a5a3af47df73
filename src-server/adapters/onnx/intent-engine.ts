// What runs on the intent thread: questions in the order they came, and learning in the pauses between them.
import type { EmbeddedText, PreparedText } from '../../core/intent/embedded-text.ts'
import { trainIntentModel, type IntentModel } from '../../core/intent/intent-model.ts'
import { prepareTexts } from '../../core/intent/prepare-text.ts'
import type { FromIntentThread, Judgement, ToIntentThread, TrainingTask } from './intent-messages.ts'
import { reasonOf } from './model-folder.ts'
import type { TextEncoders } from './text-encoders.ts'

export type IntentEngine = { take(message: ToIntentThread): void }

type Question = Extract<ToIntentThread, { readonly type: 'classify' }>
type Sample = { readonly intent: number; readonly prepared: PreparedText }

const unknown: Judgement = { intent: 0, confidence: 0, runnersUp: [], model: 'ngram' }

/** Who asks while it learns waits this long for one step more at most: less than a sentence takes. */
const BREATH_EVERY_MS = 1

/** Lets messages in. */
const breath = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** `pause` is awaited between steps of the learning; it rejects when the learning is of no use any more. */
const learn = async (
  { intents }: TrainingTask,
  embed: (prepared: PreparedText) => Promise<EmbeddedText>,
  pause: () => Promise<void>,
) => {
  const samples: Sample[] = intents.flatMap(({ intent, examples }) =>
    examples.map((example) => ({ intent, prepared: prepareTexts([example]) })),
  )
  const inputs = []
  for (const { intent, prepared } of samples) {
    inputs.push({ intent, input: await embed(prepared) })
    await pause()
  }
  const steps = trainIntentModel(inputs)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

class OvertakenError extends Error {}

export const createIntentEngine = (encoders: TextEncoders, tell: (message: FromIntentThread) => void): IntentEngine => {
  const questions: Question[] = []
  let model: IntentModel | undefined
  let newestTask: TrainingTask | undefined
  /** Vectors of the examples, so that a changed intent costs no more than its change. */
  let known = new Map<string, EmbeddedText>()
  let isAnswering = false

  const judge = async ({ texts, threshold }: Question): Promise<Judgement> => {
    const prepared = prepareTexts(texts)
    if (!model || prepared.text === '') return unknown
    try {
      const embedded = await encoders.embed(prepared)
      return { ...model.predict(embedded, threshold), model: model.kind }
    } catch (error) {
      tell({ type: 'fault', detail: reasonOf(error) })
      return unknown
    }
  }

  const answerAll = async (): Promise<void> => {
    if (isAnswering) return
    isAnswering = true
    for (let question = questions.shift(); question; question = questions.shift())
      tell({ type: 'verdict', id: question.id, judgement: await judge(question) })
    isAnswering = false
  }

  const train = async (task: TrainingTask): Promise<void> => {
    newestTask = task
    const used = new Map<string, EmbeddedText>()
    const embed = async (prepared: PreparedText): Promise<EmbeddedText> => {
      const embedded = known.get(prepared.text) ?? (await encoders.embed(prepared))
      used.set(prepared.text, embedded)
      return embedded
    }
    let breathedMs = performance.now()
    const pause = async (): Promise<void> => {
      if (performance.now() - breathedMs >= BREATH_EVERY_MS) {
        await breath()
        await answerAll()
        breathedMs = performance.now()
      }
      if (newestTask !== task) throw new OvertakenError()
    }
    try {
      const learned = await learn(task, embed, pause)
      known = used
      if (!learned.ok) return tell({ type: 'untrainable', id: task.id, code: learned.code })
      model = learned.value
      tell({ type: 'trained', id: task.id, kind: model.kind })
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
    }
  }

  return {
    take: (message) => {
      if (message.type === 'train') void train(message)
      else {
        questions.push(message)
        void answerAll()
      }
    },
  }
}
