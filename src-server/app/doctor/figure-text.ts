// Figures as a person reads them, the same in both languages.

const MS_PER_SECOND = 1_000
const STEP = 1_024
const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

export const countText = (count: number): string => count.toLocaleString('en-US')

/** Three digits say enough of a measurement. */
const short = (value: number): string => Number(value.toPrecision(value >= 100 ? 3 : 2)).toLocaleString('en-US')

export const msText = (ms: number | null): string => {
  if (ms === null) return '–'
  return ms >= MS_PER_SECOND ? `${short(ms / MS_PER_SECOND)} s` : `${short(ms)} ms`
}

export const bytesText = (bytes: number): string => {
  let [value, unit] = [bytes, 0]
  while (value >= STEP && unit < units.length - 1) {
    value /= STEP
    unit += 1
  }
  return `${short(value)} ${units[unit]}`
}
