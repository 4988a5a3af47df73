import { NO_AGENT, type AgentId, type ConversationId, type Offset } from '../../protocol/index.ts'
import type { DecisionContext } from '../../core/conversation/decision-context.ts'
import { cidKey, ratingKey, receiptKey, type MemoryTables } from './memory-tables.ts'

/** The core's questions, answered from the tables. */
export const createMemoryContext = (tables: MemoryTables): DecisionContext => {
  const open = () => [...tables.conversations.values()].filter((state) => state.status === 'open')
  const agents = () => [...tables.agents.values()]
  return {
    head: () => tables.entries.length as Offset,
    conversation: (id) => tables.conversations.get(id),
    latestConversation(visitor) {
      const id = tables.latest.get(visitor)
      return id === undefined ? undefined : tables.conversations.get(id)
    },
    openConversationsOf: (agent) => open().filter((state) => state.owner === agent),
    isQueueAtLeast: (length) =>
      tables.conversations.size >= length && open().filter((state) => state.owner === NO_AGENT).length >= length,
    nextConversation: () => (tables.conversations.size + 1) as ConversationId,
    visitor: (id) => tables.visitors.get(id),
    agent: (id) => tables.agents.get(id),
    agentCount: () => tables.agents.size,
    activeOwners: () => agents().filter((agent) => agent.active && agent.role === 'owner').length,
    timesRated: (id, closedAt) => tables.timesRated.get(ratingKey(id, closedAt)) ?? 0,
    isLoginTaken: (key) => [...tables.logins.values()].some((login) => login.key === key),
    nextAgent: () => (tables.agents.size + 1) as AgentId,
    sentBefore(sender, cid) {
      const sent = tables.cids.get(cidKey(sender, cid))
      return sent && { ...sent, isRecalled: tables.revisions.get(sent.offset)?.text === null }
    },
    conversationOfMessage(offset) {
      const entry = tables.entries[offset - 1]?.entry
      return entry?.kind === 'message.sent' ? entry.conversation : undefined
    },
    hasAnswerAfter: (conversation, after, besides) =>
      tables.entries.some(
        ({ entry: { kind, seq, author, conversation: its } }) =>
          its === conversation &&
          seq > after &&
          kind === 'message.sent' &&
          author.kind === 'agent' &&
          author.id !== besides,
      ),
    file: (key) => tables.files.get(key),
    setting: (key) => tables.settings.get(key),
    receipt: (conversation, reader) => tables.receipts.get(receiptKey(conversation, reader)),
    countMessagesAfter(conversation, of, after, limit) {
      const isCounted = ({ entry }: (typeof tables.entries)[number]): boolean =>
        entry.conversation === conversation &&
        entry.kind === 'message.sent' &&
        tables.revisions.get(entry.offset)?.text !== null &&
        (entry.author.kind === 'visitor') === (of === 'visitor')
      return Math.min(limit, tables.entries.slice(after).filter(isCounted).length)
    },
  }
}
