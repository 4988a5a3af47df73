import { expect, it } from 'vitest'
import type { AgentId, Author, ConversationId, EntryKind, EpochMs, Offset, VisitorId } from '../../protocol/index.ts'
import type { EntryTrace } from '../../ports/journal.ts'
import { createReplyWatch } from './reply-watch.ts'
import type { Reply } from './response-times.ts'

const [nobody, mei, jan] = [0, 3, 4] as AgentId[] as [AgentId, AgentId, AgentId]
const byVisitor: Author = { kind: 'visitor', id: 0 }
const by = (id: AgentId): Author => ({ kind: 'agent', id })
const bySystem: Author = { kind: 'system', id: 0 }

const entry = (at: number, conversation: number, owner: AgentId, author: Author, kind: EntryKind): EntryTrace => ({
  offset: at as Offset,
  at: at as EpochMs,
  conversation: conversation as ConversationId,
  author,
  kind,
  owner,
})
const says = (at: number, conversation: number, owner: AgentId, author: Author): EntryTrace =>
  entry(at, conversation, owner, author, 'message.sent')
const gets = (at: number, conversation: number, agent: AgentId): EntryTrace =>
  entry(at, conversation, agent, bySystem, 'conversation.assigned')
const closes = (at: number, conversation: number, owner: AgentId): EntryTrace =>
  entry(at, conversation, owner, bySystem, 'conversation.closed')

const heard = (...entries: readonly EntryTrace[]): readonly Reply[] => {
  const replies: Reply[] = []
  const watch = createReplyWatch({ record: (reply) => void replies.push(reply) })
  for (const one of entries) watch.apply(one)
  return replies
}

it('[D7.14] the first reply counts from when the conversation came, later ones from the question', () => {
  const replies = heard(
    says(10, 1, nobody, byVisitor),
    gets(100, 1, mei),
    says(130, 1, mei, by(mei)),
    says(131, 1, mei, by(mei)),
    says(200, 1, mei, byVisitor),
    says(210, 1, mei, byVisitor),
    says(250, 1, mei, by(mei)),
  )
  expect(replies).toEqual([
    { agent: mei, kind: 'first', tookMs: 30, load: 1, at: 130 },
    { agent: mei, kind: 'later', tookMs: 50, load: 1, at: 250 },
  ])
})

it('[D7.14] a conversation that moves is a new first for its new owner', () => {
  const replies = heard(says(10, 1, nobody, byVisitor), gets(20, 1, mei), gets(500, 1, jan), says(540, 1, jan, by(jan)))
  expect(replies).toEqual([{ agent: jan, kind: 'first', tookMs: 40, load: 1, at: 540 }])
})

it('[D7.14] counts what the agent had at hand', () => {
  const replies = heard(
    ...[1, 2, 3].flatMap((id) => [says(10, id, nobody, byVisitor), gets(20, id, mei)]),
    closes(25, 3, mei),
    says(30, 1, mei, by(mei)),
  )
  expect(replies[0]?.load).toBe(2)
})

it('[D7.14] colleagues, bots and taking by replying say nothing of a speed', () => {
  const replies = heard(
    says(10, 1, nobody, byVisitor),
    gets(20, 1, mei),
    says(30, 1, mei, by(jan)),
    says(40, 1, mei, by(mei)),
    says(50, 2, nobody, byVisitor),
    gets(60, 2, mei),
    says(60, 2, mei, by(mei)),
    says(70, 3, nobody, byVisitor),
    gets(80, 3, mei),
    says(90, 3, mei, { kind: 'bot', id: 9 }),
    says(95, 3, mei, by(mei)),
  )
  expect(replies.map(({ at }) => at)).toEqual([95])
})

it('[D7.14] after a restart a reply counts from the question', () => {
  const replies: Reply[] = []
  const watch = createReplyWatch({ record: (reply) => void replies.push(reply) })
  watch.load([
    {
      id: 1 as ConversationId,
      visitor: 7 as VisitorId,
      owner: mei,
      openedAt: 1 as EpochMs,
      queuedAt: 1 as EpochMs,
      waitingSince: 100 as EpochMs,
      declinedBy: nobody,
      place: null,
      lastMessage: null,
    },
  ])
  watch.apply(says(160, 1, mei, by(mei)))
  expect(replies).toEqual([{ agent: mei, kind: 'later', tookMs: 60, load: 1, at: 160 }])
})
