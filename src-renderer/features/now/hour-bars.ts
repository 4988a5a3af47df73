// The samples of the last hour as bars: always the whole hour wide, so that a bar does not change its place and width as others come. Pure.
import type { NowAnswer, NowSample } from '#protocol/now-schemas.ts'

export const hourFields = ['messages', 'waiting', 'visitors', 'firstResponseMs'] as const
export type HourField = (typeof hourFields)[number]

export type HourBar = { readonly at: number; readonly value: number | null; readonly hasTick: boolean }

const slots = 60
const tickEvery = 10

/** Oldest first; where no sample was taken, such as before the server started, there is nothing. */
export function hourBars(
  { everyMs, samples }: NowAnswer['history'],
  field: HourField,
  now: number,
): readonly HourBar[] {
  const newest = samples.at(-1)?.at ?? now
  const bySlot = new Map<number, NowSample>(
    samples.map((sample) => [Math.round((newest - sample.at) / everyMs), sample] as const),
  )
  return Array.from({ length: slots }, (_, index) => {
    const ago = slots - 1 - index
    const sample = bySlot.get(ago)
    const at = sample?.at ?? newest - ago * everyMs
    return { at, value: sample?.[field] ?? null, hasTick: ago % tickEvery === 0 }
  })
}
