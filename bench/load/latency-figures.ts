// Latencies in a histogram of constant relative error, and the figures people quote from it.
import { build, type Histogram } from 'hdr-histogram-js'

export type LatencyFigures = {
  readonly count: number
  readonly p50Ms: number
  readonly p90Ms: number
  readonly p99Ms: number
  readonly p999Ms: number
  readonly maxMs: number
}

const US_PER_MS = 1000
/** A minute: nothing is worth telling apart beyond it. */
const HIGHEST_US = 60_000_000

export class LatencyRecorder {
  readonly #histogram: Histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: HIGHEST_US,
    numberOfSignificantValueDigits: 3,
  })

  record(latencyMs: number): void {
    this.#histogram.recordValue(Math.min(HIGHEST_US, Math.max(1, Math.round(latencyMs * US_PER_MS))))
  }

  figures(): LatencyFigures {
    const at = (percentile: number) => this.#histogram.getValueAtPercentile(percentile) / US_PER_MS
    return {
      count: this.#histogram.totalCount,
      p50Ms: at(50),
      p90Ms: at(90),
      p99Ms: at(99),
      p999Ms: at(99.9),
      maxMs: this.#histogram.maxValue / US_PER_MS,
    }
  }
}
