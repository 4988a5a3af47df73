// Where visitors came from lately. Kept in memory alone, for a day and a bounded number: nothing of it enters the database.
import { limits, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'
import { placeOf } from '../accounts/address-hash.ts'

export type VisitorAddresses = {
  note(visitor: VisitorId, address: string): void
  /** What `placeOf` made of the newest; undefined when it is not known. */
  placeOf(visitor: VisitorId): string | undefined
  /** How many others came from there. */
  othersAt(place: string, except: VisitorId): number
}

export const createVisitorAddresses = (clock: Clock): VisitorAddresses => {
  /** In the order in which they came last. */
  const seen = new Map<VisitorId, { readonly place: string; readonly at: EpochMs }>()
  const isOld = (at: EpochMs): boolean => clock.now() - at >= limits.addressMemoryMs

  const forgetOldest = (): void => {
    for (const [visitor, { at }] of seen) {
      if (seen.size <= limits.maxRememberedAddresses && !isOld(at)) return
      seen.delete(visitor)
    }
  }

  return {
    note(visitor, address) {
      seen.delete(visitor)
      seen.set(visitor, { place: placeOf(address), at: clock.now() })
      forgetOldest()
    },
    placeOf(visitor) {
      const last = seen.get(visitor)
      return last && !isOld(last.at) ? last.place : undefined
    },
    othersAt(place, except) {
      let count = 0
      for (const [visitor, last] of seen) if (visitor !== except && last.place === place && !isOld(last.at)) count += 1
      return count
    },
  }
}
