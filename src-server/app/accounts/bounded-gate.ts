// Lets a few tasks run at once and a bounded number wait; the rest is told to come back later (D9).
import { fail, ok, type Result } from '../../protocol/index.ts'
import { createTaskGate } from '../../core/queue/task-gate.ts'

export type BoundedGate = <T>(task: () => Promise<T>) => Promise<Result<T>>

export const createBoundedGate = (bounds: { readonly atOnce: number; readonly maxWaiting: number }): BoundedGate => {
  const enter = createTaskGate(bounds.atOnce)
  let inside = 0
  return async (task) => {
    if (inside >= bounds.atOnce + bounds.maxWaiting) return fail('too_many_requests')
    inside += 1
    try {
      return ok(await enter(task))
    } finally {
      inside -= 1
    }
  }
}
