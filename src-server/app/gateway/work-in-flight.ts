// Counts what has been begun and not ended, so that a stop can wait for it.

export type WorkInFlight = {
  track(work: Promise<unknown>): void
  readonly count: number
  /** Resolves when nothing is in flight; at once when nothing is. */
  idle(): Promise<void>
}

export const createWorkInFlight = (): WorkInFlight => {
  let count = 0
  let waiting: (() => void)[] = []
  const ended = (): void => {
    count -= 1
    if (count > 0) return
    for (const resolve of waiting) resolve()
    waiting = []
  }
  return {
    track(work) {
      count += 1
      work.then(ended, ended)
    },
    get count() {
      return count
    },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}
