// One client for all tabs of a visitor: the leading tab runs the real one, the others mirror its state and hand it their
// wishes. To a screen it is a VisitorClient like any other, whoever leads.
import { parseMessageText, type Cid, type EpochMs } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import type { MessageBox } from '../storage/message-box.ts'
import { emptyClientState, type VisitorClient } from '../visitor/visitor-client.ts'
import { createListeners } from '../visitor/listeners.ts'
import { startFollower, type Follower } from './follower.ts'
import { createHandedOver } from './handed-over.ts'
import { createHistoryKeeper } from './keep-history.ts'
import { startLeader, type Leader } from './leader.ts'
import type { Leadership } from './leadership.ts'
import { applyPatch } from './state-patch.ts'
import type { TabChannel } from './tab-channel.ts'
import type { TabAction, TabId, TabMessage } from './tab-message.ts'

export type TabClientOptions = {
  readonly tab: TabId
  /** Called anew each time this tab becomes the leader. */
  readonly createClient: () => VisitorClient
  readonly channel: TabChannel
  readonly leadership: Leadership
  readonly box: MessageBox
  readonly clock: { now(): EpochMs; after(delayMs: number, task: () => void): Cancel }
  readonly makeCid: () => Cid
  readonly isVisible: () => boolean
  /** This tab is the leader but has been out of sight so long that its browser slows it down. */
  readonly isAway: () => boolean
}

export type TabClient = VisitorClient & {
  isLeading(): boolean
  /** The tab came into sight, or its page woke up. */
  look(): void
}

export const createTabClient = (options: TabClientOptions): TabClient => {
  const { tab, channel, leadership, clock } = options
  const listeners = createListeners()
  const handedOver = createHandedOver(options.box)
  const keepHistory = createHistoryKeeper()
  let mirrored = emptyClientState
  let shown = emptyClientState
  let office: { readonly leader: Leader } | { readonly follower: Follower } | undefined
  let cancelListen: Cancel | undefined

  const show = (): void => {
    handedOver.settle(mirrored)
    shown = handedOver.addTo(mirrored)
    listeners.notify()
  }

  const refused = ({ cid, code }: Extract<TabMessage, { type: 'refused' }>): void => {
    if (handedOver.refuse(cid, code)) show()
  }

  const act = (action: TabAction): void => {
    if (!office) return
    if ('leader' in office) office.leader.perform(action)
    else office.follower.ask(action)
  }

  const leave = (): readonly TabAction[] => {
    const left = office
    office = undefined
    if (!left) return []
    if ('leader' in left) {
      left.leader.stop()
      return []
    }
    const unheard = left.follower.unheard()
    left.follower.stop()
    return unheard
  }

  const follow = (): void => {
    const wishes = leave()
    const follower = startFollower(
      {
        tab,
        channel,
        clock,
        isVisible: options.isVisible,
        mirror: (patch) => {
          mirrored = patch.whole ? keepHistory(mirrored, applyPatch(mirrored, patch)) : applyPatch(mirrored, patch)
          show()
        },
        takeOver: () => leadership.steal(),
      },
      wishes,
    )
    office = { follower }
  }

  const lead = (): void => {
    const wishes = leave()
    const client = options.createClient()
    const leader = startLeader({
      tab,
      client,
      channel,
      refused,
      isAway: options.isAway,
      changed: () => {
        mirrored = keepHistory(mirrored, client.state())
        leader.publish(mirrored)
        show()
      },
    })
    office = { leader }
    client.start()
    for (const wish of wishes) leader.perform(wish)
    // Whatever a tab that is gone had handed over; a message that was sent after all is recognised by its cid (D2).
    for (const message of options.box.list()) {
      if (!handedOver.find(message.cid)) handedOver.add(message)
      leader.perform(['send', message])
    }
    mirrored = keepHistory(mirrored, client.state())
    leader.publish(mirrored)
    show()
  }

  const heard = (message: TabMessage): void => {
    if (message.type === 'refused') refused(message)
    if (!office) return
    if ('leader' in office) office.leader.heard(message)
    else office.follower.heard(message)
  }

  return {
    state: () => shown,
    subscribe: listeners.add,
    isLeading: () => office !== undefined && 'leader' in office,
    look: () => {
      if (office && 'follower' in office) office.follower.look()
    },
    start() {
      if (cancelListen) return
      cancelListen = channel.listen(heard)
      follow()
      for (const message of options.box.list()) {
        handedOver.add(message)
        act(['send', message])
      }
      leadership.campaign({ elected: lead, deposed: follow })
    },
    stop() {
      cancelListen?.()
      cancelListen = undefined
      // Before the office: the next leader finds the lock free as soon as this one has let go of the connection.
      leave()
      leadership.resign()
    },
    send(message) {
      const checked = parseMessageText(message.text, message.files.length)
      if (!checked.ok) return checked
      const cid = message.cid ?? options.makeCid()
      const boxed = { ...message, text: checked.value, cid, createdAt: clock.now() }
      handedOver.add(boxed)
      act(['send', boxed])
      show()
      return { ok: true, value: cid }
    },
    retry(cid) {
      const message = handedOver.find(cid)
      if (!message) return act(['retry', cid])
      handedOver.revive(cid)
      act(['send', message])
      show()
    },
    discard(cid) {
      // Not only ours to forget: the leader may have it by now.
      if (handedOver.find(cid)) handedOver.remove(cid)
      act(['discard', cid])
      show()
    },
    markRead: (...values) => act(['markRead', ...values]),
    setTyping: (...values) => act(['setTyping', ...values]),
    setPage: (page) => act(['setPage', page]),
    loadEarlier: (conversation) => act(['loadEarlier', conversation]),
    reconnectNow: () => act(['reconnectNow']),
  }
}
