// From the vectors of a text's tokens to the one vector of the text. Pure.

/** Length 1, so that products of two are their likeness. */
const normalise = (vector: Float32Array): Float32Array => {
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  return length > 0 && Number.isFinite(length) ? vector.map((value) => value / length) : vector.fill(0)
}

/** @param tokens vectors one after another, `size` numbers each; without padding, so that all of them count */
export const sentenceVector = (tokens: Float32Array, size: number, pooling: 'cls' | 'mean'): Float32Array => {
  if (pooling === 'cls') return normalise(tokens.slice(0, size))
  const mean = new Float32Array(size)
  for (let at = 0; at < tokens.length; at += size)
    for (let index = 0; index < size; index += 1) mean[index] = (mean[index] ?? 0) + (tokens[at + index] ?? 0)
  return normalise(mean)
}
