import { describe, expect, it } from 'vitest'
import { limits, type AgentId, type GroupId, type IntentId } from '#protocol'
import {
  isFiltering,
  noQuery,
  queryFromAddress,
  queryToAddress,
  termsOf,
  toggleTerm,
  withoutTerms,
  type InboxQuery,
} from './inbox-query.ts'

const full: InboxQuery = {
  tags: ['VIP', '退款 & co', 'order:9'],
  groups: [3 as GroupId],
  agents: [0 as AgentId, 2 as AgentId],
  intents: [7 as IntentId],
  states: ['left', 'answered'],
  waitMinutes: 5,
  sort: 'due',
}

describe('inbox query', () => {
  it('[look] every query has an address that leads back to it', () => {
    for (const query of [noQuery, full, { ...noQuery, sort: 'oldest' as const }])
      expect(queryFromAddress(queryToAddress(query))).toEqual(query)
    expect(queryToAddress(noQuery)).toBe('')
  })

  it('[look] what cannot be read of an address is left out', () => {
    expect(queryFromAddress('?group=x&agent=-1&wait=1e9&sort=up&tag=&intent=3.5&state=gone&nothing=1')).toEqual(noQuery)
    expect(queryFromAddress('?tag=a&tag=a').tags).toEqual(['a'])
    expect(queryFromAddress(`?tag=${'x'.repeat(limits.maxTagLength + 1)}`)).toEqual(noQuery)
    const many = Array.from({ length: 500 }, (_, index) => `group=${index}`).join('&')
    expect(queryFromAddress(`?${many}`).groups).toHaveLength(limits.maxFilterTerms)
  })

  it('[look] a term goes in and comes out again; the sort stays when the filter goes', () => {
    const tag = { kind: 'tag', value: 'VIP' } as const
    const withTag = toggleTerm({ ...noQuery, sort: 'newest' }, tag)
    expect(termsOf(withTag)).toEqual([tag])
    expect(isFiltering(withTag)).toBe(true)
    expect(toggleTerm(withTag, tag)).toEqual({ ...noQuery, sort: 'newest' })
    expect(withoutTerms(full)).toEqual({ ...noQuery, sort: 'due' })
    // There is one waiting time: another one takes its place.
    const waits = toggleTerm(toggleTerm(noQuery, { kind: 'wait', value: 5 }), { kind: 'wait', value: 15 })
    expect(termsOf(waits)).toEqual([{ kind: 'wait', value: 15 }])
    expect(toggleTerm(waits, { kind: 'wait', value: 15 })).toEqual(noQuery)
  })
})
