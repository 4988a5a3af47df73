// What the office said about who answers whom, folded from the journal's settings. The journal is older than any of this
// code, so whatever cannot be read is as if it had not been said.
import {
  defaultGeneral,
  defaultSkills,
  EVERYONE,
  everyone,
  type AgentId,
  type GroupId,
  type IntentId,
  type TagRuleId,
} from '../../protocol/index.ts'
import type { AgentSkills, General, Group, Intent, TagRule } from '../../protocol/routing-schemas.ts'
import { readGeneral, readGroup, readIntent, readSkills, readTagRule } from './read-setting.ts'

export type RoutingSettings = {
  /** EVERYONE is always among them. */
  readonly groups: ReadonlyMap<GroupId, Group>
  readonly tagRules: ReadonlyMap<TagRuleId, TagRule>
  readonly intents: ReadonlyMap<IntentId, Intent>
  readonly skills: ReadonlyMap<AgentId, AgentSkills>
  readonly general: General
}

/** What holds before anybody said anything. */
export const initialSettings: RoutingSettings = {
  groups: new Map([[EVERYONE, everyone]]),
  tagRules: new Map(),
  intents: new Map(),
  skills: new Map(),
  general: defaultGeneral,
}

const KEY = /^routing\.(?:(group|tag|intent|agent)\.(0|[1-9]\d{0,14})|general)$/

/** Maps that were copied for this fold already: nobody else has seen them, so they may be written. */
type Copied = Set<ReadonlyMap<number, unknown>>

/** `undefined` leaves what is there, `null` takes it away. */
const changed = <Id extends number, Value>(
  map: ReadonlyMap<Id, Value>,
  id: Id,
  value: Value | null | undefined,
  copied: Copied,
): ReadonlyMap<Id, Value> => {
  if (value === undefined) return map
  const next = copied.has(map) ? (map as Map<Id, Value>) : new Map(map) // made by the line below, so it is a Map
  copied.add(next)
  if (value === null) next.delete(id)
  else next.set(id, value)
  return next
}

/** Null stays null; what names another id than its key is not what it says. */
const under = <Value extends { readonly id: number }>(id: number, value: Value | undefined): Value | undefined =>
  value?.id === id ? value : undefined

const changedGroup = (
  { groups }: RoutingSettings,
  id: GroupId,
  value: unknown,
  copied: Copied,
): RoutingSettings['groups'] => {
  if (value === null) return changed(groups, id, id === EVERYONE ? everyone : null, copied)
  return changed(groups, id, under(id, readGroup(value, everyone)), copied)
}

const fold = (settings: RoutingSettings, key: string, value: unknown, copied: Copied): RoutingSettings => {
  const found = KEY.exec(key)
  if (!found) return settings
  const [, kind, digits] = found
  const id = Number(digits)
  const isGone = value === null
  switch (kind) {
    case 'group': {
      const groups = changedGroup(settings, id as GroupId, value, copied)
      return groups === settings.groups ? settings : { ...settings, groups }
    }
    case 'tag': {
      const rule = isGone ? null : under(id, readTagRule(value, { agents: [], priority: 0 }))
      const tagRules = changed(settings.tagRules, id as TagRuleId, rule, copied)
      return tagRules === settings.tagRules ? settings : { ...settings, tagRules }
    }
    case 'intent': {
      const intents = changed(settings.intents, id as IntentId, isGone ? null : under(id, readIntent(value)), copied)
      return intents === settings.intents ? settings : { ...settings, intents }
    }
    case 'agent': {
      const skills = changed(settings.skills, id as AgentId, isGone ? null : readSkills(value, defaultSkills), copied)
      return skills === settings.skills ? settings : { ...settings, skills }
    }
    default: {
      const general = isGone ? defaultGeneral : readGeneral(value, defaultGeneral)
      return general ? { ...settings, general } : settings
    }
  }
}

/**
 * One `setting.changed` applied. A value of `null` deletes; keys of others, unknown keys and values that are not what their
 * key promises change nothing: then the very same settings come back. Never throws. (SPEC D7.12)
 */
export const foldSetting = (settings: RoutingSettings, key: string, value: unknown): RoutingSettings =>
  fold(settings, key, value, new Set())

/** Many at once, in their order: thousands cost one copy. */
export const foldSettings = (
  settings: RoutingSettings,
  changes: Iterable<{ readonly key: string; readonly value: unknown }>,
): RoutingSettings => {
  const copied: Copied = new Set()
  let next = settings
  for (const { key, value } of changes) next = fold(next, key, value, copied)
  return next
}

/** The group that serves in its place when it does not exist any more is EVERYONE. */
export const groupOf = (settings: RoutingSettings, id: GroupId): Group =>
  settings.groups.get(id) ?? settings.groups.get(EVERYONE) ?? everyone
