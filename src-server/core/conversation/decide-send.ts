// Sending: which conversation a message goes into, and what has to happen there first.
import {
  fail,
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  ok,
  parseCid,
  parseMessageText,
  type AgentId,
  type AssignmentReason,
  type AgentProfile,
  type Author,
  type ConversationId,
  type EntryDraft,
  type EpochMs,
  type FileRef,
  type Offset,
  type ReplyId,
  type Result,
  type Seq,
} from '../../protocol/index.ts'
import type { SendCommand } from '../../ports/command.ts'
import type { ConversationState } from './conversation-state.ts'
import { append, authorOf, type Decision } from './decision.ts'
import type { DecisionContext, SentBefore } from './decision-context.ts'

const tookByReplying: AssignmentReason = { layer: 'manual', rule: 'reply', candidates: [] }

/** Content alone is compared; an agent's retry must also mean the same conversation, or words would land in a wrong ear. */
const isSameMessage = (command: SendCommand, text: string, before: SentBefore): boolean =>
  before.as === 'message' &&
  before.text === text &&
  before.files.join() === [...new Set(command.files)].join() &&
  (command.actor.kind === 'visitor' || command.conversation === before.conversation)

export const duplicateOf = (before: SentBefore): Decision => ({
  type: 'settled',
  outcome: {
    conversation: before.conversation,
    offset: before.offset,
    seq: before.seq,
    at: before.at,
    duplicate: true,
    agent: NO_AGENT,
  },
})

/** Files of the sender's own, and an agent's of quick replies: a guessed or overheard key gives nobody else's file a new audience. */
const filesOf = (context: DecisionContext, command: SendCommand): Result<readonly FileRef[]> => {
  const files: FileRef[] = []
  for (const key of new Set(command.files)) {
    const found = context.file(key)
    if (!found || found.owner.author.kind !== command.actor.kind) return fail('file_unknown')
    const ownerId = command.actor.kind === 'visitor' ? found.owner.visitor : found.owner.author.id
    if (ownerId !== command.actor.id && !found.isKept) return fail('file_unknown')
    files.push(found.file)
  }
  return ok(files)
}

const place = (conversation: ConversationId, drafts: readonly EntryDraft[]) =>
  append(drafts.map((draft) => ({ conversation, draft })))

const reopening = (author: Author): EntryDraft => ({ author, kind: 'conversation.reopened', body: {} })

const taking = (agent: AgentProfile, author: Author): EntryDraft => ({
  author,
  kind: 'conversation.assigned',
  body: { agent: agent.id, agentName: agent.name, previous: NO_AGENT, reason: tookByReplying },
})

const decideVisitorSend = (
  context: DecisionContext,
  command: SendCommand & { readonly actor: { readonly kind: 'visitor' } },
  message: EntryDraft,
  now: EpochMs,
): Result<Decision> => {
  const { id } = command.actor
  const isTheirs =
    command.conversation === NO_CONVERSATION || context.conversation(command.conversation)?.visitor === id
  // Naming an old conversation counts as "my current one": what a visitor typed is never refused for its age (D5).
  const current = context.latestConversation(id)
  if (isTheirs && current?.status === 'open') return place(current.id, [message])
  const visitor = context.visitor(id)
  if (!visitor) return fail('unauthorized')
  if (!isTheirs) return fail('conversation_unknown')
  if (context.isQueueAtLeast(limits.maxQueueLength)) return fail('queue_full')
  if (current && now - current.closedAt <= limits.reopenWithinMs)
    return place(current.id, [reopening(message.author), message])
  const opening: EntryDraft = { author: message.author, kind: 'conversation.opened', body: { visitor } }
  return place(context.nextConversation(), [opening, message])
}

/** Whether a colleague has answered since; undefined asks nothing. */
const isAnswered = (
  context: DecisionContext,
  { id, lastSeq }: ConversationState,
  me: AgentId,
  seen: Seq | null | undefined,
): boolean =>
  typeof seen === 'number' &&
  seen < lastSeq &&
  context.hasAnswerAfter(id, Math.max(seen, lastSeq - limits.maxEntriesMeanwhile) as Seq, me)

const decideAgentSend = (
  context: DecisionContext,
  command: SendCommand & { readonly actor: { readonly kind: 'agent' } },
  message: EntryDraft,
): Result<Decision> => {
  const agent = context.agent(command.actor.id)
  if (!agent?.active) return fail('forbidden')
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  const isOthers = state.status === 'open' && state.owner !== NO_AGENT && state.owner !== agent.id
  if (isOthers) return fail('not_owner')
  if (isAnswered(context, state, agent.id, command.seen)) return fail('answered_meanwhile')
  if (state.status === 'closed') {
    // Below a newer conversation it stays closed: a visitor has one conversation at a time.
    if (context.latestConversation(state.visitor)?.id !== state.id) return fail('conversation_closed')
    return place(state.id, [reopening(message.author), taking(agent, message.author), message])
  }
  return place(state.id, state.owner === NO_AGENT ? [taking(agent, message.author), message] : [message])
}

/**
 * A visitor's message continues their current conversation, reopens one closed within limits.reopenWithinMs, or opens a
 * new one. An agent's message takes a conversation that nobody has and reopens a closed one; a colleague's is `not_owner`.
 * With `seen`, one that a colleague has answered meanwhile is `answered_meanwhile` (D5.2).
 * A cid used before is answered with its first result wherever that message lies by now (D2).
 */
export const decideSend = (context: DecisionContext, command: SendCommand, now: EpochMs): Result<Decision> => {
  const cid = parseCid(command.cid)
  if (!cid.ok) return cid
  const text = parseMessageText(command.text, command.files.length)
  if (!text.ok) return text
  const before = context.sentBefore(command.actor, cid.value)
  if (before) return isSameMessage(command, text.value, before) ? ok(duplicateOf(before)) : fail('cid_reused')
  const files = filesOf(context, command)
  if (!files.ok) return files
  const body = { cid: cid.value, text: text.value, files: files.value, ...aboutOf(command) }
  const message: EntryDraft = { author: authorOf(command.actor), kind: 'message.sent', body }
  const { actor } = command
  const decision =
    actor.kind === 'visitor'
      ? decideVisitorSend(context, { ...command, actor }, message, now)
      : decideAgentSend(context, { ...command, actor }, message)
  return decision.ok && !isQuoteThere(context, command, decision.value) ? fail('bad_request') : decision
}

/** Only what was said: a message without them is stored as it always was. */
const aboutOf = ({ actor, quote, reply }: SendCommand): { readonly quote?: Offset; readonly reply?: ReplyId } => ({
  ...(quote && { quote }),
  ...(reply && actor.kind === 'agent' && { reply }),
})

/** Nobody shows a message of another conversation to somebody who may not have it. */
const isQuoteThere = (context: DecisionContext, { quote }: SendCommand, decision: Decision): boolean =>
  !quote ||
  decision.type !== 'append' ||
  context.conversationOfMessage(quote) === decision.drafts[decision.main]?.conversation
