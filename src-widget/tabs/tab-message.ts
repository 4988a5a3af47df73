// What tabs of one visitor say to each other. One of them, the leader, holds the connection; the others follow.
import type { Cid, ErrorCode } from '#protocol'
import type { BoxedMessage } from '../storage/message-box.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import type { StatePatch } from './state-patch.ts'

export type TabId = string

/** What a screen may ask for: the names of the client's own functions. Each may be done twice without harm (sends: D2). */
export const askable = [
  'send',
  'retry',
  'discard',
  'markRead',
  'setTyping',
  'setPage',
  'loadEarlier',
  'reconnectNow',
] as const satisfies readonly (keyof VisitorClient)[]

type Askable = (typeof askable)[number]
/** A message that is handed over has its cid already. */
type Wish<Name extends Askable> = Name extends 'send'
  ? readonly [Name, BoxedMessage]
  : readonly [Name, ...Parameters<VisitorClient[Name]>]
export type TabAction = { [Name in Askable]: Wish<Name> }[Askable]

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
