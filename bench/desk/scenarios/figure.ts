// What a scenario saw, and beside it what was promised.

export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** Missing where nothing is promised. */
  readonly promise?: { readonly text: string; readonly isKept: boolean }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Nothing is promised about it. */
export const seen = (what: string, value: number, unit: string): Figure => ({ what, value: round(value), unit })

export const atMost = (what: string, value: number, unit: string, bound: number): Figure => ({
  ...seen(what, value, unit),
  promise: { text: `at most ${round(bound)} ${unit}`.trim(), isKept: value <= bound },
})

export const exactly = (what: string, value: number, unit: string, wanted: number): Figure => ({
  ...seen(what, value, unit),
  promise: { text: `${wanted} ${unit}`.trim(), isKept: value === wanted },
})

export const none = (what: string, value: number, unit = ''): Figure => exactly(what, value, unit, 0)

export const isBroken = ({ promise }: Figure): boolean => promise?.isKept === false

const verdictOf = ({ promise }: Figure): string => {
  if (!promise) return ''
  return promise.isKept ? 'kept' : '**broken**'
}

export const tableRow = (figure: Figure): string =>
  `| ${figure.what} | ${figure.value.toLocaleString('en')} ${figure.unit} | ${figure.promise?.text ?? ''} | ${verdictOf(figure)} |`
