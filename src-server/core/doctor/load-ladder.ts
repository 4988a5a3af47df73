// How the self-load climbs: far while there is room, then between what held and what did not, until the time is up. Pure.
import { limits } from '../../protocol/index.ts'
import type { LoadEnd, LoadFigures, LoadFinding } from './finding.ts'

export type LoadStep = {
  readonly visitors: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly messagesPerSecond: number
  readonly generatorDelayP99Ms: number
  /** Messages that had not arrived when the waiting ended, and connections that were refused or lost. */
  readonly missing: number
  readonly lost: number
}

export const stepHolds = ({ p99Ms, missing, lost }: LoadStep): boolean =>
  p99Ms <= limits.doctorDeliveryMs && missing === 0 && lost === 0

const highest = (steps: readonly LoadStep[]): LoadStep | undefined =>
  steps
    .filter(stepHolds)
    .reduce<LoadStep | undefined>(
      (best, step) => (best === undefined || step.visitors >= best.visitors ? step : best),
      undefined,
    )

/** What failed once is tried again before it counts: something else on the machine may have taken a breath of it. */
const failedTwice = (steps: readonly LoadStep[]): number => {
  const failed = steps.filter((step) => !stepHolds(step)).map(({ visitors }) => visitors)
  return Math.min(Infinity, ...failed.filter((visitors, index) => failed.indexOf(visitors) !== index))
}

const rounded = (visitors: number): number =>
  Math.floor(visitors / limits.doctorFewestVisitors) * limits.doctorFewestVisitors

/**
 * The next number of visitors to try, or undefined when the answer is known well enough or nothing higher can be reached.
 * @param reach the most that can be connected and measured in the time that is left.
 */
export const nextVisitors = (steps: readonly LoadStep[], ceiling: number, reach: number): number | undefined => {
  const last = steps.at(-1)
  if (!last) return Math.min(ceiling, limits.doctorFirstVisitors)
  const bound = failedTwice(steps)
  const held = highest(steps)?.visitors ?? 0
  if (!stepHolds(last) && last.visitors < bound) return reach >= last.visitors ? last.visitors : undefined
  const isNews = (visitors: number): boolean =>
    visitors - held >= Math.max(held * limits.doctorLoadPrecision, limits.doctorFewestVisitors) && visitors <= reach
  if (bound !== Infinity) {
    const middle = rounded((held + bound) / 2)
    return isNews(middle) ? middle : undefined
  }
  if (held >= ceiling) return undefined
  const room = limits.doctorDeliveryMs / last.p99Ms
  const wanted = Math.min(ceiling, rounded(Math.min(reach, held * (room > 4 ? 4 : room > 2 ? 2 : 1.5))))
  return wanted === ceiling || isNews(wanted) ? wanted : undefined
}

/** Why it went no higher, when not because the time was up. */
export const endOfClimb = (steps: readonly LoadStep[], ceiling: number): LoadEnd => {
  const held = highest(steps)
  if (held && held.visitors >= ceiling) return 'ceiling'
  const failed = steps.filter((step) => !stepHolds(step)).at(-1)
  if (!failed) return 'time'
  if (failed.lost > 0) return 'connections'
  return failed.generatorDelayP99Ms > limits.doctorDeliveryMs / 2 ? 'generator' : 'latency'
}

export type LoadSituation = { readonly maxConnections: number; readonly besideDesk: boolean }

export const judgeLoad = (
  steps: readonly LoadStep[],
  endedBy: LoadEnd | null,
  situation: LoadSituation,
): LoadFinding => {
  const best = highest(steps)
  const measured: LoadFigures = {
    visitors: best?.visitors ?? 0,
    p50Ms: best?.p50Ms ?? null,
    p99Ms: best?.p99Ms ?? null,
    messagesPerSecond: best?.messagesPerSecond ?? 0,
    generatorDelayP99Ms: (best ?? steps.at(-1))?.generatorDelayP99Ms ?? null,
    endedBy,
    ...situation,
  }
  const found = { id: 'load', measured } as const
  if (steps.length === 0 && endedBy !== 'connections') return { ...found, state: 'warning', verdict: 'not_run' }
  if (!best) return { ...found, state: 'problem', verdict: 'none' }
  if (best.visitors < limits.doctorFewVisitors) return { ...found, state: 'warning', verdict: 'few' }
  return { ...found, state: 'ok', verdict: 'enough' }
}
