// Settings as they are stored, made of what somebody typed.
import type { GroupId, IntentId, TagRuleId } from '../../protocol/index.ts'
import type { Group, GroupWish, Intent, IntentWish, TagRule, TagRuleWish } from '../../protocol/routing-schemas.ts'
import { tidyHours } from '../../core/settings/check-hours.ts'
import { tidyText } from '../../core/settings/fold-text.ts'

export const makeGroup = (id: number, wish: GroupWish): Group => ({
  id: id as GroupId,
  ...wish,
  name: tidyText(wish.name),
  hours: wish.hours && tidyHours(wish.hours),
})

export const makeTagRule = (id: number, wish: TagRuleWish): TagRule => ({
  id: id as TagRuleId,
  ...wish,
  pattern: tidyText(wish.pattern),
})

export const makeIntent = (id: number, wish: IntentWish): Intent => ({
  id: id as IntentId,
  ...wish,
  name: tidyText(wish.name),
  examples: wish.examples.map(tidyText),
})
