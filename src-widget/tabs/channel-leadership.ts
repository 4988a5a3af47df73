// Leadership by an election over the channel, for pages whose browser has no locks (no https). The leader answers claims;
// when nobody does, the smallest id among the claimers leads. Two leaders that hear of each other settle it the same way.
import type { Cancel } from '#client/environment.ts'
import type { Leadership, LeadershipEvents } from './leadership.ts'
import type { TabChannel } from './tab-channel.ts'
import type { TabId, TabMessage } from './tab-message.ts'

/** Time for a leader to answer a claim: messages between tabs take single milliseconds, a busy page longer. */
export const claimAnsweredWithinMs = 400

export type ElectionClock = { after(delayMs: number, task: () => void): Cancel }

export const createChannelLeadership = (tab: TabId, channel: TabChannel, clock: ElectionClock): Leadership => {
  let events: LeadershipEvents | undefined
  let leading = false
  let cancelClaim: Cancel | undefined
  let cancelListen: Cancel | undefined

  const stopClaim = (): void => {
    cancelClaim?.()
    cancelClaim = undefined
  }

  const lead = (force: boolean): void => {
    stopClaim()
    leading = true
    channel.post({ type: 'reign', from: tab, force })
    events?.elected()
  }

  const claim = (): void => {
    stopClaim()
    channel.post({ type: 'claim', from: tab })
    cancelClaim = clock.after(claimAnsweredWithinMs, () => lead(false))
  }

  const yieldOffice = (): void => {
    leading = false
    events?.deposed()
  }

  const heard = (message: TabMessage): void => {
    if (message.type === 'vacant' && !leading) claim()
    if (message.type === 'claim') {
      if (leading) channel.post({ type: 'reign', from: tab, force: false })
      else if (message.from < tab) stopClaim()
    }
    if (message.type === 'reign') {
      stopClaim()
      if (!leading) return
      if (message.force || message.from < tab) yieldOffice()
      else channel.post({ type: 'reign', from: tab, force: false })
    }
  }

  return {
    campaign(next) {
      events = next
      cancelListen ??= channel.listen(heard)
      if (!leading) claim()
    },
    steal() {
      if (events && !leading) lead(true)
    },
    resign() {
      stopClaim()
      cancelListen?.()
      cancelListen = undefined
      events = undefined
      if (!leading) return
      leading = false
      channel.post({ type: 'vacant', from: tab })
    },
  }
}
