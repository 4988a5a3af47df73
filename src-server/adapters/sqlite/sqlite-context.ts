import { isRecalled, isWritten, NO_OFFSET, type AgentId, type ConversationId } from '../../protocol/index.ts'
import type { DecisionContext } from '../../core/conversation/decision-context.ts'
import { sentBeforeOf } from '../../core/conversation/sent-before.ts'
import type { ContextStatements } from './context-statements.ts'
import type { ConversationMemory } from './conversation-memory.ts'
import { stateOf, type ConversationRow } from './conversation-row.ts'
import { authorKindNumber, entryOf, originalOf } from './entry-row.ts'
import { agentOf, fileOwnerOf, fileRefOf, receiptOf, visitorOf } from './people-rows.ts'
import { seqAtOffset } from './seq-at-offset.ts'

const stateOrNothing = (row: ConversationRow | undefined) => row && stateOf(row)

/** The core's questions, answered inside the transaction that will store what it decides. */
export const createSqliteContext = (statements: ContextStatements, memory: ConversationMemory): DecisionContext => ({
  head: () => memory.head(() => statements.head.get()?.head ?? NO_OFFSET),
  conversation: (id) => memory.conversation(id, () => stateOrNothing(statements.conversation.get(id))),
  latestConversation: (visitor) =>
    memory.latestOf(visitor, () => stateOrNothing(statements.latestConversation.get(visitor))),
  openConversationsOf: (agent) => statements.openConversationsOf.all(agent).map(stateOf),
  isQueueAtLeast: (length) => length <= 0 || statements.queueReaches.get(length - 1) !== undefined,
  nextConversation: () => ((statements.lastConversationId.get()?.id ?? 0) + 1) as ConversationId,
  visitor(id) {
    const row = statements.visitor.get(id)
    return row && visitorOf(row)
  },
  agent(id) {
    const row = statements.agent.get(id)
    return row && agentOf(row)
  },
  agentCount: () => statements.allAgents.all().length,
  activeOwners: () => statements.allAgents.all().filter((agent) => agent.active === 1 && agent.role === 'owner').length,
  timesRated: (id, closedAt) => statements.timesRated.get(id, closedAt)?.times ?? 0,
  isLoginTaken: (key) => statements.agentOfLogin.get(key) !== undefined,
  nextAgent: () => ((statements.allAgents.all().at(-1)?.id ?? 0) + 1) as AgentId,
  sentBefore(sender, cid) {
    const row = statements.sentBefore.get(authorKindNumber(sender.kind), sender.id, cid)
    if (!row) return undefined
    const current = entryOf(row)
    return sentBeforeOf(originalOf(row), isWritten(current) && isRecalled(current))
  },
  conversationOfMessage: (offset) => statements.conversationOfMessage.get(offset)?.conversation,
  hasAnswerAfter: (conversation, after, besides) =>
    statements.answerAfter.get(conversation, after, besides) !== undefined,
  file(key) {
    const row = statements.file.get(key)
    return row && { file: fileRefOf(row), owner: fileOwnerOf(row), isKept: row.is_sent === 2 }
  },
  setting: (key) => statements.setting.get(key)?.value,
  receipt(conversation, reader) {
    const row = statements.receipt.get(conversation, authorKindNumber(reader.kind), reader.id)
    return row && receiptOf(row)
  },
  countMessagesAfter(conversation, of, after, limit) {
    const state = statements.conversation.get(conversation)
    if (!state) return 0
    const seq = seqAtOffset(statements, conversation, state.last_seq, after)
    return statements.countMessages.get(conversation, seq, of === 'visitor' ? 1 : 0, limit)?.count ?? 0
  },
})
