// The line of a row of figures in a box of 100 by 100, from zero up to the largest. Pure.

export type SparkPath = { readonly line: string; readonly area: string }

const round = (value: number): number => Math.round(value * 100) / 100

/** Null is a gap. All zeros lie on the ground. */
export function sparkPath(values: readonly (number | null)[]): SparkPath {
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  const step = values.length > 1 ? 100 / (values.length - 1) : 0
  const runs: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(`${round(index * step)} ${round(most === 0 ? 100 : 100 - (value / most) * 100)}`)
  })
  // One moment alone is no line.
  const lines = runs.filter((run) => run.length > 1)
  const xOf = (point: string | undefined): string => (point ?? '0 0').split(' ')[0] ?? '0'
  return {
    line: lines.map((run) => `M${run.join('L')}`).join(''),
    area: lines.map((run) => `M${xOf(run[0])} 100L${run.join('L')}L${xOf(run.at(-1))} 100Z`).join(''),
  }
}
