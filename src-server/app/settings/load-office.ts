// What a setting is checked against, read anew for every save.
import { EVERYONE, everyone } from '../../protocol/index.ts'
import { Group, Intent, TagRule } from '../../protocol/routing-schemas.ts'
import type { OfficeSettings } from '../../core/settings/office-settings.ts'
import type { Journal } from '../../ports/journal.ts'
import { createReading, valuesOf } from './stored-values.ts'

export const readGroup = createReading(Group)
export const readTagRule = createReading(TagRule)
export const readIntent = createReading(Intent)

export const loadOffice = async (journal: Pick<Journal, 'settings' | 'agents'>): Promise<OfficeSettings> => {
  const [groups, tagRules, intents, agents] = await Promise.all([
    journal.settings('routing.group.'),
    journal.settings('routing.tag.'),
    journal.settings('routing.intent.'),
    journal.agents(),
  ])
  const stored = valuesOf(groups, readGroup)
  return {
    groups: stored.some(({ id }) => id === EVERYONE) ? stored : [everyone, ...stored],
    tagRules: valuesOf(tagRules, readTagRule),
    intents: valuesOf(intents, readIntent),
    agents: new Set(agents.map(({ id }) => id)),
  }
}
