// A group as somebody wants to save or delete it, against everything else the office has set.
import { EVERYONE, type AgentId, type GroupId } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import { parseAgentName } from '../conversation/agent-names.ts'
import { checkHours } from './check-hours.ts'
import { foldText } from './fold-text.ts'
import type { OfficeSettings } from './office-settings.ts'
import { faultAt, type SettingFault } from './setting-fault.ts'

export const checkName = (
  own: { readonly id: number; readonly name: string },
  others: readonly { readonly id: number; readonly name: string }[],
): readonly SettingFault[] => {
  if (!parseAgentName(own.name).ok) return [faultAt('name', 'name_malformed')]
  const same = others.find(({ id, name }) => id !== own.id && foldText(name) === foldText(own.name))
  return same ? [faultAt('name', 'name_taken', [same.name])] : []
}

export const checkGroupRef = (field: string, group: GroupId, { groups }: OfficeSettings): readonly SettingFault[] =>
  groups.some(({ id }) => id === group) ? [] : [faultAt(field, 'group_unknown')]

export const checkAgentRefs = (
  field: string,
  named: readonly AgentId[],
  { agents }: OfficeSettings,
): readonly SettingFault[] => (named.every((id) => agents.has(id)) ? [] : [faultAt(field, 'agent_unknown')])

/** Where visitors of a group would be passed on to, until they come back to it. */
const circleFrom = (group: Group, { groups }: OfficeSettings): readonly Group[] | undefined => {
  const way = [group]
  for (let next = group.overflow?.to; next !== undefined;) {
    const passed = next === group.id ? group : groups.find(({ id }) => id === next)
    if (!passed) return undefined
    if (way.includes(passed)) return way.slice(way.indexOf(passed))
    way.push(passed)
    next = passed.overflow?.to
  }
  return undefined
}

export const checkGroup = (group: Group, office: OfficeSettings): readonly SettingFault[] => {
  const { id, hours, members, overflow } = group
  const circle = circleFrom(group, office)
  return [
    ...(id === EVERYONE ? [] : checkName(group, office.groups)),
    ...checkAgentRefs('members', members, office),
    ...(overflow ? checkGroupRef('overflow.to', overflow.to, office) : []),
    ...(circle
      ? [
          faultAt(
            'overflow.to',
            'overflow_circle',
            circle.map(({ name }) => name),
          ),
        ]
      : []),
    ...(hours ? checkHours(hours) : []),
  ]
}

/** A group that something still leads to stays: whoever deletes it has to say first where that leads instead. */
export const checkGroupRemoval = (group: number, office: OfficeSettings): readonly SettingFault[] => {
  const names = [
    ...office.tagRules.filter((rule) => rule.group === group).map(({ pattern }) => pattern),
    ...office.intents.filter((intent) => intent.group === group).map(({ name }) => name),
    ...office.groups.filter(({ overflow }) => overflow?.to === group).map(({ name }) => name),
  ]
  return names.length === 0 ? [] : [faultAt('', 'group_in_use', names)]
}
