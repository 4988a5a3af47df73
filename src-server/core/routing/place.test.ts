import { expect, it } from 'vitest'
import { EVERYONE, everyone, type AgentId, type IntentId } from '../../protocol/index.ts'
import { place, type PlaceQuestion } from './place.ts'
import { foldSetting, initialSettings } from './routing-settings.ts'

const settingsOf = (values: Readonly<Record<string, unknown>>) => {
  let settings = initialSettings
  for (const [key, value] of Object.entries(values)) settings = foldSetting(settings, `routing.${key}`, value)
  return settings
}
const group = (id: number, ...members: readonly number[]) => ({ ...everyone, id, name: `g${id}`, members })
const tag = (id: number, pattern: string, to: number, agents: readonly number[] = [], priority = 0) => {
  return { id, pattern, group: to, agents, priority }
}
const intent = (id: number, to: number) => ({ id, name: `i${id}`, examples: ['a', 'b', 'c'], group: to })
const allActive = (): boolean => true
const ask = (question: Partial<PlaceQuestion>): PlaceQuestion => ({
  tags: [],
  intent: null,
  isActive: allActive,
  ...question,
})

const office = settingsOf({
  'group.1': group(1, 11, 12),
  'group.2': group(2, 21),
  'tag.1': tag(1, 'vip', 1, [], 7),
  'tag.2': tag(2, 'order:*', 2, [12]),
  'tag.3': tag(3, 'lost', 9),
  'intent.4': intent(4, 2),
  'intent.5': intent(5, 9),
})

it('[D7.10] tags come before what was understood, and that before everyone', () => {
  const understood = { intent: 4 as IntentId, confidence: 0.8 }
  expect(place(office, ask({ tags: ['vip'], intent: understood }))).toEqual({
    group: 1,
    agents: [],
    priority: 7,
    layer: 'tag',
    rule: 'vip',
    ...understood,
  })
  expect(place(office, ask({ tags: ['order:1'] }))).toMatchObject({
    group: 2,
    agents: [12],
    rule: 'order:*',
    intent: 0,
  })
  expect(place(office, ask({ tags: ['other'], intent: understood }))).toEqual({
    group: 2,
    agents: [],
    priority: 0,
    layer: 'intent',
    rule: 'i4',
    ...understood,
  })
  expect(place(office, ask({}))).toEqual({
    group: EVERYONE,
    agents: [],
    priority: 0,
    layer: 'weight',
    rule: '',
    intent: 0,
    confidence: 0,
  })
})

it('[D7.10] below the office’s own threshold an intent does not decide, but is kept', () => {
  const strict = foldSetting(office, 'routing.general', { threshold: 0.9 })
  const placed = place(strict, ask({ intent: { intent: 4 as IntentId, confidence: 0.8 } }))
  expect(placed).toMatchObject({ layer: 'weight', intent: 4, confidence: 0.8 })
  expect(place(strict, ask({ intent: { intent: 4 as IntentId, confidence: 0.9 } })).layer).toBe('intent')
})

it('[D7.10] a rule of a deleted group, or that leaves nobody active, is passed over', () => {
  const gone =
    (...agents: readonly number[]) =>
    (agent: AgentId) =>
      !agents.includes(agent)
  expect(place(office, ask({ tags: ['lost'] })).layer).toBe('weight')
  expect(place(office, ask({ intent: { intent: 5 as IntentId, confidence: 1 } })).layer).toBe('weight')
  expect(place(office, ask({ intent: { intent: 77 as IntentId, confidence: 1 } })).layer).toBe('weight')
  expect(place(office, ask({ tags: ['vip'], isActive: gone(11) })).layer).toBe('tag')
  expect(place(office, ask({ tags: ['vip'], isActive: gone(11, 12) })).layer).toBe('weight')
  expect(place(office, ask({ tags: ['order:1'], isActive: gone(12) })).layer).toBe('weight')
  expect(place(office, ask({ intent: { intent: 4 as IntentId, confidence: 1 }, isActive: gone(21) })).layer).toBe(
    'weight',
  )
  expect(place(office, ask({ isActive: () => false })).group).toBe(EVERYONE)
})

it('[D7.10] passed over for one rule, the visitor’s next tag still counts', () => {
  expect(place(office, ask({ tags: ['lost', 'order:7'] }))).toMatchObject({ layer: 'tag', group: 2 })
})
