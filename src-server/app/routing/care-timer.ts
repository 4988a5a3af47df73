// Wakes who looks after conversations when the next deadline is due.
import type { ConversationId, EpochMs } from '../../protocol/index.ts'
import { createDeadlines } from '../../core/queue/deadlines.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'

export type CareTimer = {
  set(conversation: ConversationId, at: EpochMs | null): void
  /** After everything that may have set a deadline. */
  arm(): void
  stop(): void
}

/** Clocks jump: no timer is trusted for longer. */
const MAX_SLEEP_MS = 60_000

/** `wake` takes one conversation after another that is due. */
export const createCareTimer = (clock: Clock, wake: (takeDue: () => ConversationId | undefined) => void): CareTimer => {
  const deadlines = createDeadlines()
  let timer: { readonly at: EpochMs; readonly cancel: Cancel } | undefined
  let isStopped = false

  return {
    set: (conversation, at) => deadlines.set(conversation, at),
    arm() {
      const at = deadlines.next()
      if (isStopped || at === undefined || (timer && timer.at <= at)) return
      timer?.cancel()
      const sleepMs = Math.min(Math.max(0, at - clock.now()), MAX_SLEEP_MS)
      const cancel = clock.after(sleepMs, () => {
        timer = undefined
        const now = clock.now()
        wake(() => deadlines.takeDue(now))
      })
      timer = { at: (clock.now() + sleepMs) as EpochMs, cancel }
    },
    stop() {
      isStopped = true
      timer?.cancel()
    },
  }
}
