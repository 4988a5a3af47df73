// Drafts of settings over what is stored: checked as a save would check them, each against all of them, and stored nowhere.
import { EVERYONE, fail, ok, type AgentId } from '../../protocol/index.ts'
import type { WhatIfDraft } from '../../protocol/what-if-schemas.ts'
import type { Answer } from '../../adapters/http/http-services.ts'
import { checkGroup, checkGroupRemoval } from '../../core/settings/check-group.ts'
import { checkIntent } from '../../core/settings/check-intent.ts'
import { checkTagRule } from '../../core/settings/check-tag-rule.ts'
import type { OfficeSettings } from '../../core/settings/office-settings.ts'
import { faultAt, type SettingFault } from '../../core/settings/setting-fault.ts'
import type { StoredSetting } from '../../ports/journal.ts'
import { makeGroup, makeIntent, makeTagRule } from './make-settings.ts'
import { refused } from './setting-slot.ts'
import { nextId } from './stored-values.ts'

type Check = (office: OfficeSettings) => readonly SettingFault[]
/** One draft as it would be stored, and what it makes of the office. */
type Applied = { readonly key: string; readonly value: unknown; readonly office: OfficeSettings; readonly check: Check }

const replaced = <Item extends { readonly id: number }>(
  list: readonly Item[],
  id: number,
  item: Item | undefined,
): readonly Item[] => [...list.filter((other) => other.id !== id), ...(item ? [item] : [])]

const fine: Check = () => []

const apply = (draft: WhatIfDraft, id: number, office: OfficeSettings): Applied => {
  switch (draft.kind) {
    case 'group': {
      const item = draft.value === null ? undefined : makeGroup(id, draft.value)
      // Everyone's only goes back to its defaults.
      const groups = id === EVERYONE && !item ? office.groups : replaced(office.groups, id, item)
      const removal: Check = id === EVERYONE ? fine : (all) => checkGroupRemoval(id, all)
      const check: Check = item ? (all) => checkGroup(item, all) : removal
      return { key: `routing.group.${id}`, value: item ?? null, office: { ...office, groups }, check }
    }
    case 'tag': {
      const item = draft.value === null ? undefined : makeTagRule(id, draft.value)
      const tagRules = replaced(office.tagRules, id, item)
      const check: Check = item ? (all) => checkTagRule(item, all) : fine
      return { key: `routing.tag.${id}`, value: item ?? null, office: { ...office, tagRules }, check }
    }
    case 'intent': {
      const item = draft.value === null ? undefined : makeIntent(id, draft.value)
      const intents = replaced(office.intents, id, item)
      const check: Check = item ? (all) => checkIntent(item, all) : fine
      return { key: `routing.intent.${id}`, value: item ?? null, office: { ...office, intents }, check }
    }
    case 'skills': {
      const check: Check = ({ agents }) => (agents.has(id as AgentId) ? [] : [faultAt('', 'agent_unknown')])
      return { key: `routing.agent.${id}`, value: draft.value, office, check }
    }
    case 'general':
      return { key: 'routing.general', value: draft.value, office, check: fine }
    default:
      return draft satisfies never
  }
}

const isThere = ({ kind, id }: WhatIfDraft, { groups, tagRules, intents }: OfficeSettings): boolean => {
  const among = (list: readonly { readonly id: number }[]): boolean => list.some((item) => item.id === id)
  if (id === null || kind === 'skills' || kind === 'general') return true
  return among(kind === 'group' ? groups : kind === 'tag' ? tagRules : intents)
}

/** @returns everything under `routing.` as it would be; faults name their draft, as `drafts.0.name`. */
export const applyDrafts = (
  drafts: readonly WhatIfDraft[],
  stored: readonly StoredSetting[],
  office: OfficeSettings,
): Answer<readonly StoredSetting[]> => {
  const settings = new Map(stored.map((setting) => [setting.key, setting.value]))
  const checks: Check[] = []
  let whole = office
  for (const draft of drafts) {
    if (!isThere(draft, whole)) return fail('not_found')
    const prefix = `routing.${draft.kind}.`
    const used = Array.from(settings, ([key, value]) => ({ key, value })).filter(({ key }) => key.startsWith(prefix))
    const applied = apply(draft, draft.id ?? nextId(used), whole)
    settings.set(applied.key, applied.value)
    checks.push(applied.check)
    whole = applied.office
  }
  const faults = checks.flatMap((check, index) =>
    check(whole).map((fault) => ({ ...fault, field: `drafts.${index}.${fault.field}` })),
  )
  return refused(faults) ?? ok(Array.from(settings, ([key, value]) => ({ key, value })))
}
