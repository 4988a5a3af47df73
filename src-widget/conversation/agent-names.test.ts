import { expect, it } from 'vitest'
import { conversationId, createScript, monday, system, view } from '../testing/build-entries.ts'
import { collectAgentNames, type AgentNames } from './agent-names.ts'

it('collects names from the entries that bring agents in and keeps the map while nothing is new', () => {
  const script = createScript()
  const step = { author: system, at: monday }
  script.add('conversation.assigned', step, { agent: 1 as never, agentName: 'Li', previous: 0 as never, reason: null })
  script.add('conversation.transferred', step, { from: 1 as never, to: 2 as never, toName: 'Amy', note: '' })
  const all = new Map([[conversationId(1), view(1, script.entries)]])
  const names = collectAgentNames(new Map() as AgentNames, all)
  expect([...names]).toEqual([
    [1, 'Li'],
    [2, 'Amy'],
  ])
  expect(collectAgentNames(names, all)).toBe(names)
})
