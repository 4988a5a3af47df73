// The inverse of a symmetric positive definite matrix by Cholesky, in steps. Rows are arrays of their own: every sum runs along two rows.

/** Rows of four-byte numbers, summed in eight: half the memory to walk through, and exact enough behind a ridge. */
export type Matrix = readonly Float32Array[]

/** Sum of left[i] × right[i] from `from` up to, not including, `end`. */
const dotBetween = (left: Float32Array, right: Float32Array, from: number, end: number): number => {
  let [a, b, c, d] = [0, 0, 0, 0]
  // Within both lengths: what the engine needs to leave its checks out.
  const to = Math.min(end, left.length, right.length)
  let at = from
  for (; at + 3 < to; at += 4) {
    a += (left[at] ?? 0) * (right[at] ?? 0)
    b += (left[at + 1] ?? 0) * (right[at + 1] ?? 0)
    c += (left[at + 2] ?? 0) * (right[at + 2] ?? 0)
    d += (left[at + 3] ?? 0) * (right[at + 3] ?? 0)
  }
  for (; at < to; at += 1) a += (left[at] ?? 0) * (right[at] ?? 0)
  return a + b + c + d
}

const emptyRows = (size: number): Float32Array[] => Array.from({ length: size }, () => new Float32Array(size))
const nothing = new Float32Array(0)

/** Pauses after each row. About size³/2 multiplications in all. */
export const invertMatrix = function* (matrix: Matrix): Generator<undefined, Matrix> {
  const size = matrix.length
  const lower = emptyRows(size)
  for (let row = 0; row < size; row += 1) {
    const target = lower[row] ?? nothing
    const source = matrix[row] ?? nothing
    for (let column = 0; column < row; column += 1) {
      const other = lower[column] ?? nothing
      target[column] = ((source[column] ?? 0) - dotBetween(target, other, 0, column)) / (other[column] ?? 1)
    }
    // Rounding may leave a hair below zero where two examples are the same.
    target[row] = Math.sqrt(Math.max(1e-12, (source[row] ?? 0) - dotBetween(target, target, 0, row)))
    yield undefined
  }
  // Columns of the lower triangle's inverse, each as a row.
  const columns = emptyRows(size)
  for (let column = 0; column < size; column += 1) {
    const target = columns[column] ?? nothing
    target[column] = 1 / (lower[column]?.[column] ?? 1)
    for (let row = column + 1; row < size; row += 1) {
      const source = lower[row] ?? nothing
      target[row] = -dotBetween(source, target, column, row) / (source[row] ?? 1)
    }
    yield undefined
  }
  const inverse = emptyRows(size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const value = dotBetween(columns[row] ?? nothing, columns[column] ?? nothing, row, size)
      const [upper, left] = [inverse[column], inverse[row]]
      if (upper) upper[row] = value
      if (left) left[column] = value
    }
    yield undefined
  }
  return inverse
}
