import type { EpochMs } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'

/** For measuring how long something took; its zero means nothing. */
export const systemMicros = (): number => performance.now() * 1_000

/** The machine's clock. Timers do not keep the process alive: sockets and servers do. */
export const createSystemClock = (): Clock => ({
  now: () => Date.now() as EpochMs,
  after(delayMs, task) {
    // A timer waits a millisecond at least; what only lets others go first need not.
    if (delayMs <= 0) {
      const turn = setImmediate(task)
      turn.unref()
      return () => clearImmediate(turn)
    }
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
})
