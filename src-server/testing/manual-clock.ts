// Time that moves only when a test says so. Due tasks run in the order of their times, then of their asking.
import type { EpochMs } from '../protocol/index.ts'
import type { Cancel, Clock } from '../ports/clock.ts'

export type ManualClock = Clock & {
  /** Moves time forward, running every task that becomes due at its own moment. Promises settle only when the test awaits. */
  advance(byMs: number): void
  /** When the next task is due; undefined when nothing waits. */
  nextDueAt(): EpochMs | undefined
  /** Jumps to the next due task and runs all tasks of that moment. @returns false when nothing waits. */
  runNext(): boolean
  /** Tasks waiting: a test may assert that nothing leaks. */
  readonly waiting: number
}

type Task = { readonly dueAt: number; readonly order: number; readonly run: () => void }

export const createManualClock = (startMs = 1_750_000_000_000): ManualClock => {
  const tasks = new Set<Task>()
  let now = startMs
  let asked = 0

  const next = (): Task | undefined => {
    let first: Task | undefined
    for (const task of tasks) {
      if (!first || task.dueAt < first.dueAt || (task.dueAt === first.dueAt && task.order < first.order)) first = task
    }
    return first
  }

  const runUpTo = (endMs: number): void => {
    for (let task = next(); task && task.dueAt <= endMs; task = next()) {
      tasks.delete(task)
      now = Math.max(now, task.dueAt)
      task.run()
    }
    now = Math.max(now, endMs)
  }

  return {
    now: () => now as EpochMs,
    after(delayMs, run): Cancel {
      const task = { dueAt: now + Math.max(0, delayMs), order: asked++, run }
      tasks.add(task)
      return () => void tasks.delete(task)
    },
    advance: (byMs) => runUpTo(now + byMs),
    nextDueAt: () => next()?.dueAt as EpochMs | undefined,
    runNext() {
      const task = next()
      if (!task) return false
      runUpTo(task.dueAt)
      return true
    },
    get waiting() {
      return tasks.size
    },
  }
}
