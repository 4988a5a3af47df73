// What tabs of one visitor say to each other. One of them, the leader, holds the connection; the others follow.
import type { Cid, ConversationId, ErrorCode, Offset, VisitorPage } from '#protocol'
import type { BoxedMessage } from '../storage/message-box.ts'
import type { StatePatch } from './state-patch.ts'

export type TabId = string

/** What a screen may ask for, as data. All of it may be done twice without harm (sends by their cid, D2). */
export type TabAction =
  | { readonly type: 'send'; readonly message: BoxedMessage }
  | { readonly type: 'retry' | 'discard'; readonly cid: Cid }
  | { readonly type: 'markRead'; readonly conversation: ConversationId; readonly upTo: Offset }
  | { readonly type: 'setTyping'; readonly conversation: ConversationId; readonly active: boolean }
  | { readonly type: 'setPage'; readonly page: VisitorPage }
  | { readonly type: 'open' | 'loadEarlier'; readonly conversation: ConversationId }
  | { readonly type: 'reconnectNow' }

export type TabMessage =
  /** A follower wants something done. */
  | { readonly type: 'ask'; readonly from: TabId; readonly action: TabAction }
  /** Is anyone leading? Its answer also says that every `ask` before it was taken. */
  | { readonly type: 'ping'; readonly from: TabId; readonly id: number }
  /** `away`: the leader's page has been out of sight for long, its timers are slowed down; a visible tab may take over. */
  | { readonly type: 'pong'; readonly to: TabId; readonly id: number; readonly leader: TabId; readonly away: boolean }
  /** A follower has nothing, or missed a number, and wants the whole state. */
  | { readonly type: 'join'; readonly from: TabId }
  /** `number` counts up by one per leader; a whole patch starts anew. */
  | { readonly type: 'state'; readonly leader: TabId; readonly number: number; readonly patch: StatePatch }
  /** The client library would not take a message that was handed over. */
  | { readonly type: 'refused'; readonly cid: Cid; readonly code: ErrorCode }
  /** The visitor looks at this tab now: it is the one that may make a sound. */
  | { readonly type: 'used'; readonly from: TabId }
  // Election where the browser has no locks (pages without https).
  | { readonly type: 'claim'; readonly from: TabId }
  | { readonly type: 'reign'; readonly from: TabId; readonly force: boolean }
  | { readonly type: 'vacant'; readonly from: TabId }
