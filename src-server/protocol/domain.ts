// The nouns of the desk as every side sees them: people, conversations, files, receipts.
import type {
  AgentId,
  ConversationId,
  EpochMs,
  FileKey,
  GroupId,
  IntentId,
  Offset,
  Seq,
  SessionId,
  VisitorId,
} from './ids.ts'

export const authorKinds = ['system', 'visitor', 'agent', 'bot'] as const
export type AuthorKind = (typeof authorKinds)[number]

/** Who did it. `id` is an AgentId for agents and bots, 0 for the system and for the conversation's one visitor. */
export type Author = { readonly kind: AuthorKind; readonly id: number }

export const roles = ['owner', 'admin', 'agent'] as const
export type Role = (typeof roles)[number]

/** Set by the agent and kept until the agent changes it: a reconnect never flips it. */
export const agentStatuses = ['online', 'busy', 'away'] as const
export type AgentStatus = (typeof agentStatuses)[number]

/** What a person may say when closing. */
export const chosenCloseReasons = ['resolved', 'no_reply', 'spam', 'other'] as const
/** `silence`: by the server, after a warning that was not answered. */
export const closeReasons = [...chosenCloseReasons, 'silence'] as const
export type CloseReason = (typeof closeReasons)[number]
export type ChosenCloseReason = (typeof chosenCloseReasons)[number]

/** What colleagues see of an agent. Deactivated agents stay so that history keeps their name. */
export type AgentProfile = {
  readonly id: AgentId
  readonly name: string
  readonly role: Role
  readonly status: AgentStatus
  /** Conversations held at once. */
  readonly capacity: number
  readonly active: boolean
}

export type AgentState = AgentProfile & {
  /** Has at least one live connection (or lost the last one less than limits.agentGraceMs ago). */
  readonly connected: boolean
}

/** Where on the shop's site a visitor is. */
export type VisitorPage = {
  readonly url: string
  readonly title: string
  readonly referrer: string
  /** The name of the visitor's time zone, as their browser says it (`Asia/Shanghai`). Absent: not told. */
  readonly zone?: string | null | undefined
}

/** A step of a visitor's trail. `referrer` is of another site, else empty. */
export type SeenPage = VisitorPage & { readonly at: EpochMs }

export type VisitorProfile = {
  readonly id: VisitorId
  /** Empty when the shop did not tell; screens show "Visitor 1024" then. */
  readonly name: string
  readonly locale: string
  readonly userAgent: string
  readonly tags: readonly string[]
  readonly page: VisitorPage
}

export type FileRef = {
  readonly key: FileKey
  readonly name: string
  readonly bytes: number
  /** Sniffed from the content, never taken from the client. */
  readonly mime: string
  /** Pixels; 0 when it is no image. An image has a thumbnail beside it. */
  readonly width: number
  readonly height: number
}

/** "Everything up to this offset": only ever moves forward (D6). */
export type ReceiptMark = {
  readonly conversation: ConversationId
  readonly reader: Author
  readonly delivered: Offset
  readonly read: Offset
}

export type ConversationStatus = 'open' | 'closed'

export type LastMessage = {
  readonly author: Author
  readonly preview: string
  readonly at: EpochMs
  readonly offset: Offset
  /** Its author took it back; `preview` is empty. */
  readonly isRecalled?: true
}

/** What became of a message after it was sent. The newest one counts: of two, the one that lies later in the journal. */
export type Revision = {
  /** Of the `message.revised` that says so. */
  readonly offset: Offset
  readonly at: EpochMs
  readonly recalled: boolean
}

