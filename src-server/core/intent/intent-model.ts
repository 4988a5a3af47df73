// What an office's intents look like, learned from their example sentences. One head per kind of text: what the Han model reads, what
// the other reads, and what no model reads. Knows no model itself, only vectors.
import { limits, ok, type Result } from '../../protocol/index.ts'
import type { IntentModelKind, IntentVerdict } from '../../ports/intent-classifier.ts'
import type { EmbeddedText } from './embedded-text.ts'
import { trainIntentHead, type HeadView, type IntentHead } from './intent-head.ts'
import { viewFeatures, viewVectors } from './similarity-view.ts'

export type TrainingSample = { readonly intent: number; readonly input: EmbeddedText }

export type IntentModel = {
  /** `ngram` when no model had read any of the examples. */
  readonly kind: IntentModelKind
  /** @param threshold confidence below which a text is unknown, null = calibrated */
  predict(input: EmbeddedText, threshold: number | null): Pick<IntentVerdict, 'intent' | 'confidence' | 'runnersUp'>
}

type IntentGuess = { readonly intent: number; readonly confidence: number }
type Reading = 'han' | 'other'
type Head = { readonly intents: readonly number[]; readonly answer: IntentHead<EmbeddedText> }

/** Share of words and n-grams beside a model's vectors. */
const FEATURES_SHARE = 0.15
/** From here on an answer is more likely right than wrong. */
const CALIBRATED_THRESHOLD = 0.5

/** The first examples of each intent, all intents alike, as many as may be learned from; later ones add least. */
const withinBound = (samples: readonly TrainingSample[]): readonly TrainingSample[] => {
  let kept = samples
  for (let each: number = limits.maxIntentExamples; kept.length > limits.maxIntentSamples && each > 0; each -= 1) {
    const counts = new Map<number, number>()
    kept = samples.filter(({ intent }) => {
      const count = (counts.get(intent) ?? 0) + 1
      counts.set(intent, count)
      return count <= each
    })
  }
  return kept
}

function* trainHead(samples: readonly TrainingSample[], reading: Reading | undefined): Generator<undefined, Head> {
  const kept = withinBound(samples)
  const intents = [...new Set(kept.map(({ intent }) => intent))].toSorted((left, right) => left - right)
  const labels = kept.map(({ intent }) => intents.indexOf(intent))
  const inputs = kept.map(({ input }) => input)
  const features = viewFeatures(inputs.map(({ text }) => text))
  const views: HeadView<EmbeddedText>[] = [
    { view: ({ text }) => features(text), share: reading === undefined ? 1 : FEATURES_SHARE },
  ]
  if (reading !== undefined) {
    const vectors = viewVectors(inputs.map((input) => input[reading] ?? new Float32Array(0)))
    views.push({ view: (input) => vectors(input[reading] ?? new Float32Array(0)), share: 1 - FEATURES_SHARE })
  }
  return { intents, answer: yield* trainIntentHead(views, inputs, labels, intents.length) }
}

const byConfidence = (guesses: readonly IntentGuess[]): readonly IntentGuess[] =>
  guesses.toSorted((left, right) => right.confidence - left.confidence || left.intent - right.intent)

/** Best first. The best has the head's confidence, the others keep their odds against it. */
const guessesOf = ({ intents, answer }: Head, input: EmbeddedText): readonly IntentGuess[] => {
  const { odds, confidence } = answer(input)
  const scale = confidence / Math.max(...odds)
  return byConfidence(intents.map((intent, label) => ({ intent, confidence: (odds[label] ?? 0) * scale })))
}

/** A mixed text is read twice; both readings count the same. */
const merge = (lists: readonly (readonly IntentGuess[])[]): readonly IntentGuess[] => {
  const sums = new Map<number, number>()
  for (const list of lists)
    for (const { intent, confidence } of list) sums.set(intent, (sums.get(intent) ?? 0) + confidence / lists.length)
  const guesses = [...sums].map(([intent, confidence]) => ({ intent, confidence }))
  return byConfidence(guesses)
}

const verdictOf = (guesses: readonly IntentGuess[], threshold: number) => {
  const [best] = guesses
  const isKnown = best !== undefined && best.confidence >= threshold
  const named = guesses.slice(isKnown ? 1 : 0, limits.maxIntentRunnersUp + (isKnown ? 1 : 0))
  return { intent: isKnown ? best.intent : 0, confidence: best?.confidence ?? 0, runnersUp: named }
}

/**
 * Learns in steps, so that the thread it runs on can answer between them; the same samples always give the same model. An intent
 * without samples is never named; without any samples everything is unknown. The same sentence under two intents splits its
 * confidence between them. SPEC D8.3.
 */
export const trainIntentModel = function* (
  samples: readonly TrainingSample[],
): Generator<undefined, Result<IntentModel>> {
  const usable = samples.filter(({ input }) => input.text !== '')
  const heads = new Map<Reading | 'plain', Head>()
  const train = function* (key: Reading | 'plain', of: readonly TrainingSample[]): Generator<undefined, void> {
    if (of.length > 0) heads.set(key, yield* trainHead(of, key === 'plain' ? undefined : key))
  }
  for (const reading of ['han', 'other'] as const)
    yield* train(
      reading,
      usable.filter(({ input }) => input[reading] !== undefined),
    )
  yield* train(
    'plain',
    usable.filter(({ input }) => input.han === undefined && input.other === undefined),
  )
  const readingsOf = (input: EmbeddedText): readonly Head[] => {
    const keys = (['han', 'other'] as const).filter((reading) => input[reading] !== undefined)
    return (keys.length > 0 ? keys : (['plain'] as const)).flatMap((key) => heads.get(key) ?? [])
  }
  return ok({
    kind: heads.has('han') || heads.has('other') ? 'bert' : 'ngram',
    predict: (input, threshold) => {
      const guesses = input.text === '' ? [] : merge(readingsOf(input).map((head) => guessesOf(head, input)))
      return verdictOf(guesses, threshold ?? CALIBRATED_THRESHOLD)
    },
  })
}
