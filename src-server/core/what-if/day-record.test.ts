import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type EntryDraft,
  type IntentId,
  type VisitorId,
} from '../../protocol/index.ts'
import { createEntryMaker, someVisitor } from '../../testing/entry-maker.ts'
import { createDayRecorder } from './day-record.ts'

const [li, mei] = [1, 2] as AgentId[] as [AgentId, AgentId]
const system = { kind: 'system', id: 0 } as const
const MINUTE = 60_000

/** Entries by the minute; the day begins at minute 10 and ends at minute 1000. */
const heard = (
  ...steps: readonly (readonly [
    minute: number,
    conversation: number,
    draft: EntryDraft,
    owner?: AgentId,
    previous?: AgentId,
  ])[]
) => {
  const maker = createEntryMaker()
  const recorder = createDayRecorder(10 * MINUTE, 1000 * MINUTE)
  for (const [minute, conversation, draft, owner = NO_AGENT, previousOwner = owner] of steps) {
    const entry = { ...maker.make(conversation, draft), at: (minute * MINUTE) as never }
    recorder.hear({ entry, visitor: (conversation === 0 ? 0 : conversation + 100) as VisitorId, owner, previousOwner })
  }
  return recorder.record()
}
const opened: EntryDraft = {
  author: { kind: 'visitor', id: 0 },
  kind: 'conversation.opened',
  body: { visitor: { ...someVisitor(101), tags: ['vip'] } },
}
const wrote = (agent: AgentId): EntryDraft => ({
  author: agent === NO_AGENT ? { kind: 'visitor', id: 0 } : { kind: 'agent', id: agent },
  kind: 'message.sent',
  body: { cid: 'c' as never, text: 'x', files: [] },
})
const assigned = (agent: AgentId, absent?: AgentId): EntryDraft => ({
  author: system,
  kind: 'conversation.assigned',
  body: {
    agent,
    agentName: '',
    previous: NO_AGENT,
    reason: {
      layer: 'tag',
      rule: 'least_share',
      candidates: [
        { agent, load: 0, capacity: 3, score: 0 },
        ...(absent === undefined ? [] : [{ agent: absent, load: 0, capacity: 3, score: 0, no: 'offline' as const }]),
      ],
    },
  },
})
const closed: EntryDraft = { author: system, kind: 'conversation.closed', body: { reason: 'resolved' } }
const status = (agent: AgentId, to: 'online' | 'away'): EntryDraft => ({
  author: { kind: 'agent', id: agent },
  kind: 'agent.status',
  body: { agent, status: to },
})

it('[D8.7] an arrival is known by when it came, with what, who answered after how long, and how long it stayed open', () => {
  const queued: EntryDraft = {
    author: system,
    kind: 'conversation.queued',
    body: {
      group: 3 as never,
      groupName: '',
      agents: [],
      priority: 0,
      reason: { layer: 'intent', rule: 'x', intent: 5 as IntentId, confidence: 0.8, tookMicros: 1 },
      note: '',
      front: false,
    },
  }
  const { arrivals } = heard(
    [20, 1, opened],
    [20, 1, queued],
    [22, 1, assigned(li), li, NO_AGENT],
    [25, 1, wrote(li), li],
    [26, 1, wrote(li), li],
    [35, 1, closed, li],
    [40, 2, opened],
    [44, 2, closed],
  )
  expect(arrivals).toMatchObject([
    {
      at: 20 * MINUTE,
      isOfDay: true,
      tags: ['vip'],
      intent: 5,
      confidence: 0.8,
      answeredAt: 25 * MINUTE,
      answeredBy: li,
      replyMs: 3 * MINUTE,
      holdMs: 10 * MINUTE,
    },
    { intent: NO_INTENT, answeredAt: null, answeredBy: NO_AGENT, replyMs: null, holdMs: null, endedAt: 44 * MINUTE },
  ])
})

it('[D8.7] who came the day before is there as well, who comes after it is not; who returns is known', () => {
  const reopened: EntryDraft = { author: { kind: 'visitor', id: 0 }, kind: 'conversation.reopened', body: {} }
  const { arrivals } = heard(
    [2, 1, opened],
    [3, 1, assigned(li), li, NO_AGENT],
    [4, 1, wrote(li), li],
    [5, 1, closed, li],
    [30, 1, reopened, NO_AGENT, li],
    [1001, 2, opened],
  )
  expect(arrivals.map(({ at, isOfDay, lastHelp }) => [at / MINUTE, isOfDay, lastHelp?.agent])).toEqual([
    [2, false, undefined],
    [30, true, li],
  ])
})

it('[D8.7] who takes a conversation by replying read it before: nobody knows how long they took', () => {
  const [arrival] = heard([20, 1, opened], [25, 1, assigned(li), li, NO_AGENT], [25, 1, wrote(li), li]).arrivals
  expect(arrival).toMatchObject({ answeredAt: 25 * MINUTE, replyMs: null })
})

it('[D8.7] presence: their own doings and who could be chosen; not while they are away, nor where they were noted as gone', () => {
  const { presence } = heard(
    [20, 1, opened],
    [21, 1, assigned(li, mei), li, NO_AGENT],
    [30, 0, status(li, 'away')],
    [31, 1, wrote(li), li],
    [50, 0, status(li, 'online')],
    [60, 0, status(mei, 'online')],
    [70, 2, opened],
    [71, 2, assigned(li, mei), li, NO_AGENT],
  )
  const tail = limits.whatIfPresenceTailMs
  expect(presence.get(li)).toEqual([
    { from: 21 * MINUTE, until: 30 * MINUTE },
    { from: 50 * MINUTE, until: 71 * MINUTE + tail },
  ])
  expect(presence.get(mei)).toEqual([{ from: 60 * MINUTE, until: 71 * MINUTE }])
})
