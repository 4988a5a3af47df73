// What a tab does while it leads: holds the client, does what followers ask, tells them every change.
import type { Cancel } from '#client/environment.ts'
import type { ClientState } from '#client/client-state.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import { diffState } from './state-patch.ts'
import type { TabChannel } from './tab-channel.ts'
import type { TabAction, TabId, TabMessage } from './tab-message.ts'

export type Leader = {
  perform(action: TabAction): void
  heard(message: TabMessage): void
  /** Tells the followers what changed since last time. */
  publish(state: ClientState): void
  stop(): void
}

export type LeaderOptions = {
  readonly tab: TabId
  readonly client: VisitorClient
  readonly channel: TabChannel
  readonly changed: () => void
  readonly refused: (message: Extract<TabMessage, { type: 'refused' }>) => void
  readonly isAway: () => boolean
}

export const perform = (client: VisitorClient, action: TabAction): ReturnType<VisitorClient['send']> | undefined => {
  switch (action.type) {
    case 'send':
      return client.send(action.message)
    case 'retry':
      client.retry(action.cid)
      break
    case 'discard':
      client.discard(action.cid)
      break
    case 'markRead':
      client.markRead(action.conversation, action.upTo)
      break
    case 'setTyping':
      client.setTyping(action.conversation, action.active)
      break
    case 'setPage':
      client.setPage(action.page)
      break
    case 'open':
      client.open(action.conversation)
      break
    case 'loadEarlier':
      client.loadEarlier(action.conversation)
      break
    case 'reconnectNow':
      client.reconnectNow()
      break
    default:
      action satisfies never
  }
  return undefined
}

/** Does not start the client: whoever leads must be in office before its first change. */
export const startLeader = ({ tab, client, channel, changed, refused, isAway }: LeaderOptions): Leader => {
  let told: ClientState | undefined
  let number = 0

  const tell = (before: ClientState | undefined, state: ClientState): void => {
    const patch = diffState(before, state)
    if (!patch) return
    number += 1
    channel.post({ type: 'state', leader: tab, number, patch })
    told = state
  }

  const unsubscribe: Cancel = client.subscribe(changed)

  const leader: Leader = {
    perform(action) {
      const result = perform(client, action)
      if (action.type !== 'send' || !result || result.ok) return
      const refusal = { type: 'refused', cid: action.message.cid, code: result.code } as const
      refused(refusal)
      channel.post(refusal)
    },
    heard(message) {
      if (message.type === 'ask') leader.perform(message.action)
      if (message.type === 'ping')
        channel.post({ type: 'pong', to: message.from, id: message.id, leader: tab, away: isAway() })
      if (message.type === 'join' && told) tell(undefined, told)
    },
    publish: (state) => tell(told, state),
    stop() {
      unsubscribe()
      client.stop()
    },
  }
  return leader
}
