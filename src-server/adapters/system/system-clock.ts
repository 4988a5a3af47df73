import type { EpochMs } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'

/** The machine's clock. Timers do not keep the process alive: sockets and servers do. */
export const createSystemClock = (): Clock => ({
  now: () => Date.now() as EpochMs,
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
})
