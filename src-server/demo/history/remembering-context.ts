// The core's questions answered from what this one writer has just written: nobody else is in the folder while its past is
// made, and half of the time would go into asking the database for what is known.
import type { AgentId, AgentProfile, ConversationId, EntryOf, VisitorId } from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import type { ReceiptRecord } from '../../core/conversation/decision-context.ts'
import type { Verdict } from '../../core/conversation/judge.ts'
import type { HistoryTarget } from './history-writer.ts'

const receiptKey = (conversation: ConversationId, reader: { readonly kind: string; readonly id: number }): string =>
  `${conversation} ${reader.kind} ${reader.id}`

/** `target` over a store that was empty when this was made and is written through it alone. */
export const rememberWrites = (target: HistoryTarget): HistoryTarget => {
  const { context } = target
  const conversations = new Map<ConversationId, ConversationState>()
  const latest = new Map<VisitorId, ConversationState>()
  const agents = new Map<AgentId, AgentProfile>()
  const receipts = new Map<string, ReceiptRecord>()
  let head = context.head()

  const changeAgent = (entry: EntryOf<'agent.changed'> | EntryOf<'agent.status'>): void => {
    if (entry.kind === 'agent.changed') return void agents.set(entry.body.agent.id, entry.body.agent)
    const { agent, status } = entry.body
    const known = agents.get(agent)
    if (known) agents.set(agent, { ...known, status })
  }

  const learn = ({ entries, states, receipt }: Verdict): void => {
    for (const state of states) {
      conversations.set(state.id, state)
      if (state.id >= (latest.get(state.visitor)?.id ?? 0)) latest.set(state.visitor, state)
    }
    for (const { entry } of entries) {
      head = entry.offset
      if (entry.kind === 'agent.changed' || entry.kind === 'agent.status') changeAgent(entry)
    }
    if (receipt) receipts.set(receiptKey(receipt.record.mark.conversation, receipt.record.mark.reader), receipt.record)
  }

  return {
    ...target,
    write(verdict) {
      target.write(verdict)
      learn(verdict)
    },
    context: {
      ...context,
      head: () => head,
      conversation: (id) => conversations.get(id),
      latestConversation: (visitor) => latest.get(visitor),
      nextConversation: () => (conversations.size + 1) as ConversationId,
      agent: (id) => agents.get(id),
      receipt: (conversation, reader) => receipts.get(receiptKey(conversation, reader)),
      // The story draws a new one for every message; the store's own unique index would refuse another.
      sentBefore: () => undefined,
    },
  }
}
