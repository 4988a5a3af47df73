// Writes a verdict into the tables: the memory counterpart of the SQLite store's statements.
import type { Cid, EntryOf } from '../../protocol/index.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import type { Effect } from '../../core/conversation/decision.ts'
import { fileKeptBy } from '../../core/replies/reply-key.ts'
import { sentBeforeOf } from '../../core/conversation/sent-before.ts'
import type { Verdict } from '../../core/conversation/judge.ts'
import { cidKey, ratingKey, receiptKey, type MemoryTables } from './memory-tables.ts'

const rememberCid = (tables: MemoryTables, { entry, visitor }: CommittedEntry, cid: Cid): void => {
  const { kind, id } = entry.author
  const sent = sentBeforeOf(entry, false)
  if (sent) tables.cids.set(cidKey({ kind, id: kind === 'visitor' ? visitor : id }, cid), sent)
}

/** What is recalled is not to be read any more, and so was not seen either. */
const writeRevision = (tables: MemoryTables, entry: EntryOf<'message.revised'>): void => {
  const { author, body, conversation, offset, at } = entry
  tables.revisions.set(body.message, { offset, at, text: body.text })
  if (body.text !== null || body.isNote) return
  for (const [key, record] of tables.receipts) {
    const { mark, seen } = record
    const isOther = (mark.reader.kind === 'visitor') !== (author.kind === 'visitor')
    if (mark.conversation === conversation && isOther && mark.read >= body.message && seen > 0)
      tables.receipts.set(key, { ...record, seen: seen - 1 })
  }
}

const writeEntry = (tables: MemoryTables, committed: CommittedEntry): void => {
  const { entry } = committed
  tables.entries.push(committed)
  switch (entry.kind) {
    case 'message.sent':
      rememberCid(tables, committed, entry.body.cid)
      for (const { key } of entry.body.files) {
        const file = tables.files.get(key)
        if (file) tables.files.set(key, { ...file, isSent: true })
      }
      return
    case 'note.added':
      return rememberCid(tables, committed, entry.body.cid)
    case 'message.revised':
      rememberCid(tables, committed, entry.body.cid)
      return writeRevision(tables, entry)
    case 'conversation.rated': {
      const { conversation, body } = entry
      rememberCid(tables, committed, body.cid)
      const key = ratingKey(conversation, body.closedAt)
      tables.timesRated.set(key, (tables.timesRated.get(key) ?? 0) + 1)
      return
    }
    case 'conversation.opened':
      tables.latest.set(entry.body.visitor.id, entry.conversation)
      return
    case 'agent.changed':
      tables.agents.set(entry.body.agent.id, entry.body.agent)
      return
    case 'agent.status': {
      const agent = tables.agents.get(entry.body.agent)
      if (agent) tables.agents.set(agent.id, { ...agent, status: entry.body.status })
      return
    }
    case 'setting.changed': {
      const { key, after } = entry.body
      tables.settings.set(key, JSON.stringify(after))
      const kept = fileKeptBy(key, after)
      const file = kept && tables.files.get(kept)
      if (file) tables.files.set(file.file.key, { ...file, isSent: true, isKept: true })
      return
    }
    case 'hidden':
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

const writeEffect = (tables: MemoryTables, effect: Effect): void => {
  const login = tables.logins.get(effect.agent)
  switch (effect.type) {
    case 'login':
      tables.logins.set(effect.agent, { login: effect.login, key: effect.key, passwordHash: login?.passwordHash ?? '' })
      return
    case 'password':
      if (login) tables.logins.set(effect.agent, { ...login, passwordHash: effect.hash })
      return
    case 'end-sessions':
      for (const session of tables.sessions.values())
        if (session.agent === effect.agent) tables.sessions.delete(session.id)
      return
    default:
      return effect satisfies never
  }
}

export const writeVerdict = (tables: MemoryTables, verdict: Verdict): void => {
  for (const state of verdict.states) tables.conversations.set(state.id, state)
  for (const entry of verdict.entries) writeEntry(tables, entry)
  for (const effect of verdict.effects) writeEffect(tables, effect)
  const record = verdict.receipt?.record
  if (record) tables.receipts.set(receiptKey(record.mark.conversation, record.mark.reader), record)
}
