// Numbers as people type them into settings, in the unit they are shown in. Pure.

export type Bounds = { readonly min: number; readonly max: number }

/** Whole, or with a point where parts make sense; undefined when it is none or out of bounds. */
export function parseNumber(typed: string, { min, max }: Bounds, parts: 'whole' | 'any' = 'whole'): number | undefined {
  const text = typed.normalize('NFKC').trim().replace(',', '.')
  const shape = parts === 'whole' ? /^\d{1,9}$/u : /^\d{1,9}(?:\.\d{1,3})?$/u
  const value = shape.test(text) ? Number(text) : NaN
  return value >= min && value <= max ? value : undefined
}

/** How many of a unit: 90 s are 1.5 minutes. */
export const inUnit = (ms: number, unitMs: number): string => String(Math.round((ms / unitMs) * 1000) / 1000)
export const boundsIn = (unitMs: number, minMs: number, maxMs: number): Bounds => ({
  min: minMs / unitMs,
  max: maxMs / unitMs,
})

export const SECOND_MS = 1000
export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
