import { expect, it } from 'vitest'
import { conversationId, createScript, day, monday, view, visitor } from '../testing/build-entries.ts'
import { currentConversation, visibleHistory } from './visible-conversations.ts'

const conversation = (id: number, age: number, atStart: boolean) => {
  const script = createScript(id, id * 100)
  script.say(visitor, monday - age * day, `of ${id}`)
  return view(id, script.entries, { atStart, summary: { openedAt: (monday - age * day) as never } })
}
const mapOf = (...views: ReturnType<typeof conversation>[]) => new Map(views.map((each) => [each.summary.id, each]))

it('joins conversations oldest first and stops where one does not reach its start', () => {
  const history = visibleHistory(mapOf(conversation(1, 30, true), conversation(3, 1, true), conversation(2, 9, false)))
  expect(history.views.map((each) => each.summary.id)).toEqual([2, 3])
  expect(history.earlier).toBe(conversationId(2))
})

it('has nothing earlier when every conversation is whole', () => {
  const all = mapOf(conversation(1, 30, true), conversation(2, 9, true))
  expect(visibleHistory(all)).toMatchObject({ earlier: undefined, loading: false })
  expect(currentConversation(all)?.summary.id).toBe(2)
  expect(currentConversation(new Map())).toBeUndefined()
})
