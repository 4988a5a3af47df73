// Figures that several scenarios show in the same words.
import type { ErrorCode } from '#protocol'
import type { TrafficResult } from '../traffic.ts'
import { seen, type Figure } from './figure.ts'

/** Delivery, and how late the generator itself was: if that is not far below, the figure is its own. */
export const deliveryOf = (when: string, { delivery, generatorDelayP99Ms }: TrafficResult): readonly Figure[] => [
  seen(`delivery p50, ${when}`, delivery.p50Ms, 'ms'),
  seen(`delivery p99, ${when}`, delivery.p99Ms, 'ms'),
  seen(`the generator's own delay p99, ${when}`, generatorDelayP99Ms, 'ms'),
]

/** What the server said to whom it sent away. */
export const byesOf = (byes: ReadonlyMap<ErrorCode, number>): readonly Figure[] =>
  [...byes].map(([code, count]) => seen(`told ${code}`, count, 'connections'))
