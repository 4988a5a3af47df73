import type { HostTimer } from './server-host.ts'

export const systemTimer: HostTimer = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}
