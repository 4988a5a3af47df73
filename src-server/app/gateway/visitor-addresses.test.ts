import { expect, it } from 'vitest'
import { limits, type VisitorId } from '../../protocol/index.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createVisitorAddresses } from './visitor-addresses.ts'

it('[D9.28] remembers the newest of a bounded number', () => {
  const addresses = createVisitorAddresses(createManualClock())
  for (let id = 1; id <= limits.maxRememberedAddresses; id += 1) addresses.note(id as VisitorId, `10.0.0.${id % 250}`)
  addresses.note(1 as VisitorId, '203.0.113.7')
  addresses.note((limits.maxRememberedAddresses + 1) as VisitorId, '203.0.113.7')
  expect(addresses.placeOf(1 as VisitorId)).toBe('203.0.113.7')
  expect(addresses.placeOf(2 as VisitorId)).toBeUndefined()
  expect(addresses.placeOf(3 as VisitorId)).toBe('10.0.0.3')
  expect(addresses.othersAt('203.0.113.7', 1 as VisitorId)).toBe(1)
})
