// A day as the journal tells it: who came when with what, how long answering and handling took, who was there, and how fast
// each colleague is. What it makes of the entries is plain data that can be replayed under other rules.
import {
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AssignmentReason,
  type ConversationId,
  type IntentId,
  type VisitorId,
} from '../../protocol/index.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import { createReplyWatch } from '../routing/reply-watch.ts'
import { createResponseTimes, type ResponseTimes } from '../routing/response-times.ts'
import { presenceSpans, type PresenceSign, type PresenceSpan } from './presence-spans.ts'

export type Arrival = {
  readonly at: number
  /** Of the day itself; others came before it and may still be there when it begins. */
  readonly isOfDay: boolean
  readonly tags: readonly string[]
  readonly locale: string
  readonly lastHelp: { readonly agent: AgentId; readonly at: number } | undefined
  readonly intent: IntentId
  readonly confidence: number
  /** When a person first replied; null for never. */
  readonly answeredAt: number | null
  readonly answeredBy: AgentId
  /** From having it to the first reply; null where nobody knows since when they had it. */
  readonly replyMs: number | null
  /** From the first reply to the end; null while it had no end. */
  readonly holdMs: number | null
  /** Unanswered, it ended by then; null for never. */
  readonly endedAt: number | null
}

export type DayRecord = {
  readonly arrivals: readonly Arrival[]
  readonly presence: ReadonlyMap<AgentId, readonly PresenceSpan[]>
  readonly times: Pick<ResponseTimes, 'speeds'>
}

export type DayRecorder = {
  /** In the journal's order: of the time before the day too, from which speeds and helpers are learned. */
  hear(committed: CommittedEntry): void
  /** As far as it was heard. */
  record(): DayRecord
  /** Of the day itself, so far. */
  readonly arrivals: number
}

type Open = { -readonly [Key in keyof Arrival]: Arrival[Key] } & { ownedSince: number }

/** Candidates' objections that say that somebody was not there; all others are of people who were. */
const absent: ReadonlySet<string> = new Set(['away', 'busy', 'offline'])

export const createDayRecorder = (from: number, until: number): DayRecorder => {
  const times = createResponseTimes()
  const replies = createReplyWatch(times)
  const arrivals: Open[] = []
  let ofDay = 0
  const open = new Map<ConversationId, Open>()
  const signs = new Map<AgentId, PresenceSign[]>()
  const helpers = new Map<VisitorId | 0, { agent: AgentId; at: number }>()
  const outOfOffice = new Set<AgentId>()

  const sign = (agent: AgentId, at: number, isThere: boolean): void => {
    if (agent === NO_AGENT || (isThere && outOfOffice.has(agent))) return
    const known = signs.get(agent)
    if (known) known.push({ at, isThere })
    else signs.set(agent, [{ at, isThere }])
  }

  const readCandidates = ({ candidates }: AssignmentReason, at: number): void => {
    for (const { agent, no } of candidates) sign(agent, at, no === undefined || !absent.has(no))
  }

  const begin = (committed: CommittedEntry, tags: readonly string[], locale: string): void => {
    const { entry, visitor, previousOwner } = committed
    open.delete(entry.conversation)
    if (entry.at >= until) return
    if (entry.at >= from) ofDay += 1
    const known = previousOwner === NO_AGENT ? helpers.get(visitor) : { agent: previousOwner, at: entry.at }
    const arrival: Open = {
      at: entry.at,
      isOfDay: entry.at >= from,
      tags,
      locale,
      lastHelp: known,
      intent: NO_INTENT,
      confidence: 0,
      answeredAt: null,
      answeredBy: NO_AGENT,
      replyMs: null,
      holdMs: null,
      endedAt: null,
      ownedSince: committed.owner === NO_AGENT ? 0 : entry.at,
    }
    arrivals.push(arrival)
    open.set(entry.conversation, arrival)
  }

  const hearOwner = (arrival: Open | undefined, { entry, owner, previousOwner }: CommittedEntry): void => {
    if (arrival && owner !== previousOwner) arrival.ownedSince = owner === NO_AGENT ? 0 : entry.at
  }

  const hearReply = (arrival: Open, agent: AgentId, at: number): void => {
    if (arrival.answeredAt !== null) return
    arrival.answeredAt = at
    arrival.answeredBy = agent
    // Who takes a conversation by replying read it before they had it.
    if (arrival.ownedSince > 0 && arrival.ownedSince < at) arrival.replyMs = at - arrival.ownedSince
  }

  const profiles = new Map<ConversationId, { readonly tags: readonly string[]; readonly locale: string }>()

  const hearConversation = (committed: CommittedEntry): void => {
    const { entry, visitor, owner } = committed
    const { conversation, at, author } = entry
    if (author.kind === 'agent') sign(author.id as AgentId, at, true)
    const arrival = open.get(conversation)
    hearOwner(arrival, committed)
    switch (entry.kind) {
      case 'conversation.opened': {
        const { tags, locale } = entry.body.visitor
        profiles.set(conversation, { tags, locale })
        return begin(committed, tags, locale)
      }
      case 'conversation.reopened': {
        const known = profiles.get(conversation)
        return begin(committed, known?.tags ?? [], known?.locale ?? '')
      }
      case 'conversation.queued':
        if (!arrival || arrival.intent !== NO_INTENT || !entry.body.reason) return undefined
        arrival.intent = entry.body.reason.intent
        arrival.confidence = entry.body.reason.confidence
        return undefined
      case 'conversation.assigned':
        if (author.kind === 'system' && entry.body.agent !== NO_AGENT) sign(entry.body.agent, at, true)
        if (entry.body.reason) readCandidates(entry.body.reason, at)
        return undefined
      case 'message.sent':
        if (arrival && author.kind === 'agent') hearReply(arrival, author.id as AgentId, at)
        return undefined
      case 'conversation.closed':
        if (owner !== NO_AGENT) helpers.set(visitor, { agent: owner, at })
        if (!arrival) return undefined
        if (arrival.answeredAt === null) arrival.endedAt = at
        else arrival.holdMs = at - arrival.answeredAt
        open.delete(conversation)
        return undefined
      default:
        return undefined
    }
  }

  return {
    hear(committed) {
      const { entry } = committed
      if (entry.kind === 'agent.status') {
        const isThere = entry.body.status === 'online'
        if (isThere) outOfOffice.delete(entry.body.agent)
        else outOfOffice.add(entry.body.agent)
        sign(entry.body.agent, entry.at, isThere)
        return
      }
      if (entry.conversation === 0) return
      if (entry.at < until) replies.apply({ ...entry, owner: committed.owner })
      hearConversation(committed)
    },
    record: () => ({
      arrivals,
      presence: new Map([...signs].map(([agent, list]) => [agent, presenceSpans(list)])),
      times,
    }),
    get arrivals() {
      return ofDay
    },
  }
}
