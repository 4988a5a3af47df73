import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'

/** A clock whose hands stand still unless a test moves them, while its delays really pass. */
export type ContractClock = Clock & { move(byMs: number): void }

export type OpenedStore = {
  readonly store: Store
  readonly clock: ContractClock
  /** Closes the store and opens what it left behind. */
  reopen(): Promise<Store>
  dispose(): Promise<void>
}

export type OpenStore = () => Promise<OpenedStore>
