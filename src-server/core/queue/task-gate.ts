// Lets a few tasks run at a time; the others wait in their order. Callers bound how many may wait.

export type TaskGate = <T>(task: () => Promise<T>) => Promise<T>

export const createTaskGate = (maxAtOnce: number): TaskGate => {
  const waiting: (() => void)[] = []
  let running = 0

  /** Whoever leaves hands the place over, so that no newcomer slips in between. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async (task) => {
    if (running < maxAtOnce) running += 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await task()
    } finally {
      leave()
    }
  }
}
