// The part of the client library that a visitor's screen needs. Everything that shows a conversation works over this face:
// the real client, the one shared between tabs, the one that first asks for an identity, and the fake of the states page.
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'

export type VisitorClient = Pick<
  Client,
  | 'state'
  | 'subscribe'
  | 'start'
  | 'stop'
  | 'reconnectNow'
  | 'send'
  | 'retry'
  | 'discard'
  | 'markRead'
  | 'setTyping'
  | 'setPage'
  | 'loadEarlier'
>

export const emptyClientState: ClientState = {
  link: { kind: 'idle' },
  viewer: undefined,
  ready: false,
  conversations: new Map(),
  missing: new Set(),
  agents: new Map(),
  visitorsOnline: new Set(),
  visitorPages: new Map(),
  offers: new Map(),
  announcement: null,
  outbox: [],
  revisions: [],
}
