// Frames that the server sends.
import type {
  AgentState,
  Announcement,
  Author,
  ConversationSummary,
  Offer,
  OfferEnd,
  ReceiptMark,
  Role,
  VisitorPage,
} from './domain.ts'
import type { Entry } from './entries.ts'
import type { ErrorCode } from './error-codes.ts'
import type { AgentId, Cid, ConversationId, Epoch, EpochMs, Offset, RequestId, Seq, VisitorId } from './ids.ts'

/** Who the server takes this connection for. A visitor's name is empty: their token is checked without the disk. */
export type Viewer =
  | { readonly kind: 'visitor'; readonly id: VisitorId; readonly name: string }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly name: string; readonly role: Role }

/** Everything a client needs to start from nothing at `cursor`. */
export type Snapshot =
  | {
      readonly kind: 'visitor'
      readonly cursor: Offset
      /** The visitor's conversations, newest first, at most a handful. */
      readonly conversations: readonly ConversationSummary[]
      /** The latest entries of these conversations, by rising offset. */
      readonly entries: readonly Entry[]
      readonly receipts: readonly ReceiptMark[]
    }
  | {
      readonly kind: 'agent'
      readonly cursor: Offset
      readonly agents: readonly AgentState[]
      /** All open conversations up to limits.maxSnapshotConversations; entries come with `history`. */
      readonly conversations: readonly ConversationSummary[]
      readonly receipts: readonly ReceiptMark[]
      /** Visitors of these conversations that are connected now. */
      readonly visitorsOnline: readonly VisitorId[]
    }

export type ResetReason = 'first' | 'epoch' | 'too_old' | 'future'

/** `waiting`: for an agent. `closed`, `full`: as a message left, which joins the queue by itself. `none`: nobody waits. */
export const placeStates = ['none', 'waiting', 'closed', 'full'] as const
export type PlaceState = (typeof placeStates)[number]

export type ServerFrames = {
  /** Answer to an accepted hello; a replay or a reset follows, then `live`. */
  welcome: {
    readonly epoch: Epoch
    readonly serverTime: EpochMs
    readonly heartbeatMs: number
    readonly viewer: Viewer
    /** Highest id of a client's frame that this server knows: a newer one would end the connection. */
    readonly takes: number
  }
  entry: { readonly entry: Entry }
  /** A chunk of a replay, by rising offset. */
  entries: { readonly entries: readonly Entry[] }
  /** The replay is complete: everything up to `cursor` in your scope has been sent. `announcement`: what holds now (D4.10). */
  live: { readonly cursor: Offset; readonly announcement: Announcement | null }
  /** Your cursor is of no use: drop what you have (never your outbox) and start from this. `live` follows. */
  reset: { readonly reason: ResetReason; readonly snapshot: Snapshot }
  /** Durable on disk (D1). A retry gets the first result (D2). */
  ack: {
    readonly cid: Cid
    readonly conversation: ConversationId
    readonly offset: Offset
    readonly seq: Seq
    readonly at: EpochMs
  }
  /** Not stored. Whether to try again is in the error table. */
  reject: { readonly cid: Cid; readonly code: ErrorCode }
  receipts: { readonly marks: readonly ReceiptMark[] }
  typing: { readonly conversation: ConversationId; readonly author: Author; readonly active: boolean }
  /** A colleague's last connection went (after the grace time) or the first came. */
  presence: { readonly agent: AgentId; readonly connected: boolean }
  visitor: { readonly visitor: VisitorId; readonly online: boolean; readonly page: VisitorPage | null }
  /** Many of these signs at once, for whoever just came: at most limits.maxPeopleInFrame. Whom it does not name stays as they were. */
  people: {
    readonly connected: readonly AgentId[]
    readonly disconnected: readonly AgentId[]
    readonly online: readonly { readonly visitor: VisitorId; readonly page: VisitorPage | null }[]
    readonly offline: readonly VisitorId[]
  }
  /** Agents who have the conversation on the screen, you among them; to those who have it there too. At most limits.maxViewersTold. */
  viewers: { readonly conversation: ConversationId; readonly agents: readonly AgentId[] }
  history: { readonly rid: RequestId; readonly conversation: ConversationId; readonly entries: readonly Entry[] }
  /** `receipts`: of these conversations, as they stood when the summaries were read. */
  list: {
    readonly rid: RequestId
    readonly conversations: readonly ConversationSummary[]
    readonly next: Offset
    readonly receipts: readonly ReceiptMark[]
  }
  done: { readonly rid: RequestId }
  fail: { readonly rid: RequestId; readonly code: ErrorCode }
  /** `head`: newest committed offset. `last`: newest offset sent on this connection; missing it means a silent gap (D4). */
  beat: { readonly head: Offset; readonly last: Offset; readonly at: EpochMs }
  /** Where a visitor's conversation stands now; says nothing about anybody else. Ephemeral: told anew to whoever connects (D7.24). */
  place: {
    readonly conversation: ConversationId
    readonly state: PlaceState
    /** 1 is next; 0 unless `waiting`, and for agents. */
    readonly position: number
    /** What nine of ten do not wait longer than; null while that is not known well enough (D7.21). */
    readonly waitMs: number | null
    /** When a closed group opens; null when that is not known, and for every other state. */
    readonly opensAt: EpochMs | null
  }
  /** Said before an orderly close. `retryAfterMs` is jittered per connection by the server. */
  bye: { readonly code: ErrorCode; readonly retryAfterMs: number }
  /** Somebody is asked whether they take a conversation: told to them, and to the colleague who asks. */
  offer: Offer
  /** The same are told. `note`: what the one who declined said to the one who asked. */
  offerOver: {
    readonly conversation: ConversationId
    readonly agent: AgentId
    readonly why: OfferEnd
    readonly note: string
  }
  /** To everyone, the same bytes; null: what was announced before holds no longer. */
  announcement: { readonly announcement: Announcement | null }
}

export type ServerFrameType = keyof ServerFrames
export type ServerFrameOf<Type extends ServerFrameType> = { readonly type: Type } & ServerFrames[Type]
export type ServerFrame = { [Type in ServerFrameType]: ServerFrameOf<Type> }[ServerFrameType]
