// How alike a text is to each example, in one way of looking at texts: by vectors of a model, or by words and n-grams.
import { countFeatures, type TextFeatures } from './text-features.ts'

/** Cosine of one text to every example, in their order. */
export type Similarities = Float64Array
export type SimilarityView<Input> = (input: Input) => Similarities

/** Four sums at a time, within both lengths: that is what the engine needs to leave its checks out, twice as fast. */
const dot = (left: Float32Array, right: Float32Array): number => {
  let [a, b, c, d] = [0, 0, 0, 0]
  const length = Math.min(left.length, right.length)
  let at = 0
  for (; at + 3 < length; at += 4) {
    a += (left[at] ?? 0) * (right[at] ?? 0)
    b += (left[at + 1] ?? 0) * (right[at + 1] ?? 0)
    c += (left[at + 2] ?? 0) * (right[at + 2] ?? 0)
    d += (left[at + 3] ?? 0) * (right[at + 3] ?? 0)
  }
  for (; at < length; at += 1) a += (left[at] ?? 0) * (right[at] ?? 0)
  return a + b + c + d
}

const meanOf = (vectors: readonly Float32Array[]): Float32Array => {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value
  return mean.map((value) => value / vectors.length)
}

/** What all examples have in common says nothing about any of them: taken out, then length 1. */
export const viewVectors = (examples: readonly Float32Array[]): SimilarityView<Float32Array> => {
  // One or two differ from their mean in the very same way.
  const mean = examples.length > 4 ? meanOf(examples) : new Float32Array(examples[0]?.length ?? 0)
  const centre = (vector: Float32Array): Float32Array => {
    const moved = vector.map((value, at) => value - (mean[at] ?? 0))
    const length = Math.sqrt(dot(moved, moved))
    return length > 1e-6 ? moved.map((value) => value / length) : moved.fill(0)
  }
  const centred = examples.map(centre)
  return (vector) => {
    const asked = centre(vector)
    const alike = new Float64Array(centred.length)
    for (const [at, example] of centred.entries()) alike[at] = dot(asked, example)
    return alike
  }
}

type Posting = { readonly idf: number; readonly examples: number[]; readonly weights: number[] }

/** TF-IDF (1 + log tf, smoothed idf), length 1. Features that no example has are part of the text's length: strange texts are far. */
export const viewFeatures = (examples: readonly string[]): SimilarityView<string> => {
  const counts = examples.map(countFeatures)
  const found = new Map<string, number>()
  for (const features of counts)
    for (const feature of features.keys()) found.set(feature, (found.get(feature) ?? 0) + 1)
  const idfOf = (feature: string): number => Math.log((1 + examples.length) / (1 + (found.get(feature) ?? 0))) + 1
  const weigh = (features: TextFeatures): ReadonlyMap<string, number> => {
    const weights = new Map<string, number>()
    let sum = 0
    for (const [feature, count] of features) {
      const weight = (1 + Math.log(count)) * idfOf(feature)
      weights.set(feature, weight)
      sum += weight * weight
    }
    const length = Math.sqrt(sum) || 1
    for (const [feature, weight] of weights) weights.set(feature, weight / length)
    return weights
  }
  const postings = new Map<string, Omit<Posting, 'idf'>>()
  for (const [example, features] of counts.entries())
    for (const [feature, weight] of weigh(features)) {
      const posting = postings.get(feature) ?? { examples: [], weights: [] }
      posting.examples.push(example)
      posting.weights.push(weight)
      postings.set(feature, posting)
    }
  return (text) => {
    const alike = new Float64Array(examples.length)
    for (const [feature, weight] of weigh(countFeatures(text))) {
      const posting = postings.get(feature)
      if (!posting) continue
      for (const [at, example] of posting.examples.entries())
        alike[example] = (alike[example] ?? 0) + weight * (posting.weights[at] ?? 0)
    }
    return alike
  }
}
