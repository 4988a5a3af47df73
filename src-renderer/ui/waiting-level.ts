// How loud a waiting time is: the one thing on the desk that grows louder.

/** near: past half of the group's target. past: past the target. */
export type WaitingLevel = 'calm' | 'near' | 'past'

/** Without a target nothing is late, however long it takes. */
export function waitingLevel(waitedMs: number, targetMs: number | undefined): WaitingLevel {
  if (targetMs === undefined) return 'calm'
  if (waitedMs > targetMs) return 'past'
  return waitedMs > targetMs / 2 ? 'near' : 'calm'
}
