import { describe, expect, it } from 'vitest'
import type { Entry } from '#protocol'
import { PeopleTable } from './people-table.ts'

const changed = (offset: number, key: string): Entry =>
  ({
    offset,
    at: 1,
    conversation: 0,
    seq: 0,
    author: { kind: 'agent', id: 1 },
    kind: 'setting.changed',
    body: { key, before: null, after: null },
  }) as unknown as Entry // plain numbers for ids

describe('people and the office', () => {
  it('[D10.22] a change of the office’s settings is noticed, an import of quick replies is no news', () => {
    const people = new PeopleTable()
    expect(people.settingsAt).toBeUndefined()
    people.apply(changed(7, 'desk.targets'))
    people.apply(changed(8, 'reply.0.3'))
    expect(people.settingsAt).toBe(7)
    people.apply(changed(9, 'views.2'))
    expect(people.settingsAt).toBe(9)
  })
})
