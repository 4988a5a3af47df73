import { expect, it } from 'vitest'
import { agent, bot, conversationId, createScript, mark, monday, view, visitor } from '../testing/build-entries.ts'
import { marksToMove, unreadMessages } from './unread.ts'

const conversations = (read: number) => {
  const script = createScript()
  script.say(visitor, monday, 'a')
  script.say(agent(1), monday, 'b')
  script.say(bot(2), monday, 'c')
  script.say(visitor, monday, 'd')
  return new Map([
    [conversationId(1), view(1, script.entries, { marks: [mark(1, visitor, 4, read), mark(1, agent(1), 4, 4)] })],
  ])
}

it('counts what others wrote after the own mark', () => {
  expect(unreadMessages(conversations(0)).map((entry) => entry.body.text)).toEqual(['b', 'c'])
  expect(unreadMessages(conversations(2)).map((entry) => entry.body.text)).toEqual(['c'])
})

it('[D2.8] what was recalled is unread for nobody', () => {
  const script = createScript()
  const said = script.say(agent(1), monday, '')
  const revision = { offset: 2, at: monday, recalled: true }
  const recalled = { ...said, body: { ...said.body, revision } } as typeof said
  expect(unreadMessages(new Map([[conversationId(1), view(1, [recalled])]]))).toEqual([])
})

it('[D6] moves the mark to the newest message of others and then rests', () => {
  expect(marksToMove(conversations(2))).toEqual([{ conversation: 1, upTo: 3 }])
  expect(marksToMove(conversations(3))).toEqual([])
})
