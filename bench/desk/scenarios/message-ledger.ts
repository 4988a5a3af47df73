// Every message's own fate, kept beside what the traffic counts: said, acknowledged, arrived, and how often. Stands between the
// traffic and the crowd; what was said before it begins is a warm-up's and does not count.
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { LatencyRecorder } from '../../load/latency-figures.ts'
import type { Crowd, CrowdSize } from '../crowd.ts'
import { agentOf } from '../office.ts'

export type Fate = { readonly acknowledged: boolean; readonly arrivals: number }

export type MessageLedger = {
  /** What the traffic is given instead of the crowd. */
  readonly crowd: Crowd
  /** The next run of the traffic is the one that counts. */
  begin(run: { readonly ratePerSecond: number; readonly messages: number }): void
  /** Numbers from `first` on were said. */
  readonly first: number
  readonly said: number
  readonly acknowledged: number
  readonly arrived: number
  fateOf(number: number): Fate
  /** Whose time of delivery counts from now on, and where: asked for each message when it is said. */
  timeInto(choose: (author: number, partner: number) => LatencyRecorder | undefined): void
  /** Resolves when all that was said was acknowledged and has arrived, or after so long. */
  settled(withinMs: number): Promise<void>
}

const LOOK_EVERY_MS = 100
const MS_PER_SECOND = 1000
/** Enough to tell that once is not once. */
const MOST_ARRIVALS = 255

export const createMessageLedger = (crowd: Crowd, size: CrowdSize): MessageLedger => {
  let run: Parameters<MessageLedger['begin']>[0] | undefined
  let acks = new Uint8Array()
  let arrivals = new Uint8Array()
  let isVisitors = new Uint8Array()
  const recorders = new Map<number, LatencyRecorder>()
  const counts = { said: 0, acknowledged: 0, arrived: 0 }
  let choose: (author: number, partner: number) => LatencyRecorder | undefined = () => undefined
  let first = 0
  let firstSaidMs = 0
  /** As `agentOf` and the traffic have it. */
  const partnerOf = (author: number, number: number): number =>
    author < size.visitors ? size.visitors + agentOf(author, size.agents) : number % size.visitors

  return {
    get first() {
      return first
    },
    get said() {
      return counts.said
    },
    get acknowledged() {
      return counts.acknowledged
    },
    get arrived() {
      return counts.arrived
    },
    begin(next) {
      run = next
      acks = new Uint8Array(next.messages)
      arrivals = new Uint8Array(next.messages)
      isVisitors = new Uint8Array(next.messages)
    },
    crowd: {
      ...crowd,
      say(author, frame, digitsAt, number) {
        if (!run) return crowd.say(author, frame, digitsAt, number)
        if (counts.said === 0) {
          first = number
          firstSaidMs = performance.now()
        }
        counts.said += 1
        isVisitors[number - first] = author < size.visitors ? 1 : 0
        const recorder = choose(author, partnerOf(author, number))
        if (recorder) recorders.set(number, recorder)
        return crowd.say(author, frame, digitsAt, number)
      },
      listen(listener) {
        crowd.listen({
          ...listener,
          acknowledged(number, atMs) {
            const index = number - first
            if (counts.said > 0 && index >= 0 && acks[index] === 0) {
              acks[index] = 1
              counts.acknowledged += 1
            }
            listener.acknowledged(number, atMs)
          },
          arrived(number, at, member, offset, atMs) {
            const index = number - first
            const isOwn = (isVisitors[index] === 1) === (at === 'visitor')
            if (run && counts.said > 0 && index >= 0 && !isOwn) {
              if (arrivals[index] === 0) counts.arrived += 1
              arrivals[index] = Math.min(MOST_ARRIVALS, (arrivals[index] ?? 0) + 1)
              recorders.get(number)?.record(atMs - firstSaidMs - (index * MS_PER_SECOND) / run.ratePerSecond)
              recorders.delete(number)
            }
            listener.arrived(number, at, member, offset, atMs)
          },
        })
      },
    },
    fateOf: (number) => ({ acknowledged: acks[number - first] === 1, arrivals: arrivals[number - first] ?? 0 }),
    timeInto(how) {
      choose = how
    },
    async settled(withinMs) {
      const untilMs = performance.now() + withinMs
      const isDone = (): boolean => counts.acknowledged === counts.said && counts.arrived === counts.said
      while (!isDone() && performance.now() < untilMs) await pause(LOOK_EVERY_MS)
    },
  }
}
