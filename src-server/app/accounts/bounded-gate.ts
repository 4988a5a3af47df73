// Lets a few tasks run at once and a bounded number wait; the rest is told to come back later (D9).
import { fail, ok, type Result } from '../../protocol/index.ts'

export class BoundedGate {
  readonly #atOnce: number
  readonly #maxWaiting: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(bounds: { readonly atOnce: number; readonly maxWaiting: number }) {
    this.#atOnce = bounds.atOnce
    this.#maxWaiting = bounds.maxWaiting
  }

  async run<T>(task: () => Promise<T>): Promise<Result<T>> {
    if (this.#running >= this.#atOnce) {
      if (this.#waiting.length >= this.#maxWaiting) return fail('too_many_requests')
      // Whoever leaves hands its place over, so `#running` stays as it is.
      await new Promise<void>((enter) => this.#waiting.push(enter))
    } else this.#running += 1
    try {
      return ok(await task())
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
