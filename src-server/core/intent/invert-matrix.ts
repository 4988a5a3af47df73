// The inverse of a symmetric positive definite matrix by Cholesky, in steps. Rows are arrays of their own: every sum runs along two rows.
import { dotFour } from './dot-four.ts'

/** Rows of four-byte numbers, summed in eight: half the memory to walk through, and exact enough behind a ridge. */
export type Matrix = readonly Float32Array[]

const emptyRows = (size: number): Float32Array[] => Array.from({ length: size }, () => new Float32Array(size))
const nothing = new Float32Array(0)

/** Pauses after each row. About size³/2 multiplications in all. */
export const invertMatrix = function* (matrix: Matrix): Generator<undefined, Matrix> {
  const size = matrix.length
  const sums = new Float64Array(4)
  const lower = emptyRows(size)
  for (let column = 0; column < size; column += 1) {
    const pivotRow = lower[column] ?? nothing
    dotFour(pivotRow, lower, column, 0, column, sums)
    // Rounding may leave a hair below zero where two examples are the same.
    const pivot = Math.sqrt(Math.max(1e-12, (matrix[column]?.[column] ?? 0) - (sums[0] ?? 0)))
    pivotRow[column] = pivot
    for (let group = column + 1; group < size; group += 4) {
      dotFour(pivotRow, lower, group, 0, column, sums)
      for (let row = group; row < Math.min(group + 4, size); row += 1) {
        const target = lower[row] ?? nothing
        target[column] = ((matrix[row]?.[column] ?? 0) - (sums[row - group] ?? 0)) / pivot
      }
    }
    yield undefined
  }
  // Columns of the lower triangle's inverse, each as a row.
  const columns = emptyRows(size)
  for (let row = 0; row < size; row += 1) {
    const source = lower[row] ?? nothing
    const pivot = source[row] ?? 1
    for (let group = 0; group < row; group += 4) {
      dotFour(source, columns, group, group, row, sums)
      for (let column = group; column < Math.min(group + 4, row); column += 1) {
        const target = columns[column] ?? nothing
        target[row] = -(sums[column - group] ?? 0) / pivot
      }
    }
    const target = columns[row] ?? nothing
    target[row] = 1 / pivot
    yield undefined
  }
  const inverse = emptyRows(size)
  for (let row = 0; row < size; row += 1) {
    for (let group = 0; group <= row; group += 4) {
      dotFour(columns[row] ?? nothing, columns, group, row, size, sums)
      for (let column = group; column < Math.min(group + 4, row + 1); column += 1) {
        const [upper, left] = [inverse[column], inverse[row]]
        if (upper) upper[row] = sums[column - group] ?? 0
        if (left) left[column] = sums[column - group] ?? 0
      }
    }
    yield undefined
  }
  return inverse
}
