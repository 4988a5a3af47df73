// What was decided about a conversation in its life, told from its entries: who got it, by which rule, and what became of
// everybody else. Decides nothing, and knows no words: screens have those.
import {
  EVERYONE,
  limits,
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AssignmentReason,
  type Entry,
  type EntryOf,
  type GroupId,
  type IntentId,
  type QueuePlace,
} from '../../protocol/index.ts'
import type { DecisionCandidate, DecisionWhy, RoutingDecisionRow } from '../../protocol/decision-schemas.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import { foldText } from '../settings/fold-text.ts'
import type { RoutingSettings } from './routing-settings.ts'

type Row = AssignmentReason['candidates'][number]

/** Between two who could both have had it, the score decided; `weight` is what made it differ if the load did not. */
const outscored = (row: Row, chosen: Row): DecisionWhy => {
  if (row.score <= chosen.score) return 'shorter_idle'
  const isLighter = (row.weight ?? 1) < (chosen.weight ?? 1)
  const shareOf = ({ load, capacity }: Row): number => (capacity > 0 ? load / capacity : 1)
  return isLighter && shareOf(row) <= shareOf(chosen) ? 'slower' : 'more_load'
}

const whyOf = (row: Row, chosen: Row | undefined, rule: string): DecisionWhy => {
  if (!chosen || row === chosen) return 'chosen'
  if (row.no) return row.no
  if (rule === 'returning') return 'not_known'
  return rule === 'fair_turn' ? 'shorter_idle' : outscored(row, chosen)
}

const candidatesOf = ({ candidates, rule }: AssignmentReason, agent: AgentId): DecisionCandidate[] => {
  const chosen = candidates.find((row) => row.agent === agent)
  return candidates.map((row) => ({
    agent: row.agent,
    load: row.load,
    capacity: row.capacity,
    score: row.score,
    weight: row.weight ?? null,
    why: whyOf(row, chosen, rule),
  }))
}

const isHere = (place: QueuePlace | undefined, group: GroupId): boolean => (place?.group ?? EVERYONE) === group

/** Whoever may have a conversation is a candidate, with room or without: who is none was not meant. */
const othersOf = (reason: AssignmentReason, group: GroupId, place: QueuePlace | undefined): DecisionWhy => {
  if (reason.candidates.length === 0) return 'by_hand'
  if (reason.candidates.length >= limits.maxReasonCandidates) return 'not_noted'
  if (place && place.agents.length > 0 && isHere(place, group)) return 'not_named'
  return group === EVERYONE ? 'not_there' : 'not_member'
}

type Told = Pick<CommittedEntry, 'entry' | 'owner' | 'previousOwner'>

/** SPEC D8.5. Of decisions that an older version stored, what they lack is left out. Never throws. */
export const explainDecisions = (entries: readonly Told[], settings: RoutingSettings): RoutingDecisionRow[] => {
  let place: QueuePlace | undefined
  let placeName = ''

  const groupNow = (id: GroupId, before: string): RoutingDecisionRow['group'] =>
    id === EVERYONE ? null : { id, name: settings.groups.get(id)?.name ?? null, before }
  const intentNow = (id: IntentId, before: string): RoutingDecisionRow['intent'] =>
    id === NO_INTENT ? null : { id, name: settings.intents.get(id)?.name ?? null, before }
  const tagNow = (layer: string, pattern: string): RoutingDecisionRow['tag'] => {
    if (layer !== 'tag' || pattern === '') return null
    const isKnown = [...settings.tagRules.values()].some((rule) => foldText(rule.pattern) === foldText(pattern))
    return { pattern, isGone: !isKnown }
  }

  const base = ({ entry, owner, previousOwner }: Told) => ({
    offset: entry.offset,
    at: entry.at,
    by: { kind: entry.author.kind, id: entry.author.id },
    agent: owner,
    agentName: '',
    previous: previousOwner === owner ? NO_AGENT : previousOwner,
    note: '',
    layer: 'manual' as const,
    rule: '',
    tag: null,
    group: null,
    intent: null,
    confidence: 0,
    tookMicros: null,
    candidates: [],
    others: null,
  })

  const ofQueued = (told: Told, { body }: EntryOf<'conversation.queued'>): RoutingDecisionRow => {
    place = { group: body.group, agents: body.agents, priority: body.priority, reason: body.reason }
    placeName = body.groupName
    const { layer = 'load', rule = '', intent = NO_INTENT, confidence = 0, tookMicros = 0 } = body.reason ?? {}
    return {
      ...base(told),
      kind: told.previousOwner === NO_AGENT ? 'queued' : 'released',
      note: body.note,
      layer,
      rule,
      tag: tagNow(layer, rule),
      group: groupNow(body.group, body.groupName),
      intent: intentNow(intent, layer === 'intent' ? rule : ''),
      confidence,
      tookMicros: tookMicros > 0 ? tookMicros : null,
    }
  }

  const ofAssigned = (told: Told, { body, author }: EntryOf<'conversation.assigned'>): RoutingDecisionRow => {
    const { reason, agent, agentName } = body
    const start = { ...base(told), agentName }
    if (agent === NO_AGENT) return { ...start, kind: 'released', rule: reason?.rule ?? '' }
    const byHand = author.kind !== 'system' || !reason || reason.candidates.length === 0
    if (byHand) return { ...start, kind: 'assigned', rule: reason?.rule ?? '', others: 'by_hand' }
    const { layer, rule, group = EVERYONE, intent = NO_INTENT, confidence = 0, tookMicros } = reason
    return {
      ...start,
      kind: 'assigned',
      layer,
      rule,
      tag: tagNow(layer, place?.reason?.rule ?? ''),
      group: groupNow(group, isHere(place, group) ? placeName : ''),
      intent: intentNow(intent, ''),
      confidence,
      tookMicros: tookMicros ?? null,
      candidates: candidatesOf(reason, agent),
      others: othersOf(reason, group, place),
    }
  }

  const rowOf = (told: Told, entry: Entry): readonly RoutingDecisionRow[] => {
    switch (entry.kind) {
      case 'conversation.opened':
      case 'conversation.reopened':
        place = undefined
        placeName = ''
        return []
      case 'conversation.queued':
        return [ofQueued(told, entry)]
      case 'conversation.assigned':
        return [ofAssigned(told, entry)]
      case 'conversation.transferred': {
        const { toName, note } = entry.body
        return [{ ...base(told), kind: 'transferred', agentName: toName, note, others: 'by_hand' }]
      }
      default:
        return []
    }
  }

  return entries.flatMap((told) => rowOf(told, told.entry)).slice(-limits.maxDecisions)
}
