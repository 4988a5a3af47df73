// A shop's own days, told by the demo's story under the real router, replayed.
import { beforeAll, describe, expect, it } from 'vitest'
import { everyone, NO_AGENT, NO_INTENT, type AgentId, type AgentProfile, type EpochMs } from '../../protocol/index.ts'
import type { MemoryImage } from '../../adapters/memory/create-memory-store.ts'
import { writeMemoryHistory } from '../../testing/memory-history.ts'
import { foldSettings, initialSettings } from '../routing/routing-settings.ts'
import { compareDays } from './compare-days.ts'
import { createDayRecorder, type Arrival, type DayRecord } from './day-record.ts'
import { createNamedDraws } from './named-draws.ts'
import { replayDay } from './replay-day.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000
const OFFSET_MS = 8 * HOUR_MS
const NOW = Date.UTC(2026, 5, 9, 7, 20) as EpochMs
const midnight = Math.floor((NOW + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS

let image: MemoryImage
beforeAll(async () => {
  image = await writeMemoryHistory({ seed: 11, now: NOW, utcOffsetMs: OFFSET_MS, days: 30, conversations: 600 })
}, 60_000)

const dayAgo = (days: number) => {
  const from = midnight - days * DAY_MS
  const until = from + DAY_MS
  const recorder = createDayRecorder(from, until)
  for (const committed of image.tables.entries)
    if (committed.entry.at >= from - DAY_MS && committed.entry.at < until + DAY_MS / 2) recorder.hear(committed)
  const agents = [...image.tables.agents.values()]
  return { record: recorder.record(), agents, from, until, end: until + DAY_MS / 2 }
}

const agent = (id: number, capacity = 3): AgentProfile => ({
  id: id as AgentId,
  name: `agent ${id}`,
  role: 'agent',
  status: 'online',
  capacity,
  active: true,
})

/** `visitors` within two hours, each with their own times of reply and handling; agents 1 … n there all the time. */
const madeDay = (seed: number, visitors: number, agents: number): DayRecord => {
  const draws = createNamedDraws(seed)
  const arrivals = Array.from({ length: visitors }, (_, index): Arrival => {
    const at = Math.floor(draws.fraction(1, index, 0) * 2 * HOUR_MS)
    const replyMs = draws.lognormal(2, index, 0, 30_000, 0.6)
    return {
      at,
      isOfDay: true,
      tags: draws.fraction(4, index, 0) < 0.4 ? ['vip'] : [],
      locale: 'zh-CN',
      lastHelp: undefined,
      intent: NO_INTENT,
      confidence: 0,
      answeredAt: at + replyMs,
      answeredBy: 1 as AgentId,
      replyMs,
      holdMs: draws.lognormal(3, index, 0, 6 * MINUTE_MS, 0.5),
      endedAt: null,
    }
  }).toSorted((one, other) => one.at - other.at)
  const presence = new Map(
    Array.from({ length: agents }, (_, index) => [(index + 1) as AgentId, [{ from: 0, until: DAY_MS }]] as const),
  )
  return { arrivals, presence, times: { speeds: (list) => new Float64Array(list.length).fill(1) } }
}
const madeWhole = (record: DayRecord, agents: readonly AgentProfile[], settings = initialSettings) =>
  compareDays({ record, agents, from: 0, until: DAY_MS, end: 2 * DAY_MS, before: settings, after: settings })

describe('a replayed day', () => {
  it('[D8.7] with unchanged rules both columns are equal, and every run gives the same', () => {
    const day = dayAgo(2)
    const again = foldSettings(initialSettings, [])
    const report = compareDays({ ...day, before: initialSettings, after: { ...again } })
    expect(report.after).toEqual(report.before)
    expect(report.groups.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toBe(true)
    expect(report.agents.every(({ before, after }) => before === after)).toBe(true)
    expect(compareDays({ ...day, before: initialSettings, after: initialSettings })).toEqual(report)
  })

  it('[D8.7] under its own rules the median is within five seconds or a tenth of what really was', () => {
    const seen: string[] = []
    for (let days = 1; days <= 14; days += 1) {
      const { before, really, arrivals } = compareDays({
        ...dayAgo(days),
        before: initialSettings,
        after: initialSettings,
      })
      expect(arrivals).toBe(really.arrivals)
      const [replayed, measured] = [before.whole.medianMs ?? Infinity, really.medianMs ?? Infinity]
      const isNear = Math.abs(replayed - measured) <= Math.max(5_000, measured / 10)
      const share = Math.abs(before.whole.withinMinute - really.withinMinute)
      if (!isNear || share > 0.1) seen.push(`${days} days ago: ${replayed} replayed, ${measured} measured, ${share}`)
    }
    expect(seen).toEqual([])
  })

  it('[D8.7] one more able agent never makes the median wait longer', () => {
    const longer: string[] = []
    for (let seed = 1; seed <= 40; seed += 1)
      for (const count of [2, 4, 6]) {
        const record = madeDay(seed, 120, count + 1)
        const fewer = madeWhole(
          { ...record, presence: new Map([...record.presence].slice(0, count)) },
          [1, 2, 3, 4, 5, 6].slice(0, count).map((id) => agent(id)),
        )
        const more = madeWhole(
          record,
          Array.from({ length: count + 1 }, (_, index) => agent(index + 1)),
        )
        const [was, is] = [fewer.before.whole.medianMs ?? Infinity, more.before.whole.medianMs ?? Infinity]
        if (is > was) longer.push(`seed ${seed}, ${count} agents: from ${was} to ${is}`)
      }
    expect(longer).toEqual([])
  })

  it('[D8.7] a rule that leads a tag to its own colleagues moves who gets whom, group by group', () => {
    const record = madeDay(7, 90, 4)
    const after = foldSettings(initialSettings, [
      { key: 'routing.group.3', value: { ...everyone, id: 3, name: 'VIP', members: [4] } },
      { key: 'routing.tag.1', value: { id: 1, pattern: 'vip', group: 3, agents: [], priority: 5 } },
    ])
    const agents = [1, 2, 3, 4].map((id) => agent(id))
    const report = compareDays({
      record,
      agents,
      from: 0,
      until: DAY_MS,
      end: 2 * DAY_MS,
      before: initialSettings,
      after,
    })
    const vips = record.arrivals.filter(({ tags }) => tags.includes('vip')).length
    expect(report.groups).toMatchObject([
      { id: 0, name: '', before: { arrivals: 90 }, after: { arrivals: 90 - vips } },
      { id: 3, name: 'VIP', before: null, after: { arrivals: vips } },
    ])
    expect(report.agents.find(({ id }) => id === 4)?.after).toBeGreaterThanOrEqual(vips)
    expect(report.after.whole.answered).toBe(90)
    expect(report.after.fairness).toBeLessThan(report.before.fairness)
  })

  it('[D8.7] a closed group and a full queue ask for messages, which count apart; who waits too long overflows', () => {
    const record = madeDay(3, 60, 3)
    const withGroup = (change: object) =>
      foldSettings(initialSettings, [
        { key: 'routing.group.3', value: { ...everyone, id: 3, name: 'VIP', members: [3], ...change } },
        { key: 'routing.tag.1', value: { id: 1, pattern: '*', group: 3, agents: [], priority: 0 } },
        { key: 'routing.tag.2', value: { id: 2, pattern: 'vip', group: 3, agents: [], priority: 0 } },
      ])
    const agents = [agent(1), agent(2), agent(3, 1)]
    const vips = record.arrivals.filter(({ tags }) => tags.includes('vip')).length
    const never = { timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [] }
    const closed = madeWhole(record, agents, withGroup({ hours: never })).before
    expect([closed.messages, closed.whole.arrivals]).toEqual([vips, 60 - vips])
    const full = madeWhole(record, agents, withGroup({ maxQueue: 0 })).before
    expect(full.messages).toBeGreaterThan(0)
    const alone = madeWhole(record, agents, withGroup({})).before
    const helped = madeWhole(record, agents, withGroup({ overflow: { afterMs: 60_000, to: 0 } })).before
    expect(helped.whole.p90Ms).toBeLessThan(alone.whole.p90Ms ?? Infinity)
  })

  it('[D8.7] who is faster answers sooner than was measured with somebody slower', () => {
    const record = madeDay(5, 1, 2)
    const [arrival] = record.arrivals
    const fast: DayRecord = {
      ...record,
      presence: new Map([[2 as AgentId, [{ from: 0, until: DAY_MS }]]]),
      times: { speeds: (list) => Float64Array.from(list, (one) => (one.agent === 2 ? 2 : 1)) },
    }
    const question = { agents: [agent(1), agent(2)], from: 0, until: DAY_MS, end: DAY_MS, seed: 1 }
    const [replayed] = replayDay({ ...question, record: fast, settings: initialSettings }).arrivals
    expect(replayed?.waitMs).toBeCloseTo((arrival?.replyMs ?? 0) / 2)
  })

  it('[D8.7] who does not reply in the group’s time loses it to the next, and what they were writing counts no more', () => {
    const record = madeDay(5, 1, 2)
    const arrivals = record.arrivals.map((arrival) => ({ ...arrival, replyMs: 120_000 }))
    const slowFirst: DayRecord = {
      arrivals,
      // The fast one comes when the slow one has lost it.
      presence: new Map([
        [1 as AgentId, [{ from: 0, until: DAY_MS }]],
        [2 as AgentId, [{ from: (arrivals[0]?.at ?? 0) + 50_000, until: DAY_MS }]],
      ]),
      times: { speeds: (list) => Float64Array.from(list, (one) => (one.agent === 2 ? 3 : 1)) },
    }
    const settings = foldSettings(initialSettings, [
      { key: 'routing.group.0', value: { ...everyone, replyWithinMs: 60_000 } },
    ])
    const question = { agents: [agent(1), agent(2)], from: 0, until: DAY_MS, end: DAY_MS, seed: 1 }
    const [replayed] = replayDay({ ...question, record: slowFirst, settings }).arrivals
    expect(replayed?.waitMs).toBeCloseTo(60_000 + 40_000)
    const [patient] = replayDay({ ...question, record: slowFirst, settings: initialSettings }).arrivals
    expect(patient?.waitMs).toBeCloseTo(120_000)
  })

  it('[D8.7] whoever left unanswered leaves at their time; nobody there means nobody answers', () => {
    const record = madeDay(5, 3, 1)
    const arrivals = record.arrivals.map((arrival) => ({
      ...arrival,
      answeredAt: null,
      answeredBy: NO_AGENT,
      replyMs: null,
      endedAt: arrival.at + 1_000,
    }))
    const left = madeWhole({ ...record, arrivals, presence: new Map() }, [agent(1)])
    expect(left.before.whole).toMatchObject({
      arrivals: 3,
      answered: 0,
      medianMs: null,
      longestMs: null,
      withinMinute: 0,
    })
    expect(madeWhole({ ...record, arrivals: [] }, []).before.whole).toMatchObject({ arrivals: 0, medianMs: null })
  })
})
