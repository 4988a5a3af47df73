// How alike a text is to each example, in one way of looking at texts: by vectors of a model, or by words and n-grams.
import { dotFour } from './dot-four.ts'
import { countFeatures, type TextFeatures } from './text-features.ts'

/** Cosine of one text to every example, in their order. */
export type Similarities = Float64Array
/** @param from the first example that is asked about, 0 if left out; those before it may be wrong */
export type SimilarityView<Input> = (input: Input, from?: number) => Similarities

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
    let square = 0
    for (const value of moved) square += value * value
    const length = Math.sqrt(square)
    return length > 1e-6 ? moved.map((value) => value / length) : moved.fill(0)
  }
  const centred = examples.map(centre)
  const sums = new Float64Array(4)
  return (vector, from = 0) => {
    const asked = centre(vector)
    const alike = new Float64Array(centred.length)
    for (let group = from; group < centred.length; group += 4) {
      dotFour(asked, centred, group, 0, asked.length, sums)
      alike.set(sums.subarray(0, centred.length - group), group)
    }
    return alike
  }
}

/** Which examples have a feature, and how much of it. */
type Posting = { readonly examples: Int32Array; readonly weights: Float64Array }

/** TF-IDF (1 + log tf, smoothed idf), length 1. Features that no example has are part of the text's length: strange texts are far. */
export const viewFeatures = (examples: readonly string[]): SimilarityView<string> => {
  const counts = examples.map(countFeatures)
  const found = new Map<string, number>()
  for (const features of counts)
    for (const feature of features.keys()) found.set(feature, (found.get(feature) ?? 0) + 1)
  const idfOf = (feature: string): number => Math.log((1 + examples.length) / (1 + (found.get(feature) ?? 0))) + 1
  /** Weight of each feature, in their order. */
  const weigh = (features: TextFeatures): Float64Array => {
    const weights = new Float64Array(features.size)
    let at = 0
    let square = 0
    for (const [feature, count] of features) {
      const weight = (1 + Math.log(count)) * idfOf(feature)
      weights[at] = weight
      square += weight * weight
      at += 1
    }
    const length = Math.sqrt(square) || 1
    return weights.map((weight) => weight / length)
  }
  const postings = new Map<string, Posting>()
  const filled = new Map<Posting, number>()
  for (const [feature, count] of found)
    postings.set(feature, { examples: new Int32Array(count), weights: new Float64Array(count) })
  for (const [example, features] of counts.entries()) {
    const weights = weigh(features)
    let at = 0
    for (const feature of features.keys()) {
      const posting = postings.get(feature)
      if (!posting) continue
      const end = filled.get(posting) ?? 0
      posting.examples[end] = example
      posting.weights[end] = weights[at] ?? 0
      filled.set(posting, end + 1)
      at += 1
    }
  }
  return (text) => {
    const alike = new Float64Array(examples.length)
    const features = countFeatures(text)
    const weights = weigh(features)
    let feature = 0
    for (const name of features.keys()) {
      const posting = postings.get(name)
      const weight = weights[feature] ?? 0
      feature += 1
      if (posting === undefined) continue
      const { examples: having, weights: theirs } = posting
      for (let at = 0; at < having.length; at += 1) {
        const example = having[at] ?? 0
        alike[example] = (alike[example] ?? 0) + weight * (theirs[at] ?? 0)
      }
    }
    return alike
  }
}
