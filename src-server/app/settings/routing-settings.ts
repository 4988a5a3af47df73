// The office's routing settings over REST: read from the journal, with the version that a change has to name.
import { defaultGeneral, defaultSkills, EVERYONE, everyone } from '../../protocol/index.ts'
import { AgentSkills, General, Group, Intent, TagRule } from '../../protocol/routing-schemas.ts'
import type { RoutingSettings } from '../../adapters/http/http-services.ts'
import type { Journal } from '../../ports/journal.ts'
import { createReading, valuesOf, versionOf, NO_VERSION } from './stored-values.ts'

const seen = <Value extends object>(value: Value): Value & { readonly version: string } => ({
  version: versionOf(value),
  ...value,
})

export const createRoutingSettings = (journal: Pick<Journal, 'settings' | 'agents'>): RoutingSettings => {
  const readGroup = createReading(Group)
  const readTagRule = createReading(TagRule)
  const readIntent = createReading(Intent)
  const readSkills = createReading(AgentSkills)
  const readGeneral = createReading(General)

  return {
    groups: async () => {
      const stored = valuesOf(await journal.settings('routing.group.'), readGroup).map(seen)
      return stored.some(({ id }) => id === EVERYONE) ? stored : [{ version: NO_VERSION, ...everyone }, ...stored]
    },
    tagRules: async () => valuesOf(await journal.settings('routing.tag.'), readTagRule).map(seen),
    intents: async () => valuesOf(await journal.settings('routing.intent.'), readIntent).map(seen),
    skills: async () => {
      const [stored, agents] = await Promise.all([journal.settings('routing.agent.'), journal.agents()])
      const byKey = new Map(stored.map(({ key, value }) => [key, readSkills(value)]))
      return agents.map(({ id }) => {
        const skills = byKey.get(`routing.agent.${id}`)
        return { agent: id, version: versionOf(skills), ...(skills ?? defaultSkills) }
      })
    },
    general: async () => {
      const [stored] = await journal.settings('routing.general')
      const general = readGeneral(stored?.value)
      return { version: versionOf(general), ...(general ?? defaultGeneral) }
    },
  }
}
