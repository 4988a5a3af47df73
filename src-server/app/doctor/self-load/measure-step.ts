// One step of the self-load: a support desk's traffic at a fixed rate for a moment. Delivery counts from the time at which a
// message should have been sent to the other side's hearing of it: whoever falls behind, the crowd included, shows in it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { LoadStep } from '../../../core/doctor/load-ladder.ts'
import { limits, type Cid, type Offset } from '../../../protocol/index.ts'
import type { LoadCrowd, Side } from './load-crowd.ts'

/** Every tenth message is an agent's, every fifth is announced by typing, every fifth is receipted. */
const AGENT_EVERY = 10
const SIGN_EVERY = 5
const MS_PER_SECOND = 1_000
const NS_PER_MS = 1e6
const TICK_MS = 1
const SETTLE_TICK_MS = 10
/** Spreads neighbouring messages over the conversations; a prime, so that each has its turn. */
const STRIDE = 7_919
const text = 'Hello, where is my order? 你好，我的订单到哪里了？'

export type StepOptions = {
  readonly crowd: LoadCrowd
  readonly visitors: number
  /** Makes the messages of this step different from those of all others. */
  readonly stepNumber: number
  readonly signal: AbortSignal
  readonly times: StepTimes
}

export type StepTimes = { readonly warmUpMs: number; readonly stepMs: number; readonly settleMs: number }
export const stepTimes: StepTimes = {
  warmUpMs: limits.doctorWarmUpMs,
  stepMs: limits.doctorStepMs,
  settleMs: limits.doctorSettleMs,
}

type Traffic = { readonly latenciesMs: number[]; readonly missing: () => number }

const sideOf = (number: number): Side => (number % AGENT_EVERY === 0 ? 'agent' : 'visitor')

const rateOf = (visitors: number): number =>
  (visitors / (limits.doctorWriteEveryMs / MS_PER_SECOND)) * (AGENT_EVERY / (AGENT_EVERY - 1))

const runTraffic = async (options: StepOptions, part: string, durationMs: number): Promise<Traffic> => {
  const { crowd, visitors, stepNumber, signal } = options
  const total = Math.max(1, Math.round((rateOf(visitors) * durationMs) / MS_PER_SECOND))
  const everyMs = durationMs / total
  const prefix = `doctor-${stepNumber}${part}-`
  const startedAtMs = performance.now()
  const arrived = new Uint8Array(total)
  const latenciesMs: number[] = []
  const conversationOf = (number: number): number => (number * STRIDE) % visitors

  crowd.listen(({ cid, at, offset }) => {
    if (!cid.startsWith(prefix)) return
    const number = Number(cid.slice(prefix.length))
    // Writers hear their own message as well.
    if (sideOf(number) === at || arrived[number] !== 0) return
    arrived[number] = 1
    latenciesMs.push(performance.now() - (startedAtMs + number * everyMs))
    if (number % SIGN_EVERY === 0) receipt(conversationOf(number), at, offset)
  })
  const receipt = (index: number, at: Side, offset: Offset): void =>
    crowd.say(index, at, (conversation) => ({ type: 'receipt', conversation, delivered: offset, read: offset }))

  const send = (number: number): void => {
    const index = conversationOf(number)
    const side = sideOf(number)
    if (number % SIGN_EVERY === 0)
      crowd.say(index, side, (conversation) => ({ type: 'typing', conversation, active: true }))
    const cid = `${prefix}${number}` as Cid
    crowd.say(index, side, (conversation) => ({ type: 'send', cid, conversation, text, files: [] }))
  }

  let next = 0
  while (next < total && !signal.aborted) {
    const due = Math.min(total, Math.floor((performance.now() - startedAtMs) / everyMs) + 1)
    for (; next < due; next += 1) send(next)
    if (next < total) await pause(TICK_MS)
  }
  return { latenciesMs, missing: () => total - latenciesMs.length }
}

const settle = async ({ missing }: Traffic, { signal, times }: StepOptions): Promise<void> => {
  const endAtMs = performance.now() + times.settleMs
  while (missing() > 0 && performance.now() < endAtMs && !signal.aborted) await pause(SETTLE_TICK_MS)
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0

export const measureStep = async (options: StepOptions): Promise<LoadStep> => {
  const { crowd, visitors, times } = options
  await settle(await runTraffic(options, 'w', times.warmUpMs), options)
  const lostBefore = crowd.lost()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const traffic = await runTraffic(options, 'm', times.stepMs)
  delay.disable()
  await settle(traffic, options)
  const sorted = traffic.latenciesMs.toSorted((a, b) => a - b)
  return {
    visitors,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    messagesPerSecond: rateOf(visitors),
    generatorDelayP99Ms: delay.percentile(99) / NS_PER_MS,
    missing: traffic.missing(),
    lost: crowd.lost() - lostBefore,
  }
}
