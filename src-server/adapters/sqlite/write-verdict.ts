// Writes what the core decided: entries, the projections folded from them, and what must not stand in the journal.
import { EVERYONE, type EntryOf, type VisitorId } from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import type { Effect } from '../../core/conversation/decision.ts'
import type { ReceiptRecord } from '../../core/conversation/decision-context.ts'
import type { Verdict } from '../../core/conversation/judge.ts'
import { fileKeptBy } from '../../core/replies/reply-key.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import { authorKindNumber, entryKindNumber } from './entry-row.ts'
import type { WriteStatements } from './write-statements.ts'

type Revised = { readonly entry: EntryOf<'message.revised'>; readonly visitor: VisitorId | 0 }

const writeMessage = (to: WriteStatements, entry: EntryOf<'message.sent'>, visitor: VisitorId | 0): void => {
  const authorId = entry.author.kind === 'visitor' ? visitor : entry.author.id
  to.insertCid.run(authorKindNumber(entry.author.kind), authorId, entry.body.cid, entry.offset)
  for (const file of entry.body.files) to.markFileSent.run(file.key)
}

/** What is recalled is not to be read any more, and so was not seen either: unread counts are differences of the two. */
const writeRevision = (to: WriteStatements, { entry, visitor }: Revised): void => {
  const { author, body, conversation, offset, at } = entry
  const fromVisitor = author.kind === 'visitor'
  to.insertCid.run(authorKindNumber(author.kind), fromVisitor ? visitor : author.id, body.cid, offset)
  to.saveRevision.run(body.message, offset, at, body.text)
  if (body.text === null && !body.isNote) to.unsee.run(conversation, fromVisitor ? 1 : 0, body.message)
}

const writeProjections = (to: WriteStatements, { entry, visitor }: CommittedEntry): void => {
  switch (entry.kind) {
    case 'message.sent':
      return writeMessage(to, entry, visitor)
    case 'note.added':
      to.insertCid.run(authorKindNumber(entry.author.kind), entry.author.id, entry.body.cid, entry.offset)
      for (const agent of entry.body.mentions ?? []) to.saveMention.run(agent, entry.offset)
      return
    case 'message.revised':
      return writeRevision(to, { entry, visitor })
    case 'conversation.rated': {
      const { cid, closedAt, score, comment, agent, group } = entry.body
      to.insertCid.run(authorKindNumber(entry.author.kind), visitor, cid, entry.offset)
      return void to.saveRating.run(entry.conversation, closedAt, entry.at, score, comment, agent, group)
    }
    case 'agent.changed': {
      const { id, name, role, status, capacity, active } = entry.body.agent
      return void to.saveAgent.run(id, name, role, status, capacity, active ? 1 : 0)
    }
    case 'agent.status':
      return void to.setStatus.run(entry.body.status, entry.body.agent)
    case 'setting.changed': {
      const { key, after } = entry.body
      to.saveSetting.run(key, JSON.stringify(after))
      const kept = fileKeptBy(key, after)
      if (kept !== undefined) to.markFileKept.run(kept)
      return
    }
    case 'hidden':
    case 'conversation.opened':
    case 'conversation.assigned':
    case 'conversation.transferred':
    case 'conversation.queued':
    case 'conversation.closed':
    case 'conversation.reopened':
      return
    default:
      return entry satisfies never
  }
}

const writeEntry = (to: WriteStatements, committed: CommittedEntry): void => {
  const { entry, owner, previousOwner } = committed
  to.insertEntry.run(
    entry.offset,
    entry.at,
    entry.conversation,
    entry.seq,
    authorKindNumber(entry.author.kind),
    entry.author.id,
    entryKindNumber(entry.kind),
    owner,
    previousOwner,
    JSON.stringify(entry.body),
  )
  writeProjections(to, committed)
}

const writeState = (to: WriteStatements, state: ConversationState, entries: readonly CommittedEntry[]): void => {
  const own = entries.filter(({ entry }) => entry.conversation === state.id)
  const lastMessage = state.lastMessage && JSON.stringify(state.lastMessage)
  if (own.every(({ entry }) => entry.kind === 'message.sent' || entry.kind === 'message.revised')) {
    const { lastSeq, lastOffset, waitingSince, visitorMessages, deskMessages, id } = state
    to.updateAfterMessage.run(lastSeq, lastOffset, waitingSince, visitorMessages, deskMessages, lastMessage, id)
    return
  }
  const { place } = state
  const values = [
    state.visitor,
    state.status === 'open' ? 1 : 0,
    state.owner,
    state.openedAt,
    state.queuedAt,
    state.closedAt,
    state.lastSeq,
    state.lastOffset,
    state.waitingSince,
    state.visitorMessages,
    state.deskMessages,
    lastMessage,
    place?.group ?? EVERYONE,
    place?.priority ?? 0,
    place && JSON.stringify({ agents: place.agents, reason: place.reason }),
  ] as const
  if (own[0]?.entry.kind === 'conversation.opened') to.insertConversation.run(state.id, ...values)
  else to.updateConversation.run(...values, state.id)
}

const writeEffect = (to: WriteStatements, effect: Effect): void => {
  switch (effect.type) {
    case 'login':
      return void to.setLogin.run(effect.login, effect.key, effect.agent)
    case 'password':
      return void to.setPassword.run(effect.hash, effect.agent)
    case 'end-sessions':
      return void to.endSessions.run(effect.agent)
    default:
      return effect satisfies never
  }
}

const writeReceipt = (to: WriteStatements, { mark, seen, changed }: ReceiptRecord): void => {
  const { conversation, reader, delivered, read } = mark
  to.saveReceipt.run(conversation, authorKindNumber(reader.kind), reader.id, delivered, read, seen, changed)
}

/** Inside the caller's transaction; a throw means that the whole transaction must be rolled back. */
export const writeVerdict = (to: WriteStatements, verdict: Verdict): void => {
  for (const entry of verdict.entries) writeEntry(to, entry)
  for (const state of verdict.states) writeState(to, state, verdict.entries)
  for (const effect of verdict.effects) writeEffect(to, effect)
  if (verdict.receipt) writeReceipt(to, verdict.receipt.record)
}
