import { describe, expect, it } from 'vitest'
import type { ConversationId } from '#protocol'
import { createSelectionStore } from './selection-store.ts'

const list = [5, 3, 9, 1, 7] as unknown as readonly ConversationId[]
const at = (index: number): ConversationId => list[index] ?? (0 as ConversationId)

describe('picking in the list', () => {
  it('[look] a range goes from what was picked last, both ways, and keeps what was picked before', () => {
    const store = createSelectionStore()
    const picked = () => [...store.getState().picked]
    store.toggle(at(0))
    store.toggle(at(3))
    store.extend(at(2), list)
    expect(picked()).toEqual([5, 1, 9])
    store.extend(at(4), list)
    expect(picked()).toEqual([5, 1, 9, 7])
    store.toggle(at(0))
    expect(picked()).toEqual([1, 9, 7])
  })

  it('[look] without a beginning in the list a range is the row itself; a row that is not there changes nothing', () => {
    const store = createSelectionStore()
    store.extend(at(2), list)
    expect([...store.getState().picked]).toEqual([9])
    store.extend(99 as ConversationId, list)
    expect([...store.getState().picked]).toEqual([9])
    store.clear()
    expect(store.getState().picked.size).toBe(0)
  })
})
