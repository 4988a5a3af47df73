// One run: k examples an intent drawn by seed, a model trained as the server trains it, every test sentence judged as the server does.
import type { EmbeddedText } from '../../src-server/core/intent/embedded-text.ts'
import { trainIntentModel, type IntentModel } from '../../src-server/core/intent/intent-model.ts'
import { prepareTexts } from '../../src-server/core/intent/prepare-text.ts'
import type { TextEncoders } from '../../src-server/adapters/onnx/text-encoders.ts'
import { createSeededRandom } from '../../src-server/testing/seeded-random.ts'
import type { Labelled } from './labelled-csv.ts'

export type Judged = {
  readonly label: string
  /** '' = unknown. */
  readonly said: string
  /** The best intent, also where it was not enough. */
  readonly best: string
  readonly confidence: number
  readonly script: 'han' | 'other' | 'mixed'
  readonly tookMs: number
}
export type SeedRun = {
  readonly kind: IntentModel['kind']
  readonly trainMs: number
  /** Of it, turning the examples into vectors. */
  readonly embedMs: number
  readonly test: readonly Judged[]
  readonly oos: readonly Judged[]
}
export type Data = {
  readonly train: readonly Labelled[]
  readonly test: readonly Labelled[]
  readonly oos: readonly Labelled[]
}

/** `shots` of each label, the same for the same seed whatever the order of labels. */
export const drawExamples = (rows: readonly Labelled[], shots: number, seed: number): readonly Labelled[] => {
  const byLabel = Map.groupBy(rows, ({ label }) => label)
  return [...byLabel].flatMap(([label, all]) => {
    const random = createSeededRandom(
      seed * 65_537 + [...label].reduce((sum, one) => sum * 31 + (one.codePointAt(0) ?? 0), 7),
    )
    const order = all.map((row) => ({ row, key: random.fraction() })).toSorted((left, right) => left.key - right.key)
    return order.slice(0, shots).map(({ row }) => row)
  })
}

/** Rows of `test` that are among the examples do not count: one file may serve as both. */
const unseen = (test: readonly Labelled[], examples: readonly Labelled[]): readonly Labelled[] => {
  const seen = new Set(examples.map(({ text }) => text))
  return test.filter(({ text }) => !seen.has(text))
}

const train = async (examples: readonly Labelled[], labels: readonly string[], encoders: TextEncoders) => {
  const startedMs = performance.now()
  const samples: { intent: number; input: EmbeddedText }[] = []
  for (const { text, label } of examples)
    samples.push({ intent: labels.indexOf(label) + 1, input: await encoders.embed(prepareTexts([text])) })
  const embedMs = performance.now() - startedMs
  const steps = trainIntentModel(samples)
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    if (!step.value.ok) throw new Error(step.value.code)
    return { model: step.value.value, embedMs, trainMs: performance.now() - startedMs }
  }
}

export const evaluateSeed = async (
  data: Data,
  encoders: TextEncoders,
  shots: number,
  seed: number,
): Promise<SeedRun> => {
  const examples = drawExamples(data.train, shots, seed)
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted()
  const { model, embedMs, trainMs } = await train(examples, labels, encoders)
  const judge = async ({ text, label }: Labelled): Promise<Judged> => {
    const startedMs = performance.now()
    const prepared = prepareTexts([text])
    const { intent, confidence, runnersUp } = model.predict(await encoders.embed(prepared), null)
    const tookMs = performance.now() - startedMs
    const nameOf = (id: number | undefined): string => labels[(id ?? 0) - 1] ?? ''
    const best = nameOf(intent || runnersUp[0]?.intent)
    return { label, said: nameOf(intent), best, confidence, script: prepared.script, tookMs }
  }
  const judgeAll = async (rows: readonly Labelled[]): Promise<readonly Judged[]> => {
    const judged = []
    for (const row of rows) judged.push(await judge(row))
    return judged
  }
  return {
    kind: model.kind,
    embedMs,
    trainMs,
    test: await judgeAll(unseen(data.test, examples)),
    oos: await judgeAll(data.oos),
  }
}
