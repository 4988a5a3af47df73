// The office's routing settings over REST: who may be asked, what is checked, under which keys it is stored.
import { defaultGeneral, defaultSkills, everyone, fail, limits, ok, type AgentId } from '../../protocol/index.ts'
import { AgentSkills, General } from '../../protocol/routing-schemas.ts'
import type { RoutingSettings } from '../../adapters/http/http-services.ts'
import { checkGroup, checkGroupRemoval } from '../../core/settings/check-group.ts'
import { checkIntent } from '../../core/settings/check-intent.ts'
import { checkTagRule } from '../../core/settings/check-tag-rule.ts'
import type { Journal } from '../../ports/journal.ts'
import { readGroup, readIntent, readTagRule } from './load-office.ts'
import { makeGroup, makeIntent, makeTagRule } from './make-settings.ts'
import { createSettingCollection } from './setting-collection.ts'
import { createTurns, storeSlot } from './setting-slot.ts'
import { createReading, seen, versionOf } from './stored-values.ts'

const GENERAL = 'routing.general'
const skillsKey = (agent: AgentId): string => `routing.agent.${agent}`
const readSkills = createReading(AgentSkills)
const readGeneral = createReading(General)

export const createRoutingSettings = (journal: Journal): RoutingSettings => {
  const turns = createTurns()

  const storedAt = async (key: string): Promise<unknown> =>
    (await journal.settings(key)).find((setting) => setting.key === key)?.value ?? null

  const isAgent = async (agent: AgentId): Promise<boolean> => (await journal.agents()).some(({ id }) => id === agent)

  return {
    groups: createSettingCollection({
      journal,
      turns,
      prefix: 'routing.group.',
      most: limits.maxGroups,
      read: readGroup,
      unstored: everyone,
      make: makeGroup,
      check: checkGroup,
      checkRemoval: checkGroupRemoval,
    }),
    tagRules: createSettingCollection({
      journal,
      turns,
      prefix: 'routing.tag.',
      most: limits.maxTagRules,
      read: readTagRule,
      make: makeTagRule,
      check: checkTagRule,
    }),
    intents: createSettingCollection({
      journal,
      turns,
      prefix: 'routing.intent.',
      most: limits.maxIntents,
      read: readIntent,
      make: makeIntent,
      check: checkIntent,
    }),

    skills: {
      list: async () => {
        const [stored, agents] = await Promise.all([journal.settings('routing.agent.'), journal.agents()])
        const byKey = new Map(stored.map(({ key, value }) => [key, readSkills(value)]))
        return agents.map(({ id }) => {
          const skills = byKey.get(skillsKey(id))
          return { agent: id, version: versionOf(skills), ...(skills ?? defaultSkills) }
        })
      },
      change: (actor, agent, version, value) =>
        turns(async () => {
          if (!(await isAgent(agent))) return fail('agent_unknown')
          const key = skillsKey(agent)
          const done = await storeSlot(journal, { actor, key, stored: await storedAt(key), version, value })
          return done.ok ? ok({ agent, ...seen(value) }) : done
        }),
      remove: (actor, agent, version) =>
        turns(async () => {
          const key = skillsKey(agent)
          return storeSlot(journal, { actor, key, stored: await storedAt(key), version, value: null })
        }),
    },

    general: {
      read: async () => {
        const general = readGeneral(await storedAt(GENERAL))
        return { version: versionOf(general), ...(general ?? defaultGeneral) }
      },
      change: (actor, version, value) =>
        turns(async () => {
          const done = await storeSlot(journal, {
            actor,
            key: GENERAL,
            stored: await storedAt(GENERAL),
            version,
            value,
          })
          return done.ok ? ok(seen(value)) : done
        }),
    },
  }
}
