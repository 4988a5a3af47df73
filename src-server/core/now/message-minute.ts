// How many messages the last minute had, counted by the second: sixty pairs of numbers, whatever the traffic.
import type { EpochMs } from '../../protocol/index.ts'

export type MessageMinute = {
  add(by: 'visitors' | 'desk', at: EpochMs): void
  counts(now: EpochMs): { readonly visitors: number; readonly desk: number }
}

const SECONDS = 60

export const createMessageMinute = (): MessageMinute => {
  const seconds = Array.from({ length: SECONDS }, () => ({ second: -1, visitors: 0, desk: 0 }))
  const secondOf = (at: EpochMs): number => Math.floor(at / 1_000)
  return {
    add(by, at) {
      const second = secondOf(at)
      const slot = seconds[second % SECONDS]
      if (!slot) return
      if (slot.second !== second) Object.assign(slot, { second, visitors: 0, desk: 0 })
      slot[by] += 1
    },
    counts(now) {
      const newest = secondOf(now)
      const sum = { visitors: 0, desk: 0 }
      for (const { second, visitors, desk } of seconds) {
        if (second > newest || second <= newest - SECONDS) continue
        sum.visitors += visitors
        sum.desk += desk
      }
      return sum
    },
  }
}
