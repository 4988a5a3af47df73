// What the desk is doing at this moment, and how it went the last hour: for the page *Now*. Reads memory only; the one file that it
// looks at is asked for its size every few seconds, on nobody's time.
import { createFirstResponses } from '../../core/now/first-responses.ts'
import { createMessageMinute } from '../../core/now/message-minute.ts'
import type { DataSize } from '../../adapters/sqlite/data-size.ts'
import { limits, type EpochMs } from '../../protocol/index.ts'
import type { NowAnswer, NowSample } from '../../protocol/now-schemas.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { repeat } from '../start/repeating-task.ts'
import type { RunningTimes } from './running-times.ts'

export type Now = {
  /** One answer serves everybody who asks within `limits.nowKeptMs`. */
  read(): Promise<NowAnswer>
  stop(): void
}

export type NowParts = {
  readonly gateway: Pick<Gateway, 'stats' | 'counts'>
  readonly journal: Pick<Journal, 'onCommitted'>
  readonly times: Pick<RunningTimes, 'acknowledged' | 'lastCommitMs'>
  readonly sizeOf: () => Promise<DataSize>
  readonly isFailing: () => boolean
  readonly clock: Clock
  readonly logger: Logger
}

/** SPEC D8.10, D8.11, D8.12. Listens from the moment on in which it is made. */
export const createNow = (parts: NowParts): Now => {
  const { gateway, journal, times, clock, logger } = parts
  const since = clock.now()
  const minute = createMessageMinute()
  const responses = createFirstResponses()
  const unsubscribe = journal.onCommitted(({ entries }) => {
    for (const { entry } of entries) {
      responses.apply(entry)
      if (entry.kind === 'message.sent' && entry.author.kind !== 'system')
        minute.add(entry.author.kind === 'visitor' ? 'visitors' : 'desk', entry.at)
    }
  })

  const samples: NowSample[] = []
  const sample = (): void => {
    const at = clock.now()
    const { visitorsOnline, connections } = gateway.stats()
    const { visitors, desk } = minute.counts(at)
    samples.push({
      at,
      visitors: visitorsOnline,
      waiting: gateway.counts().conversations.waiting,
      messages: visitors + desk,
      connections,
      firstResponseMs: responses.median(at).ms,
      acknowledgedMs: times.acknowledged(at).ms,
    })
    if (samples.length > limits.nowSamples) samples.shift()
  }
  const everyMs = limits.nowSampleEveryMs
  const stopSampling = repeat({ clock, logger, name: 'the last hour', firstMs: everyMs, everyMs }, async () => sample())

  let size: DataSize = { databaseBytes: null, freeBytes: null }
  let sizedAt = Number.NEGATIVE_INFINITY
  const isOld = (at: number, now: EpochMs, forMs: number): boolean => now < at || now - at >= forMs

  const count = async (): Promise<NowAnswer> => {
    if (isOld(sizedAt, clock.now(), limits.nowSizeEveryMs)) {
      sizedAt = clock.now()
      size = await parts.sizeOf()
    }
    const at = clock.now()
    const { visitorsOnline, connections } = gateway.stats()
    const median = responses.median(at)
    const acknowledged = times.acknowledged(at)
    return {
      at,
      since,
      visitors: visitorsOnline,
      connections,
      ...gateway.counts(),
      messages: minute.counts(at),
      firstResponse: { medianMs: median.ms, count: median.count, windowMs: limits.nowFirstResponseWindowMs },
      acknowledged: { p99Ms: acknowledged.ms, count: acknowledged.count, windowMs: limits.nowAcknowledgedWindowMs },
      storage: { failing: parts.isFailing(), ...size, lastCommitMs: times.lastCommitMs() },
      history: { everyMs, samples: [...samples] },
    }
  }

  let kept: { readonly at: EpochMs; readonly answer: Promise<NowAnswer> } | undefined
  return {
    read() {
      const at = clock.now()
      if (!kept || isOld(kept.at, at, limits.nowKeptMs)) kept = { at, answer: count() }
      return kept.answer
    },
    stop() {
      unsubscribe()
      stopSampling()
    },
  }
}
