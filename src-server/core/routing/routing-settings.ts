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

/** `undefined` leaves what is there, `null` takes it away. */
const changed = <Id, Value>(map: ReadonlyMap<Id, Value>, id: Id, value: Value | null | undefined) => {
  if (value === undefined) return map
  const next = new Map(map)
  if (value === null) next.delete(id)
  else next.set(id, value)
  return next
}

/** Null stays null; what names another id than its key is not what it says. */
const under = <Value extends { readonly id: number }>(id: number, value: Value | undefined): Value | undefined =>
  value?.id === id ? value : undefined

const changedGroup = (settings: RoutingSettings, id: GroupId, value: unknown): RoutingSettings['groups'] => {
  if (value === null) return changed(settings.groups, id, id === EVERYONE ? everyone : null)
  return changed(settings.groups, id, under(id, readGroup(value, everyone)))
}

/**
 * One `setting.changed` applied. A value of `null` deletes; keys of others, unknown keys and values that are not what their
 * key promises change nothing: then the very same settings come back. Never throws. (SPEC D7.12)
 */
export const foldSetting = (settings: RoutingSettings, key: string, value: unknown): RoutingSettings => {
  const found = KEY.exec(key)
  if (!found) return settings
  const [, kind, digits] = found
  const id = Number(digits)
  const isGone = value === null
  switch (kind) {
    case 'group': {
      const groups = changedGroup(settings, id as GroupId, value)
      return groups === settings.groups ? settings : { ...settings, groups }
    }
    case 'tag': {
      const rule = isGone ? null : under(id, readTagRule(value, { agents: [], priority: 0 }))
      const tagRules = changed(settings.tagRules, id as TagRuleId, rule)
      return tagRules === settings.tagRules ? settings : { ...settings, tagRules }
    }
    case 'intent': {
      const intents = changed(settings.intents, id as IntentId, isGone ? null : under(id, readIntent(value)))
      return intents === settings.intents ? settings : { ...settings, intents }
    }
    case 'agent': {
      const skills = changed(settings.skills, id as AgentId, isGone ? null : readSkills(value, defaultSkills))
      return skills === settings.skills ? settings : { ...settings, skills }
    }
    default: {
      const general = isGone ? defaultGeneral : readGeneral(value, defaultGeneral)
      return general ? { ...settings, general } : settings
    }
  }
}

/** The group that serves in its place when it does not exist any more is EVERYONE. */
export const groupOf = (settings: RoutingSettings, id: GroupId): Group =>
  settings.groups.get(id) ?? settings.groups.get(EVERYONE) ?? everyone
