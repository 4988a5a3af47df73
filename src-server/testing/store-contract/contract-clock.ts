import type { EpochMs } from '../../protocol/index.ts'
import type { ContractClock } from './open-store.ts'

const START_MS = 1_750_000_000_000

export const createContractClock = (): ContractClock => {
  let now = START_MS
  return {
    now: () => now as EpochMs,
    move(byMs) {
      now += byMs
    },
    after(delayMs, task) {
      const timer = setTimeout(task, delayMs)
      return () => clearTimeout(timer)
    },
  }
}
