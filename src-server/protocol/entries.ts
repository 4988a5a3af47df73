// The journal's vocabulary: one type per thing that happened and must not be lost.
import type {
  AgentProfile,
  AgentStatus,
  AssignmentReason,
  Author,
  CloseReason,
  FileRef,
  QueuePlace,
  Revision,
  VisitorProfile,
} from './domain.ts'
import type { AgentId, Cid, ConversationId, EpochMs, GroupId, Offset, ReplyId, Seq } from './ids.ts'

export type EntryBodies = {
  /** Something this viewer may not see. It keeps its place, so that `seq` has no gap for anyone (D3). */
  hidden: Record<never, never>
  'message.sent': {
    readonly cid: Cid
    readonly text: string
    readonly files: readonly FileRef[]
    /** The message of the same conversation that it answers. Absent: none. */
    readonly quote?: Offset | null | undefined
    /** The quick reply that it began as; visitors are not told. Absent: none. */
    readonly reply?: ReplyId | null | undefined
    /** Edited or recalled since: `text` and `files` are as they are now (D2.6). Absent: never. */
    readonly revision?: Revision | null | undefined
  }
  'conversation.opened': { readonly visitor: VisitorProfile }
  /** `reason` is null in what a visitor sees. `agent` 0 puts it back into the queue. */
  'conversation.assigned': {
    readonly agent: AgentId
    readonly agentName: string
    readonly previous: AgentId
    readonly reason: AssignmentReason | null
  }
  /** Also moves the ownership. `note` is for colleagues: empty in what a visitor sees. */
  'conversation.transferred': {
    readonly from: AgentId
    readonly to: AgentId
    readonly toName: string
    readonly note: string
  }
  /**
   * It waits in a group now: placed there, moved there, or put in front again. Takes it from whoever had it. `groupName` is
   * as it was then, empty for everyone. A visitor sees the number of the group and nothing else of it.
   */
  'conversation.queued': QueuePlace & { readonly groupName: string; readonly note: string; readonly front: boolean }
  /** Among colleagues: hidden from visitors. */
  'note.added': {
    readonly cid: Cid
    readonly text: string
    /** As a message's. */
    readonly revision?: Revision | null | undefined
    /** Colleagues whom it calls, each once; missing or nil for none. An edit of the text leaves them. SPEC D2.9. */
    readonly mentions?: readonly AgentId[] | null | undefined
  }
  /** What its author wrote earlier reads so from now on; `text` null: it is recalled. Of a note it is hidden from visitors. */
  'message.revised': {
    readonly cid: Cid
    readonly message: Offset
    readonly text: string | null
    readonly isNote: boolean
    /** With this recall nothing is left of what the desk had written. */
    readonly isUnanswered?: true | undefined
  }
  'conversation.closed': { readonly reason: CloseReason }
  'conversation.reopened': Record<never, never>
  /**
   * The visitor's word on a closing, 1 (worst) to 5: the newest counts. `agent` and `group` had it when it was closed; a visitor
   * sees neither.
   */
  'conversation.rated': {
    readonly cid: Cid
    readonly score: number
    readonly comment: string
    readonly closedAt: EpochMs
    readonly agent: AgentId
    readonly group: GroupId
  }
  'agent.changed': { readonly agent: AgentProfile }
  'agent.status': { readonly agent: AgentId; readonly status: AgentStatus }
  'setting.changed': { readonly key: string; readonly before: unknown; readonly after: unknown }
}

export type EntryKind = keyof EntryBodies

/** What every entry has, whatever its kind. */
export type EntryHead = {
  readonly offset: Offset
  readonly at: EpochMs
  /** NO_CONVERSATION for entries about the office itself. */
  readonly conversation: ConversationId
  readonly seq: Seq
  readonly author: Author
}

export type EntryOf<Kind extends EntryKind> = EntryHead & { readonly kind: Kind; readonly body: EntryBodies[Kind] }
export type Entry = { [Kind in EntryKind]: EntryOf<Kind> }[EntryKind]

/** An entry that a decision produced and no journal has numbered yet. */
export type DraftOf<Kind extends EntryKind> = {
  readonly author: Author
  readonly kind: Kind
  readonly body: EntryBodies[Kind]
}
export type EntryDraft = { [Kind in EntryKind]: DraftOf<Kind> }[EntryKind]

/** Wire ids: positions in this list never change and are never reused; new kinds go at the end. */
export const entryKinds = [
  'hidden',
  'message.sent',
  'conversation.opened',
  'conversation.assigned',
  'conversation.transferred',
  'conversation.closed',
  'conversation.reopened',
  'agent.changed',
  'agent.status',
  'setting.changed',
  'conversation.queued',
  'note.added',
  'message.revised',
  'conversation.rated',
] as const satisfies readonly EntryKind[]
