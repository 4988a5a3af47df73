// How much of the machine others used meanwhile: a figure of a shared machine is one only where that is little.
import { cpus } from 'node:os'

const busyMs = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0)

/** @param ownMs processor time that the measured processes used so far. @returns what tells the cores that others used since, 0 to all. */
export const watchOthers = (ownMs: () => number): (() => number) => {
  const [startedMs, busyBefore, ownBefore] = [performance.now(), busyMs(), ownMs()]
  return () => Math.max(0, busyMs() - busyBefore - (ownMs() - ownBefore)) / (performance.now() - startedMs)
}
