import { describe, expect, it } from 'vitest'
import { agentAuthor, sampleEntry, sampleMessage, visitorAuthor } from '../../dev/sample.ts'
import { belongingOf } from './reason-words.ts'

const opened = sampleEntry({ offset: 1, at: 1, author: visitorAuthor }, 'conversation.opened', {})
const assigned = (offset: number, by: number | undefined, agent: number, rule = 'least_loaded') =>
  sampleEntry(
    { offset, at: offset, ...(by === undefined ? {} : { author: agentAuthor(by) }) },
    'conversation.assigned',
    {
      agent,
      reason: {
        layer: by === undefined ? 'load' : 'manual',
        rule,
        candidates: [{ agent, load: 1, capacity: 8, score: 0.125 }],
      },
    },
  )

describe('why me', () => {
  it('[D8] the router names its rule and its candidates', () => {
    expect(belongingOf([opened, assigned(2, undefined, 1)])).toMatchObject({
      kind: 'routed',
      agent: 1,
      rule: 'least_loaded',
      candidates: [{ load: 1 }],
    })
  })

  it('[D8] a person who took, replied or gave is named as such', () => {
    expect(belongingOf([opened, assigned(2, 1, 1, 'taken')])).toEqual({ kind: 'took', agent: 1, byReply: false })
    expect(belongingOf([opened, assigned(2, 1, 1, 'reply')])).toEqual({ kind: 'took', agent: 1, byReply: true })
    expect(belongingOf([opened, assigned(2, 3, 1, 'given')])).toEqual({ kind: 'given', agent: 1, by: 3 })
  })

  it('[D8] where it waited, and why there, is part of the answer', () => {
    const queued = (group: number, layer: string, rule: string) =>
      sampleEntry({ offset: 2, at: 2 }, 'conversation.queued', { group, groupName: 'Returns', reason: { layer, rule } })
    expect(belongingOf([opened, queued(3, 'intent', 'refund'), assigned(3, undefined, 1)])).toMatchObject({
      kind: 'routed',
      place: { groupName: 'Returns', layer: 'intent', rule: 'refund' },
    })
    expect(belongingOf([opened, queued(0, 'weight', ''), assigned(3, undefined, 1)])).toMatchObject({
      place: undefined,
    })
    expect(belongingOf([opened, assigned(2, 1, 1), queued(3, 'manual', 'moved')])).toEqual({ kind: 'queued' })
  })

  it('[D8] the last word counts', () => {
    const transferred = sampleEntry({ offset: 3, at: 3, author: agentAuthor(2) }, 'conversation.transferred', {
      from: 2,
      to: 1,
      toName: '',
      note: 'VIP',
    })
    expect(belongingOf([opened, assigned(2, undefined, 2), transferred])).toEqual({
      kind: 'transferred',
      agent: 1,
      by: 2,
      note: 'VIP',
    })
    expect(belongingOf([opened, assigned(2, undefined, 2), assigned(4, 2, 0)])).toEqual({ kind: 'queued' })
  })

  it('[D8] says nothing when the entries that would tell are not here', () => {
    expect(belongingOf([sampleMessage({ offset: 9, at: 9, author: visitorAuthor }, 'hi')])).toBeUndefined()
    expect(belongingOf([])).toBeUndefined()
  })
})
