// Everything that can be asked of the journal. A command is decided and stored inside one transaction, or refused with a code.
import type {
  AgentId,
  AgentStatus,
  AssignmentReason,
  Author,
  CloseReason,
  ConversationId,
  EpochMs,
  FileKey,
  GroupId,
  Offset,
  QueueReason,
  ReplyId,
  Role,
  Seq,
  VisitorId,
} from '../protocol/index.ts'

/** Who asks. `system` is the server itself: the dispatcher, a timer, the first start. */
export type Actor =
  | { readonly kind: 'visitor'; readonly id: VisitorId }
  | { readonly kind: 'agent'; readonly id: AgentId }
  | { readonly kind: 'system' }

export type SendCommand = {
  readonly type: 'send'
  readonly actor: Exclude<Actor, { kind: 'system' }>
  /** NO_CONVERSATION from a visitor: the current one, reopened or newly opened as needed. */
  readonly conversation: ConversationId
  readonly cid: string
  readonly text: string
  readonly files: readonly FileKey[]
  /** A message of the same conversation; refused with `bad_request` when it is none. */
  readonly quote?: Offset | null | undefined
  /** The quick reply that an agent's message began as. */
  readonly reply?: ReplyId | null | undefined
  /** Newest entry that an agent had seen; refused with `answered_meanwhile` when a colleague's message is newer. */
  readonly seen?: Seq | null | undefined
}

/** An edit, or with `text` null a recall, of what the actor wrote themselves. SPEC D2.6. */
export type ReviseCommand = {
  readonly type: 'revise'
  readonly actor: Exclude<Actor, { kind: 'system' }>
  /** NO_CONVERSATION: wherever the message lies. */
  readonly conversation: ConversationId
  readonly cid: string
  /** The cid of the message or the note. */
  readonly message: string
  readonly text: string | null
}

/** What an author says, before it is said who they are. */
export type Saying = Omit<SendCommand, 'actor'> | Omit<ReviseCommand, 'actor'>

export type AssignCommand = {
  readonly type: 'assign'
  readonly actor: Actor
  readonly conversation: ConversationId
  /** NO_AGENT puts it back into the queue. */
  readonly agent: AgentId
  /** Refused with `already_assigned` when the owner is someone else by now (D7). */
  readonly expectedOwner: AgentId
  readonly reason: AssignmentReason
}

export type TransferCommand = {
  readonly type: 'transfer'
  readonly actor: Exclude<Actor, { kind: 'visitor' }>
  readonly conversation: ConversationId
  readonly agent: AgentId
  readonly note: string
}

/** To a group's queue: the placer's and the timers' doing, or a person's transfer to a group. */
export type QueueCommand = {
  readonly type: 'queue'
  readonly actor: Exclude<Actor, { kind: 'visitor' }>
  readonly conversation: ConversationId
  /** Refused with `already_assigned` when the owner is someone else by now (D7). */
  readonly expectedOwner: AgentId
  readonly group: GroupId
  readonly agents: readonly AgentId[]
  readonly priority: number
  readonly reason: QueueReason
  readonly note: string
  /** Before everybody who waits in the group with the same priority. */
  readonly front: boolean
}

/** A word among colleagues. */
export type NoteCommand = {
  readonly type: 'note'
  readonly actor: Extract<Actor, { kind: 'agent' }>
  readonly conversation: ConversationId
  readonly cid: string
  readonly text: string
  /** Colleagues whom it calls. */
  readonly mentions?: readonly AgentId[] | null | undefined
}

export type CloseCommand = {
  readonly type: 'close'
  readonly actor: Exclude<Actor, { kind: 'visitor' }>
  readonly conversation: ConversationId
  readonly reason: CloseReason
  /** Nothing happens when anything was said since. */
  readonly after?: Offset
}

/** The visitor's word on a closed conversation. SPEC D11. */
export type RateCommand = {
  readonly type: 'rate'
  readonly actor: Extract<Actor, { kind: 'visitor' }>
  readonly conversation: ConversationId
  readonly cid: string
  readonly score: number
  readonly comment: string
}

/** Tells a silent visitor, in their language, that the conversation will be closed. SPEC D7.27. */
export type WarnCommand = {
  readonly type: 'warn'
  readonly actor: Extract<Actor, { kind: 'system' }>
  readonly conversation: ConversationId
  /** The agent's message that was not answered. Nothing happens when anything was said since. */
  readonly after: Offset
  readonly closeAfterMs: number
}

export type StatusCommand = {
  readonly type: 'status'
  readonly agent: AgentId
  readonly status: AgentStatus
  /** Absent: the agent. The server changes only who is online: whatever else they said meanwhile holds (D7.28). */
  readonly actor?: Extract<Actor, { kind: 'system' }>
}

export type SettingCommand = {
  readonly type: 'setting'
  readonly actor: Actor
  readonly key: string
  readonly value: unknown
  /** Refused with `setting_conflict` when something else is stored by now; JSON text, `null` for nothing. */
  readonly expected?: string
}

export type CreateAgentCommand = {
  readonly type: 'create-agent'
  readonly actor: Actor
  readonly name: string
  /** Compared case-insensitively. */
  readonly login: string
  readonly passwordHash: string
  readonly role: Role
  readonly capacity: number
  /** The very first account: refused with `setup_done` when any account exists. */
  readonly first: boolean
}

export type ChangeAgentCommand = {
  readonly type: 'change-agent'
  readonly actor: Actor
  readonly agent: AgentId
  readonly change: {
    readonly name?: string
    readonly role?: Role
    readonly capacity?: number
    /** Deactivating ends all sessions in the same transaction and puts open conversations back into the queue. */
    readonly active?: boolean
    /** A new password ends all sessions in the same transaction. */
    readonly passwordHash?: string
  }
}

/** Moves marks forward; stored, but no journal entry: nothing is lost when the last one before a crash is (D6). */
export type ReceiptCommand = {
  readonly type: 'receipt'
  readonly reader: Author
  /** The visitor's id when the reader is the visitor: they may only mark their own conversations. */
  readonly visitor: VisitorId | 0
  readonly conversation: ConversationId
  readonly delivered: Offset
  readonly read: Offset
}

export type Command =
  | SendCommand
  | ReviseCommand
  | AssignCommand
  | TransferCommand
  | QueueCommand
  | NoteCommand
  | CloseCommand
  | RateCommand
  | WarnCommand
  | StatusCommand
  | SettingCommand
  | CreateAgentCommand
  | ChangeAgentCommand
  | ReceiptCommand

/** What became of an accepted command. For a duplicate send: the first result again (D2). */
export type Outcome = {
  readonly conversation: ConversationId
  /** Of the command's main entry (the message, not the opening before it); NO_OFFSET when nothing had to change. */
  readonly offset: Offset
  readonly seq: Seq
  readonly at: EpochMs
  readonly duplicate: boolean
  /** The agent that create-agent made or change-agent changed; NO_AGENT otherwise. */
  readonly agent: AgentId
}
