// A tag rule as somebody wants to save it.
import { isWellFormedText } from '../../protocol/index.ts'
import type { TagRule } from '../../protocol/routing-schemas.ts'
import { checkAgentRefs, checkGroupRef } from './check-group.ts'
import { foldText } from './fold-text.ts'
import type { OfficeSettings } from './office-settings.ts'
import { faultAt, type SettingFault } from './setting-fault.ts'

/** One star, at the end: `order:*`, or alone. */
const isPattern = (pattern: string): boolean =>
  isWellFormedText(pattern) && foldText(pattern) !== '' && !pattern.slice(0, -1).includes('*')

export const checkTagRule = (rule: TagRule, office: OfficeSettings): readonly SettingFault[] => {
  const same = office.tagRules.find(({ id, pattern }) => id !== rule.id && foldText(pattern) === foldText(rule.pattern))
  return [
    ...(isPattern(rule.pattern) ? [] : [faultAt('pattern', 'tag_pattern_malformed')]),
    ...(same ? [faultAt('pattern', 'tag_pattern_taken', [same.pattern])] : []),
    ...checkGroupRef('group', rule.group, office),
    ...checkAgentRefs('agents', rule.agents, office),
  ]
}
