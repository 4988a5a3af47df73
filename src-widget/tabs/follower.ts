// What a tab does while another leads: mirrors its state, and keeps every wish until the leader has surely heard it.
import type { Cancel } from '#client/environment.ts'
import type { TabChannel } from './tab-channel.ts'
import type { TabAction, TabId, TabMessage } from './tab-message.ts'
import type { StatePatch } from './state-patch.ts'

/** A leader answers between two frames of its page; 2 s is a page that hangs, sleeps or is gone. */
export const leaderAnswersWithinMs = 2_000
/** How often a visible follower looks after its leader. */
export const watchLeaderEveryMs = 10_000

export type FollowerOptions = {
  readonly tab: TabId
  readonly channel: TabChannel
  readonly clock: { after(delayMs: number, task: () => void): Cancel }
  readonly isVisible: () => boolean
  readonly mirror: (patch: StatePatch) => void
  /** The leader is silent or slowed down, and somebody is looking at this tab. */
  readonly takeOver: () => void
}

export type Follower = {
  ask(action: TabAction): void
  heard(message: TabMessage): void
  /** The tab came into sight, or its page woke up. */
  look(): void
  /** Wishes that no leader is known to have heard, oldest first: the next leader does them, maybe this tab itself. */
  unheard(): readonly TabAction[]
  stop(): void
}

export const startFollower = (options: FollowerOptions, wishes: readonly TabAction[]): Follower => {
  const { tab, channel, clock, isVisible, mirror, takeOver } = options
  let unheard: { readonly action: TabAction; readonly ping: number }[] = []
  let leader: TabId | undefined
  let lastNumber = 0
  let pings = 0
  let cancelAnswer: Cancel | undefined
  let cancelWatch: Cancel | undefined

  const ping = (): void => {
    pings += 1
    channel.post({ type: 'ping', from: tab, id: pings })
    cancelAnswer ??= clock.after(leaderAnswersWithinMs, () => {
      cancelAnswer = undefined
      if (isVisible()) takeOver()
    })
  }

  const watch = (): void => {
    cancelWatch?.()
    cancelWatch = clock.after(watchLeaderEveryMs, () => {
      if (isVisible()) ping()
      watch()
    })
  }

  const ask = (action: TabAction): void => {
    channel.post({ type: 'ask', from: tab, action })
    ping()
    unheard.push({ action, ping: pings })
  }

  const answered = (message: Extract<TabMessage, { type: 'pong' }>): void => {
    cancelAnswer?.()
    cancelAnswer = undefined
    unheard = unheard.filter((wish) => wish.ping > message.id)
    if (message.away && isVisible()) takeOver()
  }

  /** Another tab leads now: it may not have heard what the last one was asked. */
  const follow = (next: TabId): void => {
    if (leader === next) return
    leader = next
    const again = unheard
    unheard = []
    for (const { action } of again) ask(action)
  }

  const mirrored = ({ leader: from, number, patch }: Extract<TabMessage, { type: 'state' }>): void => {
    follow(from)
    if (patch.whole || number === lastNumber + 1) {
      lastNumber = number
      mirror(patch)
    } else if (number !== lastNumber) channel.post({ type: 'join', from: tab })
  }

  channel.post({ type: 'join', from: tab })
  for (const wish of wishes) ask(wish)
  watch()

  return {
    ask,
    heard(message) {
      if (message.type === 'state') mirrored(message)
      if (message.type === 'pong' && message.to === tab) {
        follow(message.leader)
        answered(message)
      }
    },
    look: () => {
      if (isVisible()) ping()
    },
    unheard: () => unheard.map((wish) => wish.action),
    stop() {
      cancelAnswer?.()
      cancelWatch?.()
    },
  }
}
