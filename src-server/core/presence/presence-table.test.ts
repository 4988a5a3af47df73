import { expect, it } from 'vitest'
import type { EpochMs } from '../../protocol/index.ts'
import { createPresenceTable } from './presence-table.ts'

const at = (ms: number): EpochMs => ms as EpochMs
const GRACE = 15_000

it('[D7.5] a reload within the grace time is no absence', () => {
  const table = createPresenceTable<string>(GRACE)
  expect(table.arrive('mei')).toBe(true)
  expect(table.leave('mei', at(0))).toBe(GRACE)
  expect(table.has('mei')).toBe(true)
  expect(table.expire(at(GRACE - 1))).toEqual([])
  expect(table.arrive('mei')).toBe(false)
  expect(table.expire(at(GRACE))).toEqual([])
  expect(table.has('mei')).toBe(true)
})

it('[D7.5] who stays away is gone once the grace time is over, and is told once', () => {
  const table = createPresenceTable<string>(GRACE)
  table.arrive('mei')
  table.arrive('jan')
  table.leave('jan', at(0))
  table.leave('mei', at(10))
  expect(table.nextExpiry()).toBe(GRACE)
  expect(table.expire(at(GRACE))).toEqual(['jan'])
  expect(table.expire(at(GRACE + 10))).toEqual(['mei'])
  expect(table.expire(at(GRACE + 20))).toEqual([])
  expect(table.size).toBe(0)
})

it('[D7.5] somebody with two windows leaves with the second', () => {
  const table = createPresenceTable<string>(GRACE)
  table.arrive('mei')
  table.arrive('mei')
  expect(table.leave('mei', at(0))).toBeUndefined()
  expect(table.leave('mei', at(0))).toBe(GRACE)
  expect(table.leave('mei', at(0))).toBeUndefined()
})

it('[D10.11] who was sent away is gone at once, unless another connection is left', () => {
  const table = createPresenceTable<string>(GRACE)
  table.arrive('mei')
  expect(table.forget('mei')).toBe(false)
  table.leave('mei', at(0))
  expect(table.forget('mei')).toBe(true)
  expect(table.has('mei')).toBe(false)
  expect(table.nextExpiry()).toBeUndefined()
})

it('[D7.5] a clock that is set back starts the grace time over, and nobody stays for hours', () => {
  const table = createPresenceTable<string>(GRACE)
  const LATER = 8 * 3_600_000
  for (const id of ['mei', 'jan']) {
    table.arrive(id)
    table.leave(id, at(LATER))
  }
  expect(table.expire(at(100))).toEqual([])
  expect(table.nextExpiry()).toBe(100 + GRACE)
  expect(table.expire(at(100 + GRACE))).toEqual(['mei', 'jan'])
})
