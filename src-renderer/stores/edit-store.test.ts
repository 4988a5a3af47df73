import { expect, it } from 'vitest'
import type { ConversationId } from '#protocol'
import { createEditStore, maxRecallsKept, type OwnWords } from './edit-store.ts'

const words = (cid: string): OwnWords =>
  ({ cid, isNote: false, at: 0, text: `said ${cid}`, files: [], quote: 0 }) as never
const [one, other] = [1 as ConversationId, 2 as ConversationId]

it('[D5] an edit stays with its conversation while one looks at another', () => {
  const edits = createEditStore()
  edits.begin(one, words('a'))
  edits.change(one, 'better')
  edits.begin(other, words('b'))
  edits.end(other)
  edits.change(other, 'nobody edits here')
  expect([...edits.getState().open.values()].map(({ text }) => text)).toEqual(['better'])
})

it('[D9] recalls are remembered up to a bound, the newest', () => {
  const edits = createEditStore()
  for (let index = 0; index <= maxRecallsKept; index += 1) edits.remember(words(`c${index}`))
  const kept = [...edits.getState().recalled.keys()]
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([maxRecallsKept, 'c1', `c${maxRecallsKept}`])
})
