// Where a conversation waits, decided once when it begins to wait: by the visitor's tags, else by what they want, else with
// everyone. Who then gets it is another question, asked whenever somebody is free.
import {
  EVERYONE,
  NO_INTENT,
  type AgentId,
  type GroupId,
  type IntentId,
  type RoutingLayer,
} from '../../protocol/index.ts'
import type { TagRule } from '../../protocol/routing-schemas.ts'
import type { RoutingSettings } from './routing-settings.ts'
import { createTagIndex, type TagIndex } from './tag-index.ts'

export type PlaceQuestion = {
  readonly tags: readonly string[]
  /** Null when nobody was asked; intent 0 is "not understood". */
  readonly intent: { readonly intent: IntentId; readonly confidence: number } | null
  /** Deactivated agents answer nobody. */
  readonly isActive: (agent: AgentId) => boolean
}

export type Placement = {
  readonly group: GroupId
  /** Whom the rule names; empty: the group's members. */
  readonly agents: readonly AgentId[]
  /** 0 to 9, more is sooner. */
  readonly priority: number
  readonly layer: Extract<RoutingLayer, 'tag' | 'intent' | 'weight'>
  /** The tag's pattern, the intent's name, or empty. */
  readonly rule: string
  /** What was understood, also when it did not decide; 0 for nothing. */
  readonly intent: IntentId
  /** 0 to 1; 0 when nobody was asked. */
  readonly confidence: number
}

/** An index lives as long as the rules it was made of: settings change rarely, visitors come all day. */
const indexes = new WeakMap<RoutingSettings['tagRules'], TagIndex>()
const indexOf = (rules: RoutingSettings['tagRules']): TagIndex => {
  const there = indexes.get(rules)
  if (there) return there
  const made = createTagIndex(rules.values())
  indexes.set(rules, made)
  return made
}

/**
 * Tags before intent before everyone. A rule or an intent whose group is deleted, or that leaves nobody who is still
 * active, is passed over: nobody is sent to wait where nobody will ever come. (SPEC D7.9, D7.10)
 */
export const place = (settings: RoutingSettings, question: PlaceQuestion): Placement => {
  const { tags, intent: verdict, isActive } = question
  const isStaffed = (id: GroupId): boolean =>
    id === EVERYONE || (settings.groups.get(id)?.members.some(isActive) ?? false)
  const accepts = ({ group, agents }: TagRule): boolean =>
    settings.groups.has(group) && (agents.length > 0 ? agents.some(isActive) : isStaffed(group))

  const understood = { intent: verdict?.intent ?? NO_INTENT, confidence: verdict?.confidence ?? 0 }
  const rule = indexOf(settings.tagRules).best(tags, accepts)
  if (rule) {
    const { group, agents, priority, pattern } = rule
    return { group, agents, priority, layer: 'tag', rule: pattern, ...understood }
  }
  const isKnown = understood.confidence >= (settings.general.threshold ?? 0)
  const intent = isKnown ? settings.intents.get(understood.intent) : undefined
  if (intent && isStaffed(intent.group))
    return { group: intent.group, agents: [], priority: 0, layer: 'intent', rule: intent.name, ...understood }
  return { group: EVERYONE, agents: [], priority: 0, layer: 'weight', rule: '', ...understood }
}
