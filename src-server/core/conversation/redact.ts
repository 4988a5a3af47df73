// What a visitor may see of an entry. Contents are hidden, places never: `seq` stays whole for everyone (D3).
import { EVERYONE, NO_AGENT, NO_CONVERSATION, type Entry } from '../../protocol/index.ts'
import type { Reader } from '../../ports/journal.ts'
import { isTold } from '../settings/own-setting.ts'

const hidden = (entry: Entry): Entry => ({ ...entry, kind: 'hidden', body: {} })

/** What a quick reply or a saved view says is for those whom it is for, who ask for it; an import of thousands is no news to an office. */
const withoutOwn = (entry: Entry): Entry =>
  entry.kind === 'setting.changed' && !isTold(entry.body.key)
    ? { ...entry, body: { key: entry.body.key, before: null, after: null } }
    : entry

/**
 * Agents see everything but what quick replies and saved views say (D3.3). A visitor does not see why a conversation went to whom, what colleagues write each other, that
 * they were taken for spam, or anything about the office itself.
 */
export const redact = (entry: Entry, reader: Pick<Reader, 'kind'>): Entry => {
  if (reader.kind === 'agent') return withoutOwn(entry)
  if (entry.conversation === NO_CONVERSATION) return hidden(entry)
  switch (entry.kind) {
    case 'conversation.assigned':
      return { ...entry, body: { ...entry.body, reason: null } }
    case 'conversation.transferred':
      return { ...entry, body: { ...entry.body, note: '' } }
    case 'conversation.queued':
      return { ...entry, body: { ...entry.body, groupName: '', agents: [], priority: 0, reason: null, note: '' } }
    case 'conversation.rated':
      return { ...entry, body: { ...entry.body, agent: NO_AGENT, group: EVERYONE } }
    case 'conversation.closed':
      return entry.body.reason === 'spam' ? { ...entry, body: { reason: 'other' } } : entry
    case 'message.sent':
      return entry.body.reply ? { ...entry, body: { ...entry.body, reply: undefined } } : entry
    case 'message.revised':
      return entry.body.isNote ? hidden(entry) : entry
    case 'conversation.opened':
    case 'conversation.reopened':
      return entry
    case 'hidden':
    case 'agent.changed':
    case 'agent.status':
    case 'setting.changed':
    case 'note.added':
      return hidden(entry)
    default:
      return entry satisfies never
  }
}
