// What a field of date and time holds: a minute on this computer's clock, without a zone.

const pad = (value: number): string => String(value).padStart(2, '0')

export const toLocalMinute = (at: number): string => {
  const when = new Date(at)
  const date = `${when.getFullYear()}-${pad(when.getMonth() + 1)}-${pad(when.getDate())}`
  return `${date}T${pad(when.getHours())}:${pad(when.getMinutes())}`
}

/** @returns undefined for what is no moment (yet). */
export const fromLocalMinute = (typed: string): number | undefined => {
  const at = new Date(typed).getTime()
  return typed === '' || Number.isNaN(at) ? undefined : at
}

/** The day's last minute; the next one's where that is within the hour. */
export const usualEnd = (now: number): number => {
  const end = new Date(now + 3_660_000)
  end.setHours(23, 59, 0, 0)
  return end.getTime()
}
