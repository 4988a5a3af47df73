// What a client shows: immutable snapshots, replaced piece by piece, so that a screen can compare by reference.
import type {
  AgentId,
  AgentState,
  Announcement,
  Author,
  Cid,
  ConversationId,
  ConversationSummary,
  Entry,
  EpochMs,
  ErrorCode,
  FileRef,
  Offer,
  Offset,
  ReceiptMark,
  ReplyId,
  Seq,
  ServerFrameOf,
  Viewer,
  VisitorId,
  VisitorPage,
} from '#protocol'

/** The honest state of the connection. */
export type LinkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly attempt: number }
  /** Greeted, replaying what was missed. */
  | { readonly kind: 'syncing' }
  | { readonly kind: 'live'; readonly since: EpochMs }
  /** Comes back by itself at `retryAt`; `code` when the server said why. */
  | {
      readonly kind: 'waiting'
      readonly retryAt: EpochMs
      readonly attempt: number
      readonly code: ErrorCode | undefined
    }
  /** The device says it has no network; tries again when that changes. */
  | { readonly kind: 'offline' }
  /** Will not come back without a person: logged out, version too old, origin forbidden. */
  | { readonly kind: 'refused'; readonly code: ErrorCode }

export type Place = Omit<ServerFrameOf<'place'>, 'type' | 'conversation'>

/** Where a message of mine is. `failed` stays visible until retried or discarded (D5). */
export type MessageState = 'sending' | 'stored' | 'delivered' | 'read' | 'failed'

export type OutboxMessage = {
  readonly cid: Cid
  /** NO_CONVERSATION: the visitor's current one. */
  readonly conversation: ConversationId
  readonly text: string
  readonly files: readonly FileRef[]
  readonly quote?: Offset | undefined
  readonly reply?: ReplyId | undefined
  /** Newest entry of the conversation that its writer had seen: a colleague's answer after it holds it back. */
  readonly seen?: Seq | undefined
  /** It is no message of its own: what was written before, named by its cid, is to read `text`, or to be recalled. */
  readonly revises?: { readonly message: Cid; readonly isRecall: boolean } | undefined
  readonly createdAt: EpochMs
  /** `stored`: acknowledged, its entry not here yet; it leaves the outbox when the entry shows. */
  readonly state: 'sending' | 'stored' | 'failed'
  /** Why it failed, when the server said. */
  readonly code: ErrorCode | undefined
}

/** An edit or a recall on its way. Until it is stored, and when it failed, the message is what it was. */
export type OutboxRevision = OutboxMessage & { readonly revises: NonNullable<OutboxMessage['revises']> }

export type ConversationView = {
  readonly summary: ConversationSummary
  /** Without gaps by seq, oldest first, ending at the newest entry known. May be empty until `open`. */
  readonly entries: readonly Entry[]
  /** `entries` reaches back to seq 1. */
  readonly atStart: boolean
  readonly loading: boolean
  readonly marks: readonly ReceiptMark[]
  /** Others who are typing now. */
  readonly typing: readonly Author[]
  /** Where it waits, as the server told on this connection last. */
  readonly place?: Place | undefined
}

export type AgentView = AgentState & {
  /** Since when they are away because the desk set them so (D7.28). Unknown after a reload: a snapshot does not tell. */
  readonly setAwayAt?: EpochMs | undefined
}

/** Agents who have a conversation on the screen. */
export type Viewers = Pick<ServerFrameOf<'viewers'>, 'conversation' | 'agents'>

export type ClientState = {
  readonly link: LinkState
  /** Who the server says I am; undefined before the first welcome. */
  readonly viewer: Viewer | undefined
  /** False until the first snapshot or replay since start: show the shape, not an empty state. */
  readonly ready: boolean
  readonly conversations: ReadonlyMap<ConversationId, ConversationView>
  /** Opened, and the desk says that it has no such conversation for us. Asked again by the next `open`. */
  readonly missing: ReadonlySet<ConversationId>
  /** For agents: all colleagues. For visitors: empty; names come with the entries. */
  readonly agents: ReadonlyMap<AgentId, AgentView>
  readonly visitorsOnline: ReadonlySet<VisitorId>
  readonly visitorPages: ReadonlyMap<VisitorId, VisitorPage>
  /** For agents: the newest change of a setting heard of. What it is now is asked over HTTP. */
  readonly settingsAt?: Offset | undefined
  /** For agents: what they are asked to take, and what they asked a colleague about (`from` is them). `until` by our clock. */
  readonly offers: ReadonlyMap<ConversationId, Offer>
  /** For agents: who has the conversation that they `watch` on the screen as well. */
  readonly viewers?: Viewers | undefined
  /** How far the server's clock was ahead of ours when it greeted us last. */
  readonly clockAheadMs?: number | undefined
  /** What everybody is told at the moment, as the server said last. */
  readonly announcement: Announcement | null
  /** Messages in the order they were written. */
  readonly outbox: readonly OutboxMessage[]
  /** Edits and recalls in the order they were made. */
  readonly revisions: readonly OutboxRevision[]
}

/** Counted since start: everything that went wrong and was mended or dropped. */
export type ClientDiagnostics = {
  readonly connections: number
  readonly framesReceived: number
  /** Undecodable frames; each cost its connection. */
  readonly badFrames: number
  /** Entries that came twice and were ignored. */
  readonly duplicateEntries: number
  /** Times a conversation was found to miss entries. */
  readonly gaps: number
  /** Heartbeats that told of entries never received. */
  readonly silentGaps: number
  readonly resets: number
  readonly httpSends: number
  /** Kept messages that could not be read back. */
  readonly storageRowsSkipped: number
  readonly storageFailures: number
}
