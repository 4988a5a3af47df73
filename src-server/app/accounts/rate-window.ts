// Counts events per key in fixed windows, for a bounded number of keys. Knows nothing of what it counts.
import type { EpochMs } from '../../protocol/index.ts'

type Count = { since: EpochMs; events: number }

export type RateBounds = { readonly limit: number; readonly windowMs: number; readonly maxKeys: number }

export class RateWindow {
  readonly #bounds: RateBounds
  readonly #now: () => EpochMs
  readonly #counts = new Map<string, Count>()

  constructor(bounds: RateBounds, now: () => EpochMs) {
    this.#bounds = bounds
    this.#now = now
  }

  /** @returns 0 when there is room, else the milliseconds until there is. */
  waitMs(key: string): number {
    const count = this.#live(key)
    if (!count || count.events < this.#bounds.limit) return 0
    return Math.max(1, count.since + this.#bounds.windowMs - this.#now())
  }

  add(key: string): void {
    const count = this.#live(key)
    if (count) count.events += 1
    else {
      // Oldest first: a Map keeps the order of insertion, and windows are inserted when they begin.
      const oldest = this.#counts.size >= this.#bounds.maxKeys ? this.#counts.keys().next() : undefined
      if (oldest?.done === false) this.#counts.delete(oldest.value)
      this.#counts.set(key, { since: this.#now(), events: 1 })
    }
  }

  /** Takes one event back. */
  remove(key: string): void {
    const count = this.#live(key)
    if (!count) return
    count.events -= 1
    if (count.events <= 0) this.#counts.delete(key)
  }

  clear(key: string): void {
    this.#counts.delete(key)
  }

  get size(): number {
    return this.#counts.size
  }

  #live(key: string): Count | undefined {
    const count = this.#counts.get(key)
    if (!count) return undefined
    const now = this.#now()
    // A clock that was set back starts the window over, and does not lengthen it by hours.
    if (now < count.since) count.since = now
    if (now - count.since < this.#bounds.windowMs) return count
    this.#counts.delete(key)
    return undefined
  }
}
