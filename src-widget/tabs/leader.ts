// What a tab does while it leads: holds the client, does what followers ask, tells them every change.
import type { Cancel } from '#client/environment.ts'
import type { ClientState } from '#client/client-state.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import { diffState } from './state-patch.ts'
import type { TabChannel } from './tab-channel.ts'
import { askable, type TabAction, type TabId, type TabMessage } from './tab-message.ts'

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

const perform = (client: VisitorClient, [name, ...values]: TabAction): unknown => {
  // Another tab's word is checked like any other's; the type pairs each name with its values.
  if (!askable.includes(name)) return undefined
  return (client[name] as (...values: readonly unknown[]) => unknown)(...values)
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
      if (action[0] !== 'send') return
      const sent = result as ReturnType<VisitorClient['send']>
      if (sent.ok) return
      const refusal = { type: 'refused', cid: action[1].cid, code: sent.code } as const
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
