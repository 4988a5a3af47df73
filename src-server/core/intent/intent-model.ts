// What an office's intents look like, learned from their example sentences: the nearest example speaks for its intent.
import { ok, type Result } from '../../protocol/index.ts'
import type { IntentModelKind, IntentVerdict } from '../../ports/intent-classifier.ts'
import type { EmbeddedText } from './embedded-text.ts'

export type TrainingSample = { readonly intent: number; readonly input: EmbeddedText }

export type IntentModel = {
  readonly kind: IntentModelKind
  predict(input: EmbeddedText): Pick<IntentVerdict, 'intent' | 'confidence' | 'runnersUp'>
}

/** Vectors this near say the same thing in most models. */
const USUAL_THRESHOLD = 0.75

/** A loop, because it runs for every example of every intent. */
const product = (left: Float32Array, right: Float32Array): number => {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0)
  return sum
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: text.length + 1 }, (_, index) => ` ${text} `.slice(index, index + 2)))

/** Without a model: how many pairs of characters two texts share. */
const sharedPairs = (left: string, right: string): number => {
  const [ours, theirs] = [pairsOf(left), pairsOf(right)]
  const shared = [...ours].filter((pair) => theirs.has(pair)).length
  return shared / (ours.size + theirs.size - shared)
}

const likeness = (left: EmbeddedText, right: EmbeddedText): number => {
  if (left.han && right.han) return product(left.han, right.han)
  if (left.other && right.other) return product(left.other, right.other)
  // Another language.
  if ((left.han ?? left.other) && (right.han ?? right.other)) return 0
  return sharedPairs(left.text, right.text)
}

/** Yields where others may have their turn. @param threshold below which an intent is unknown; null = the usual one */
export const trainIntentModel = function* (
  samples: readonly TrainingSample[],
  threshold: number | null,
): Generator<undefined, Result<IntentModel>> {
  yield undefined
  const kind = samples.some(({ input }) => input.han ?? input.other) ? 'bert' : 'ngram'
  const predict: IntentModel['predict'] = (input) => {
    const best = new Map<number, number>()
    for (const sample of samples)
      best.set(sample.intent, Math.max(best.get(sample.intent) ?? 0, likeness(sample.input, input)))
    const ranked = [...best].map(([intent, confidence]) => ({ intent, confidence: Math.min(1, confidence) }))
    const [first, ...others] = ranked.toSorted((left, right) => right.confidence - left.confidence)
    const isKnown = first !== undefined && first.confidence >= (threshold ?? USUAL_THRESHOLD)
    if (isKnown) return { ...first, runnersUp: others.slice(0, 4) }
    return { intent: 0, confidence: first?.confidence ?? 0, runnersUp: first ? [first, ...others.slice(0, 3)] : [] }
  }
  return ok({ kind, predict })
}
