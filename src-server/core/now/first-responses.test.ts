import { expect, it } from 'vitest'
import type { ConversationId, Entry, EpochMs } from '../../protocol/index.ts'
import { createFirstResponses } from './first-responses.ts'

const entry = (kind: Entry['kind'], conversation: number, at: number, author: Entry['author']['kind']): Entry =>
  ({ kind, conversation: conversation as ConversationId, at: at as EpochMs, author: { kind: author, id: 0 } }) as Entry // no body is read

it('[D8.11] a first response lasts from the opening to the first word of an agent or a bot, once', () => {
  const responses = createFirstResponses()
  for (const one of [
    entry('conversation.opened', 1, 1_000, 'visitor'),
    entry('message.sent', 1, 1_000, 'visitor'),
    entry('message.sent', 1, 2_000, 'system'),
    entry('note.added', 1, 3_000, 'agent'),
    entry('message.sent', 1, 5_000, 'agent'),
    entry('message.sent', 1, 9_000, 'agent'),
    entry('conversation.closed', 1, 9_500, 'agent'),
    entry('conversation.reopened', 1, 9_600, 'visitor'),
    entry('message.sent', 1, 9_900, 'agent'),
    entry('conversation.opened', 2, 1_000, 'visitor'),
    entry('conversation.closed', 2, 2_000, 'system'),
    entry('message.sent', 3, 2_000, 'agent'),
    entry('conversation.opened', 4, 1_000, 'visitor'),
    entry('message.sent', 4, 7_000, 'bot'),
  ])
    responses.apply(one)
  expect(responses.median(10_000 as EpochMs)).toEqual({ ms: 5_000, count: 2 })
})
