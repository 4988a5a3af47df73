// What the probe saw of one step, as figures. The promise is held against Event Timing: the browser's own word on the time from
// the hardware's event to the frame that showed its outcome, whatever thread it was spent on. It speaks in steps of 8 ms and
// leaves out what took less than 16.
import { atMost, seen as shown, type Figure } from '../desk/scenarios/figure.ts'
import type { Seen } from './page-probe.ts'

const PAINTED_WITHIN_MS = 32
const P50 = 0.5
const P99 = 0.99

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0

const rising = (values: Iterable<number>): readonly number[] => [...values].sort((one, other) => one - other)

/** One for each interaction: its longest event. */
const interactionsOf = ({ events }: Seen, step: string): readonly number[] => {
  const longest = new Map<number, number>()
  for (const event of events)
    if (event.step === step)
      longest.set(event.interaction, Math.max(longest.get(event.interaction) ?? 0, event.durationMs))
  return rising(longest.values())
}

export const stepFigures = (seen: Seen, step: string): readonly Figure[] => {
  const drawn = rising(seen.drawn.filter((sample) => sample.step === step).map(({ tookMs }) => tookMs))
  const listed = interactionsOf(seen, step)
  // What is not listed took less than 16 ms.
  const all = [...Array.from({ length: Math.max(0, drawn.length - listed.length) }, () => 0), ...listed]
  const long = seen.longFrames.filter((frame) => frame.step === step)
  return [
    shown(`${step}: inputs`, drawn.length, ''),
    shown(`${step}: until the frame is drawn, p50`, at(drawn, P50), 'ms'),
    shown(`${step}: until the frame is drawn, p99`, at(drawn, P99), 'ms'),
    atMost(`${step}: input to paint, p99`, at(all, P99), 'ms', PAINTED_WITHIN_MS),
    shown(`${step}: input to paint, the slowest`, all.at(-1) ?? 0, 'ms'),
    shown(`${step}: frames of more than 50 ms`, long.length, ''),
    shown(`${step}: the longest of them`, Math.max(0, ...long.map(({ durationMs }) => durationMs)), 'ms'),
  ]
}
