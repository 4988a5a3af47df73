// A desk's half of the conversation with one client under test: its frames, and the client it talks to.
import { createClient, type Client } from '#client/client.ts'
import {
  limits,
  NO_AGENT,
  NO_OFFSET,
  NO_SEQ,
  THE_VISITOR,
  type AgentId,
  type Announcement,
  type Author,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type EntryDraft,
  type Epoch,
  type EpochMs,
  type Offset,
  type Seq,
  type ServerFrame,
  type Snapshot,
  type Viewer,
  type VisitorId,
} from '../protocol/index.ts'
import { someVisitor } from './entry-maker.ts'
import type { FakeSocket, FakeWorld } from './fake-client-environment.ts'
import { settle } from './settle.ts'

export const epoch = 'e1' as Epoch
export const conversation = 1 as ConversationId
export const me = { kind: 'agent', id: 2 as AgentId, name: '李雷', role: 'agent' } as const satisfies Viewer
export const guest = { kind: 'visitor', id: 9 as VisitorId, name: '' } as const satisfies Viewer
export const fromGuest: Author = { kind: 'visitor', id: THE_VISITOR }
export const fromMe: Author = { kind: 'agent', id: me.id }

export const said = (author: Author, text: string, cid = `cid-${text}`): EntryDraft => ({
  author,
  kind: 'message.sent',
  body: { cid: cid as Cid, text, files: [] },
})
export const opened: EntryDraft = {
  author: fromGuest,
  kind: 'conversation.opened',
  body: { visitor: someVisitor(9, '王芳') },
}
export const assignedTo = (agent: number): EntryDraft => ({
  author: { kind: 'system', id: 0 },
  kind: 'conversation.assigned',
  body: { agent: agent as AgentId, agentName: '李雷', previous: NO_AGENT, reason: null },
})

export const startClient = (
  world: FakeWorld,
  viewerKind: Viewer['kind'] = 'agent',
  scope: 'all' | 'own' = 'all',
): Client => {
  const client = createClient({
    environment: world.environment,
    deskUrl: 'http://desk.example/',
    token: 'token',
    scope,
    locale: 'zh-CN',
    app: 'test',
    storageKey: `${viewerKind}/`,
  })
  client.start()
  return client
}

export const emptySnapshot = (viewer: Viewer, cursor = 0): Snapshot =>
  viewer.kind === 'agent'
    ? { kind: 'agent', cursor: cursor as Offset, agents: [], conversations: [], receipts: [], visitorsOnline: [] }
    : { kind: 'visitor', cursor: cursor as Offset, conversations: [], entries: [], receipts: [] }

export const welcome = (viewer: Viewer, of = epoch, takes = 15): ServerFrame => ({
  type: 'welcome',
  epoch: of,
  serverTime: 0 as EpochMs,
  heartbeatMs: limits.heartbeatMs,
  takes,
  viewer,
})
export const live = (cursor: number, announcement: Announcement | null = null): ServerFrame => ({
  type: 'live',
  cursor: cursor as Offset,
  announcement,
})
export const reset = (snapshot: Snapshot): ServerFrame => ({ type: 'reset', reason: 'first', snapshot })
export const beat = (head: number, last: number): ServerFrame => ({
  type: 'beat',
  head: head as Offset,
  last: last as Offset,
  at: 0 as EpochMs,
})
export const ack = (cid: Cid, seq: number): ServerFrame => ({
  type: 'ack',
  cid,
  conversation,
  offset: 100 as Offset,
  seq: seq as Seq,
  at: 0 as EpochMs,
})

/** A row of an inbox that ends at the last of these entries. */
export const summaryAt = (
  entries: readonly Entry[],
  change: Partial<ConversationSummary> = {},
): ConversationSummary => ({
  id: conversation,
  visitor: someVisitor(9, '王芳'),
  status: 'open',
  owner: NO_AGENT,
  openedAt: entries[0]?.at ?? (0 as EpochMs),
  lastSeq: entries.at(-1)?.seq ?? NO_SEQ,
  lastOffset: entries.at(-1)?.offset ?? NO_OFFSET,
  lastMessage: null,
  waitingSince: 0 as EpochMs,
  unread: 0,
  ...change,
})

/** An agent's desk that holds one conversation. */
export const snapshotOf = (summary: ConversationSummary): Snapshot => ({
  kind: 'agent',
  cursor: summary.lastOffset,
  agents: [],
  conversations: [summary],
  receipts: [],
  visitorsOnline: [],
})

/** Opens the newest socket, greets and goes live with a fresh snapshot. */
export const goLive = async (
  world: FakeWorld,
  viewer: Viewer = me,
  snapshot = emptySnapshot(viewer),
  takes?: number,
): Promise<FakeSocket> => {
  const socket = world.socket()
  socket.open()
  socket.hear(welcome(viewer, epoch, takes), reset(snapshot), live(snapshot.cursor))
  await settle()
  return socket
}

/** What the client said on a socket, of one type. */
export const saidOf = <Type extends ClientFrame['type']>(socket: FakeSocket, type: Type) =>
  socket.said.filter((frame): frame is Extract<ClientFrame, { type: Type }> => frame.type === type)

/** The network breaks and comes back: the client's next socket is open, not greeted. */
export const loseAndReconnect = (world: FakeWorld): FakeSocket => {
  const { length } = world.sockets
  world.socket().end(1006)
  while (world.sockets.length === length) world.clock.runNext()
  world.socket().open()
  return world.socket()
}

export const rowOf = (client: Client, id = conversation) => client.state().conversations.get(id)
