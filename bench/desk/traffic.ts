// A support desk's traffic at a fixed rate of messages: nine of ten a visitor's, typing signs before some, receipts after some,
// and now and then a connection that breaks or an agent who looks further back. Latency counts from the intended time.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { LatencyRecorder, type LatencyFigures } from '../load/latency-figures.ts'
import { runOpenLoop } from '../load/open-loop.ts'
import type { Crowd, CrowdSize } from './crowd.ts'
import type { Dialect, Side, Template } from './dialect.ts'
import { agentOf } from './office.ts'
import { isRead, isTyped, sideOf } from './turns.ts'

export type TrafficResult = {
  readonly sent: number
  readonly acknowledged: number
  readonly delivered: number
  /** Messages that somebody got twice on one connection or after a reconnect. */
  readonly duplicated: number
  readonly refused: number
  readonly ack: LatencyFigures
  readonly delivery: LatencyFigures
  readonly payloadBytes: number
  readonly reconnects: number
  /** How late the generator itself was: if this is not far below the latencies, they are its own. */
  readonly generatorDelayP99Ms: number
  readonly generatorCpuShare: number
}

const RECONNECTS_PER_SECOND = 10
const HISTORY_LOADS_PER_SECOND = 10
const MS_PER_SECOND = 1000
/** A server that fell behind gets this long to catch up: what has not arrived by then counts as lost. */
const SETTLE_WITHIN_MS = 20_000
const SETTLE_CHECK_MS = 10
const texts = [
  'Hello, where is my order?',
  '你好，我的订单到哪里了？',
  'Thanks, that is all I needed to know today.',
  '我想退款，茶壶到的时候盖子碎了。',
]

export type Traffic = { run(ratePerSecond: number, durationMs: number): Promise<TrafficResult> }

export const createTraffic = (crowd: Crowd, size: CrowdSize, dialect: Dialect): Traffic => {
  const templates = { visitor: new Map<number, Template>(), agent: new Map<number, Template>() }
  let nextNumber = 0

  const memberOf = (conversation: number, side: Side): number =>
    side === 'visitor' ? conversation : size.visitors + agentOf(conversation, size.agents)

  const templateFor = (conversation: number, side: Side): Template => {
    const known = templates[side].get(conversation)
    if (known) return known
    const made = dialect.message({ conversation, side }, texts[conversation % texts.length] ?? '')
    templates[side].set(conversation, made)
    return made
  }

  return {
    async run(ratePerSecond, durationMs) {
      const first = nextNumber
      const total = Math.round((ratePerSecond * durationMs) / MS_PER_SECOND)
      nextNumber += total
      const intended = new Float64Array(total)
      const arrivals = new Uint8Array(total)
      const ack = new LatencyRecorder()
      const delivery = new LatencyRecorder()
      const counts = { acknowledged: 0, delivered: 0, duplicated: 0, refused: 0 }
      crowd.listen({
        acknowledged(number, atMs) {
          if (number < first) return
          counts.acknowledged += 1
          ack.record(atMs - (intended[number - first] ?? 0))
        },
        arrived(number, at, member, offset, atMs) {
          const index = number - first
          // One's own words in another window, or of an earlier run.
          if (index < 0 || sideOf(number) === at) return
          if (arrivals[index] !== 0) {
            counts.duplicated += 1
            return
          }
          arrivals[index] = 1
          counts.delivered += 1
          delivery.record(atMs - (intended[index] ?? 0))
          if (!isRead(number)) return
          crowd.sign(member, dialect.receipt({ conversation: number % size.visitors, side: at }, offset))
        },
        refused: () => {
          counts.refused += 1
        },
      })
      const bytesBefore = crowd.bytes.sent + crowd.bytes.received
      const reconnectsBefore = crowd.reconnects.done
      const cpuBefore = process.cpuUsage()
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const startedMs = performance.now()
      const background = startBackground(crowd, size, dialect)
      await runOpenLoop(ratePerSecond, durationMs, (index, intendedAtMs) => {
        const number = first + index
        const conversation = number % size.visitors
        const side = sideOf(number)
        const member = memberOf(conversation, side)
        intended[index] = intendedAtMs
        if (isTyped(number)) crowd.sign(member, dialect.typing({ conversation, side }))
        const { frame, digitsAt } = templateFor(conversation, side)
        crowd.say(member, frame, digitsAt, number)
      })
      const tookMs = performance.now() - startedMs
      background.stop()
      delay.disable()
      const cpu = process.cpuUsage(cpuBefore)
      const payloadBytes = crowd.bytes.sent + crowd.bytes.received - bytesBefore
      const deadlineMs = performance.now() + SETTLE_WITHIN_MS
      while (counts.delivered + counts.refused < total && performance.now() < deadlineMs) await pause(SETTLE_CHECK_MS)
      return {
        sent: total,
        ...counts,
        ack: ack.figures(),
        delivery: delivery.figures(),
        payloadBytes,
        reconnects: crowd.reconnects.done - reconnectsBefore,
        generatorDelayP99Ms: delay.percentile(99) / 1e6,
        generatorCpuShare: (cpu.user + cpu.system) / 1000 / tookMs,
      }
    },
  }
}

const startBackground = (crowd: Crowd, size: CrowdSize, dialect: Dialect): { stop(): void } => {
  let turn = 0
  const breaking = setInterval(() => {
    turn += 7_919
    crowd.breakOff(turn % size.visitors)
  }, MS_PER_SECOND / RECONNECTS_PER_SECOND)
  const looking = setInterval(() => {
    turn += 7_919
    const conversation = turn % size.visitors
    const frame = dialect.history({ conversation, side: 'agent' })
    if (frame) crowd.sign(size.visitors + agentOf(conversation, size.agents), frame)
  }, MS_PER_SECOND / HISTORY_LOADS_PER_SECOND)
  return {
    stop() {
      clearInterval(breaking)
      clearInterval(looking)
    },
  }
}
