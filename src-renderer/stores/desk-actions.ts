// What one can do on the desk, as features call it. Done in shell/, where toasts and the confirmations are.
import type { AgentId, AgentStatus, CloseReason, ConversationId } from '#protocol'

export type DeskActions = {
  /** Takes it from the queue or from a colleague, then shows it. */
  readonly take: (conversation: ConversationId) => Promise<void>
  /** The one that waits longest in the queue. */
  readonly takeNext: () => void
  /** Answers whether it was done; a failure has been told. */
  readonly transfer: (conversation: ConversationId, agent: AgentId, note: string) => Promise<boolean>
  readonly putBack: (conversation: ConversationId) => Promise<void>
  /** With six seconds to think again. */
  readonly close: (conversation: ConversationId, reason: CloseReason) => void
  readonly setStatus: (status: AgentStatus) => Promise<void>
  readonly copy: (text: string) => Promise<void>
}