/** One row of an inbox. */
export type ConversationSummary = {
  readonly id: ConversationId
  readonly visitor: VisitorProfile
  readonly status: ConversationStatus
  /** NO_AGENT while it waits in the queue. */
  readonly owner: AgentId
  readonly openedAt: EpochMs
  readonly lastSeq: Seq
  readonly lastOffset: Offset
  readonly lastMessage: LastMessage | null
  /** Since when the visitor waits for an answer; 0 when it is the visitor's turn. */
  readonly waitingSince: EpochMs
  /** Visitor messages after the viewing agent's read mark, counted up to limits.maxUnreadCounted. */
  readonly unread: number
  /** For agents: where it was placed; absent until then. */
  readonly placed?: Pick<QueuePlace, 'group' | 'priority'> & {
    /** What the visitor wants, where that decided; absent otherwise, and from servers before it was told. */
    readonly intent?: IntentId
  }
  /** For agents: the desk has written in it, so that what is waited for is not the first answer. Absent until then. */
  readonly answered?: true
}

/** Which layer of the router decided, or a person. */
export type RoutingLayer = 'manual' | 'load' | 'tag' | 'intent' | 'weight'

/** Why somebody was passed over, so that "why not her" has an answer (D8). */
export type PassedOver =
  | 'full'
  | 'away'
  | 'busy'
  | 'offline'
  | 'language'
  | 'declined'
  | 'not_member'
  /** Their weight is 0: only by hand. */
  | 'weight'
  /** Free as well, but the draw of the last layer compared others. */
  | 'not_drawn'

/** Why a conversation went to whom (D8). Fields that are not always there came later: older entries lack them. */
export type AssignmentReason = {
  readonly layer: RoutingLayer
  readonly rule: string
  /** The chosen one first, then who could have had it; by score, less is better. */
  readonly candidates: readonly {
    readonly agent: AgentId
    readonly load: number
    readonly capacity: number
    readonly score: number
    /** The agent's own, in the last layer times their speed; 1 is normal. */
    readonly weight?: number
    readonly no?: PassedOver
  }[]
  readonly group?: GroupId
  /** 0 when what the visitor wrote was not understood. */
  readonly intent?: IntentId
  /** 0 to 1. */
  readonly confidence?: number
  readonly tookMicros?: number
}

/** Why a conversation waits in this group (D8). */
export type QueueReason = {
  readonly layer: RoutingLayer
  /** The tag's pattern, the intent's name, or what happened: `moved`, `overflow`, `agent_gone` … */
  readonly rule: string
  readonly intent: IntentId
  readonly confidence: number
  readonly tookMicros: number
}

/** Where a conversation waits, or waited before somebody had it. */
export type QueuePlace = {
  readonly group: GroupId
  /** Whom the rule named; empty: the group's members. */
  readonly agents: readonly AgentId[]
  /** 0 to 9, more is sooner. */
  readonly priority: number
  /** Null in what a visitor sees. */
  readonly reason: QueueReason | null
}

/** A conversation that somebody is asked to take. True only now: a restart forgets it. */
export type Offer = {
  readonly conversation: ConversationId
  /** Who is asked. */
  readonly agent: AgentId
  readonly group: GroupId
  readonly until: EpochMs
  /** Why it is they who are asked, with no candidate but them; null when a colleague asks. */
  readonly why: AssignmentReason | null
  /** The colleague who asks, whose conversation it stays meanwhile; NO_AGENT for the router. */
  readonly from: AgentId
  readonly note: string
}

/**
 * `accepted`: in whatever window. `taken`: somebody else has it. `withdrawn`: whoever asked took it back. `unable`: whoever is asked went
 * away. `over`: there is nothing to take any more.
 */
export const offerEnds = ['accepted', 'declined', 'timed_out', 'taken', 'withdrawn', 'unable', 'over'] as const
export type OfferEnd = (typeof offerEnds)[number]

/** What everybody who is connected is told, in the languages of this product; at least one of them has words. */
export type Announcement = {
  readonly zh: string
  readonly en: string
  /** Since when it holds: tells one from the next, the next is always later. */
  readonly at: EpochMs
  readonly until: EpochMs
}

export type AgentSession = {
  readonly id: SessionId
  readonly createdAt: EpochMs
  readonly lastSeenAt: EpochMs
  readonly address: string
  readonly client: string
  readonly current: boolean
}
