// What one can do on the desk, as features call it. Done in shell/, where toasts and the confirmations are.
import type { AgentId, AgentStatus, Cid, ChosenCloseReason, ConversationId, GroupId } from '#protocol'

export type GroupChoice = { readonly id: GroupId; readonly name: string }

export type DeskActions = {
  /** Takes it from the queue, then shows it. */
  readonly take: (conversation: ConversationId) => Promise<void>
  /** From the colleague who has it, who is told why. Answers whether it was done; a failure has been told. */
  readonly takeOver: (conversation: ConversationId, why: string) => Promise<boolean>
  /** The one in the queue that is served next. */
  readonly takeNext: () => void
  /** Answers whether it was done; a failure has been told. */
  readonly transfer: (conversation: ConversationId, agent: AgentId, note: string) => Promise<boolean>
  /** To the queue of a group; answers like `transfer`. */
  readonly moveToGroup: (conversation: ConversationId, group: GroupChoice, note: string) => Promise<boolean>
  /** Answers whether it is stored; a failure has been told. The same `cid` again is harmless. */
  readonly addNote: (
    conversation: ConversationId,
    text: string,
    cid: Cid,
    mentions: readonly AgentId[],
  ) => Promise<boolean>
  /** Whether it is ours now; a failure has been told. `show` it, or leave the screen to what is being written. */
  readonly acceptOffer: (conversation: ConversationId, show: boolean) => Promise<boolean>
  /** The reason is for the colleague who asked; the router needs none. */
  readonly declineOffer: (conversation: ConversationId, reason: string) => Promise<void>
  /** Answers whether the colleague is being asked; a failure has been told. */
  readonly askColleague: (conversation: ConversationId, agent: AgentId, note: string) => Promise<boolean>
  readonly takeQuestionBack: (conversation: ConversationId) => Promise<void>
  readonly putBack: (conversation: ConversationId) => Promise<void>
  /** With six seconds to think again. */
  readonly close: (conversation: ConversationId, reason: ChosenCloseReason) => void
  readonly setStatus: (status: AgentStatus) => Promise<void>
  /** A window of its own for it, or a word about why not. */
  readonly popOut: (id: ConversationId) => Promise<void>
  readonly copy: (text: string) => Promise<void>
}

/** To whom or where; `name` for the words that tell it. */
export type BulkTarget = { readonly name: string } & ({ readonly agent: AgentId } | { readonly group: GroupId })

export type BulkActions = {
  /** Each is judged by the server alone; what could not be done is in the bulk store. */
  readonly moveMany: (conversations: readonly ConversationId[], to: BulkTarget, note: string) => Promise<void>
  /** With six seconds to think again. */
  readonly closeMany: (conversations: readonly ConversationId[], reason: ChosenCloseReason) => void
}
