import { describe, expect, it } from 'vitest'
import type { ConversationId } from '#protocol'
import { emptyOrder, nextOrder } from './frozen-order.ts'

const ids = (...numbers: number[]): readonly ConversationId[] => numbers as unknown as readonly ConversationId[]

describe('frozen order', () => {
  it('[look] follows the live order while no hand is near', () => {
    const first = nextOrder(emptyOrder, ids(1, 2, 3), false)
    expect(nextOrder(first, ids(3, 1), false).ids).toEqual([3, 1])
  })

  it('[look] under the hand rows stay, newcomers are announced, leavers stay as ghosts', () => {
    const first = nextOrder(emptyOrder, ids(1, 2, 3), false)
    const frozen = nextOrder(first, ids(9, 3, 2, 8), true)
    expect(frozen.ids).toEqual([1, 2, 3])
    expect(frozen.fresh).toEqual([9, 8])
    expect([...frozen.gone]).toEqual([1])
    // Back again: no ghost any more.
    expect([...nextOrder(frozen, ids(9, 3, 2, 1), true).gone]).toEqual([])
    expect(nextOrder(frozen, ids(9, 3, 2, 8), false)).toEqual({ ids: ids(9, 3, 2, 8), fresh: [], gone: new Set() })
  })

  it('[look] an empty list has nothing to keep in place', () => {
    expect(nextOrder(emptyOrder, ids(5), true).ids).toEqual([5])
  })

  it('[look] no change for the eye is no change for React', () => {
    const first = nextOrder(emptyOrder, ids(1, 2), false)
    expect(nextOrder(first, ids(1, 2), false)).toBe(first)
    expect(nextOrder(first, ids(2, 1), true)).toBe(first)
    const frozen = nextOrder(first, ids(2, 1, 4), true)
    expect(nextOrder(frozen, ids(4, 2, 1), true)).toBe(frozen)
  })
})
