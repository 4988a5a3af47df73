// One classifier over one kind of text: a score for each intent, how likely each is, and how much the best of them is to be believed.
// All of it is learned from the examples alone, each judged as if it, or its whole intent, had never been seen.
import { confidenceOf, fitConfidence, type ConfidenceSample } from './fit-confidence.ts'
import { softmax, fitSharpness } from './fit-sharpness.ts'
import { trainKernelRidge } from './kernel-ridge.ts'
import type { Similarities, SimilarityView } from './similarity-view.ts'

/** A way of looking at texts, and its share in how alike two are; the shares sum to 1. */
export type HeadView<Input> = { readonly view: SimilarityView<Input>; readonly share: number }

export type HeadAnswer = {
  /** Per label, summing to 1: which it is, if it is any of them. */
  readonly odds: Float64Array
  /** Probability that the best of them is right, strangers included. */
  readonly confidence: number
}
export type IntentHead<Input> = (input: Input) => HeadAnswer

/** Between the values tried on training rows of Banking77 and CLINC150 and on the Chinese shop set; flat around it. */
const SHAPE = { sharpness: 2, ridge: 0.15 }
/** Assumed: of this share of the texts an office gets, no intent is the right one. */
const STRANGERS_SHARE = 0.2
/** Where the few examples of a small office start from: offset, lead, score, nearest. Set by hand, near what those sets learn. */
const PRIOR_CONFIDENCE = [-2, 0.4, 0.6, 0.1]

const NOTHING_IN_COMMON = 1e-6

const bestOf = (values: Float64Array): number =>
  values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0)

const nearest = (alike: Similarities, isCounted: (example: number) => boolean): number => {
  let best = -1
  for (let at = 0; at < alike.length; at += 1) if (isCounted(at)) best = Math.max(best, alike[at] ?? -1)
  return best
}

/**
 * What speaks for the best answer: how far it is ahead, how high it stands by itself, how near the nearest example is. Of two
 * answers a stranger is ahead with one as well, and leaving an intent out to see it leaves nobody to be ahead of: there the first says nothing.
 */
const signsOf = (odds: Float64Array, scores: Float64Array, near: number): readonly number[] => {
  const best = bestOf(odds)
  const chance = Math.min(1 - 1e-6, Math.max(1e-6, odds[best] ?? 0))
  const lead = odds.length > 2 ? Math.log(chance / (1 - chance)) : 0
  return [lead, 5 * (scores[best] ?? 0), 5 * near]
}

const look =
  <Input>(views: readonly HeadView<Input>[]) =>
  (input: Input, from = 0): Similarities => {
    const sum: Similarities[] = views.map(({ view }) => view(input, from))
    const alike = new Float64Array(sum[0]?.length ?? 0)
    for (const [at, { share }] of views.entries()) {
      const one = sum[at] ?? alike
      for (let example = 0; example < alike.length; example += 1)
        alike[example] = (alike[example] ?? 0) + share * (one[example] ?? 0)
    }
    return alike
  }

/** @param labels per input, from 0 to `classes` - 1, each at least once */
export const trainIntentHead = function* <Input>(
  views: readonly HeadView<Input>[],
  inputs: readonly Input[],
  labels: readonly number[],
  classes: number,
): Generator<undefined, IntentHead<Input>> {
  const lookAt = look(views)
  const alike: Similarities[] = []
  for (const [at, input] of inputs.entries()) {
    const row = lookAt(input, at)
    // Two are as alike as they are the other way round.
    for (let before = 0; before < at; before += 1) row[before] = alike[before]?.[at] ?? 0
    alike.push(row)
    yield undefined
  }
  const ridge = yield* trainKernelRidge(alike, labels, classes, SHAPE)
  const sharpness = yield* fitSharpness(ridge.withoutExample, labels)

  const samples: ConfidenceSample[] = []
  for (const [example, label] of labels.entries()) {
    const row = alike[example] ?? new Float64Array(0)
    const known = ridge.withoutExample[example] ?? new Float64Array(classes)
    const odds = softmax(known, sharpness)
    const signs = signsOf(
      odds,
      known,
      nearest(row, (at) => at !== example),
    )
    samples.push({ signs, isRight: bestOf(odds) === label, weight: 1 - STRANGERS_SHARE })
    if (classes < 2) continue
    const strange = ridge.withoutIntent[example] ?? new Float64Array(classes)
    const strangeOdds = softmax(strange, sharpness, label)
    const strangeSigns = signsOf(
      strangeOdds,
      strange,
      nearest(row, (at) => labels[at] !== label),
    )
    samples.push({ signs: strangeSigns, isRight: false, weight: STRANGERS_SHARE })
  }
  yield undefined
  const weights = fitConfidence(samples, PRIOR_CONFIDENCE)
  return (input) => {
    const row = lookAt(input)
    const scores = ridge.score(row)
    const odds = softmax(scores, sharpness)
    const near = nearest(row, () => true)
    // Nothing in common with any example: whatever is said of it is said of nothing.
    if (near <= NOTHING_IN_COMMON) return { odds, confidence: 0 }
    return { odds, confidence: confidenceOf(weights, signsOf(odds, scores, near)) }
  }
}
