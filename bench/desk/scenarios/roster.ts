// Who is there: when everybody is live again, and how long each waits before they come back: what the server advised, else the
// client library's own jittered delay. Owns no socket.
import { limits } from '#protocol'
import { reconnectDelayMs } from '#client/reconnect-policy.ts'
import type { Comings } from '../crowd.ts'

export type Roster = Comings & {
  isLive(member: number): boolean
  readonly liveCount: number
  /** Connections that were live and broke, so far. */
  readonly losses: number
  /** The server said goodbye to them and when to come back. */
  advised(member: number, retryAfterMs: number): void
  /** From now on nobody has come back yet. Before they all lose their connection. */
  startOver(): void
  /** How many have come back since. */
  readonly backCount: number
  /** Resolves with the time at which the last one of all had come back. Rejects when somebody has not within so long. */
  everybodyBack(withinMs: number): Promise<number>
}

type Member = {
  isLive: boolean
  liveSinceMs: number
  isBack: boolean
  /** Losses in a row since the last stable time, as the client's link counts them. */
  losses: number
  retryAfterMs: number | undefined
}

export const createRoster = (count: number): Roster => {
  const members = Array.from({ length: count }, (): Member => {
    return { isLive: false, liveSinceMs: 0, isBack: false, losses: 0, retryAfterMs: undefined }
  })
  let backCount = 0
  let liveCount = 0
  let losses = 0
  let complete: ((atMs: number) => void) | undefined
  const memberAt = (index: number): Member => {
    const member = members[index]
    if (!member) throw new Error(`there is no member ${index}`)
    return member
  }
  return {
    get liveCount() {
      return liveCount
    },
    get losses() {
      return losses
    },
    get backCount() {
      return backCount
    },
    isLive: (index) => memberAt(index).isLive,
    advised(index, retryAfterMs) {
      memberAt(index).retryAfterMs = retryAfterMs
    },
    lost(index) {
      const member = memberAt(index)
      if (member.isLive) {
        liveCount -= 1
        losses += 1
        if (performance.now() - member.liveSinceMs >= limits.stableAfterMs) member.losses = 0
      }
      const delayMs = reconnectDelayMs(member.losses, Math.random(), member.retryAfterMs)
      member.losses += 1
      member.isLive = false
      member.retryAfterMs = undefined
      return delayMs
    },
    live(index) {
      const member = memberAt(index)
      if (!member.isLive) liveCount += 1
      member.isLive = true
      member.liveSinceMs = performance.now()
      if (member.isBack) return
      member.isBack = true
      backCount += 1
      if (backCount === count) complete?.(member.liveSinceMs)
    },
    startOver() {
      for (const member of members) member.isBack = false
      backCount = 0
    },
    everybodyBack: (withinMs) =>
      new Promise((resolve, reject) => {
        if (backCount === count) return resolve(performance.now())
        const missing = setTimeout(
          () => reject(new Error(`${count - backCount} of ${count} were not back within ${withinMs} ms`)),
          withinMs,
        )
        complete = (atMs) => {
          clearTimeout(missing)
          complete = undefined
          resolve(atMs)
        }
      }),
  }
}
