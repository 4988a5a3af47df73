// A day's opening times as a person types them: "9:00-12:00, 13:00-18:00"; nothing means closed. Pure.
import type { Span } from '#protocol/routing-schemas.ts'

const MINUTES_A_DAY = 24 * 60

const minutesOf = (typed: string): number | undefined => {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.：](\d{2}))?$/u.exec(typed.trim()) ?? []
  if (hours === undefined || Number(minutes) > 59) return undefined
  const at = Number(hours) * 60 + Number(minutes)
  return at <= MINUTES_A_DAY ? at : undefined
}

const spanOf = (typed: string): Span | undefined => {
  const [from, to, ...more] = typed.split(/[-–—~～至]/u).map(minutesOf)
  return from === undefined || to === undefined || more.length > 0 || from >= to ? undefined : { from, to }
}

/** By the time; undefined when it is none, or when two of them overlap. */
export function parseTimes(typed: string): readonly Span[] | undefined {
  const parts = typed.split(/[,;，；、]/u).filter((part) => part.trim() !== '')
  const spans = parts.map(spanOf)
  const known = spans.filter((span) => span !== undefined).sort((a, b) => a.from - b.from)
  if (known.length < spans.length) return undefined
  return known.every((span, index) => index === 0 || span.from >= (known[index - 1]?.to ?? 0)) ? known : undefined
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const timesText = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ')
