import { describe, expect, it } from 'vitest'
import { sampleAgent, sampleSummary, sampleView } from '../dev/sample.ts'
import { countLoads, sortColleagues } from './agent-load.ts'

describe('colleagues', () => {
  it('[look] only open conversations count as load', () => {
    const rows = [
      sampleSummary({ id: 1, owner: 2 }),
      sampleSummary({ id: 2, owner: 2 }),
      sampleSummary({ id: 3, owner: 2, status: 'closed' }),
      sampleSummary({ id: 4, owner: 0 }),
    ]
    expect([...countLoads(new Map(rows.map((row) => [row.id, sampleView(row)])))]).toEqual([[2, 2]])
  })

  it('[look] who can help comes first, then names as the language sorts them; the deactivated are not there', () => {
    const agents = [
      sampleAgent({ id: 1, name: '赵敏' }),
      sampleAgent({ id: 2, name: '李伟' }),
      sampleAgent({ id: 3, name: 'Amy', status: 'busy' }),
      sampleAgent({ id: 4, name: 'Bob', connected: false }),
      sampleAgent({ id: 5, name: 'Cid', active: false }),
    ]
    const sorted = sortColleagues(agents, new Map(), 'zh-CN')
    expect(sorted.map(({ agent }) => agent.name)).toEqual(['李伟', '赵敏', 'Amy', 'Bob'])
    expect(sorted.at(-1)?.presence).toBe('offline')
  })
})
