import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultGeneral, EVERYONE, everyone, type AgentId, type GroupId } from '../../protocol/index.ts'
import { foldSetting, foldSettings, groupOf, initialSettings } from './routing-settings.ts'

const refunds = { ...everyone, id: 3 as GroupId, name: 'Refunds', members: [7 as AgentId] }
const rule = { id: 2, pattern: 'vip', group: 3, agents: [], priority: 1 }
const hours = {
  timeZone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]),
  exceptions: [{ date: '2026-10-01', name: '国庆', open: [] }],
}

it('[D7.12] each thing is told, told anew and taken back', () => {
  let settings = foldSetting(initialSettings, 'routing.group.3', { ...refunds, hours })
  settings = foldSetting(settings, 'routing.tag.2', rule)
  settings = foldSetting(settings, 'routing.intent.5', { id: 5, name: 'refund', examples: ['a', 'b', 'c'], group: 3 })
  settings = foldSetting(settings, 'routing.agent.7', { languages: ['zh'], weight: 2 })
  settings = foldSetting(settings, 'routing.general', { ...defaultGeneral, threshold: 0.4 })
  expect([...settings.groups.keys()]).toEqual([EVERYONE, 3])
  expect([settings.tagRules.size, settings.intents.size, settings.skills.size]).toEqual([1, 1, 1])
  expect(settings.general.threshold).toBe(0.4)
  expect(foldSetting(settings, 'routing.group.3', { ...refunds, name: 'R' }).groups.get(refunds.id)?.name).toBe('R')
  for (const key of ['group.3', 'tag.2', 'intent.5', 'agent.7', 'general'])
    settings = foldSetting(settings, `routing.${key}`, null)
  expect(settings).toEqual(initialSettings)
})

it('[D7.12] everyone is always there, and stands in for a group that is not', () => {
  const renamed = foldSetting(initialSettings, 'routing.group.0', { ...everyone, maxQueue: 5 })
  expect(groupOf(renamed, 99 as GroupId).maxQueue).toBe(5)
  expect(foldSetting(renamed, 'routing.group.0', null)).toEqual(initialSettings)
})

it('[D7.12] what was stored before a field existed has its default', () => {
  const { overflow: _, ...older } = refunds
  expect(foldSetting(initialSettings, 'routing.group.3', older).groups.get(refunds.id)).toEqual(refunds)
})

it.each([
  ['routing.group.3', { ...refunds, id: 4 }],
  ['routing.group.3', { ...refunds, members: ['7'] }],
  ['routing.group.3', { ...refunds, overflow: { afterMs: 1 } }],
  ['routing.group.3', { ...refunds, hours: { ...hours, week: [] } }],
  ['routing.group.3', { ...refunds, hours: { ...hours, exceptions: [{}] } }],
  ['routing.group.3', { ...refunds, autoClose: { warnAfterMs: -1, closeAfterMs: 1 } }],
  ['routing.group.03', { ...refunds }],
  ['routing.group.3.x', { ...refunds }],
  ['routing.tag.2', { ...rule, pattern: 7 }],
  ['routing.agent.7', { languages: [], weight: Number.NaN }],
  ['routing.general', []],
  ['routing.color', 'red'],
  ['look.color', 'red'],
])('[D7.12] %s with what it does not promise changes nothing', (key, value) => {
  expect(foldSetting(initialSettings, key, value)).toBe(initialSettings)
})

it('[D7.12] many at once are one after another, and nobody’s settings change under their hands', () => {
  const before = foldSetting(initialSettings, 'routing.tag.2', rule)
  const changes = [
    { key: 'routing.group.3', value: refunds },
    { key: 'routing.tag.2', value: null },
    { key: 'routing.tag.4', value: { ...rule, id: 4 } },
    { key: 'routing.tag.4', value: { ...rule, id: 4, priority: 9 } },
    { key: 'routing.group.3', value: null },
  ]
  let after = before
  for (const { key, value } of changes) after = foldSetting(after, key, value)
  expect(foldSettings(before, changes)).toEqual(after)
  expect([...before.tagRules.keys()]).toEqual([2])
  expect([...initialSettings.groups.keys()]).toEqual([EVERYONE])
})

it('[D7.12] nothing that a journal may hold makes it fail', () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('group', 'tag', 'intent', 'agent').map((kind) => `routing.${kind}.1`),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.anything())), (changes) => {
      let settings = initialSettings
      for (const [name, value] of changes) settings = foldSetting(settings, name, value)
      expect(settings.groups.has(EVERYONE)).toBe(true)
    }),
  )
})
