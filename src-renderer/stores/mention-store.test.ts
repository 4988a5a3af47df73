import { expect, it } from 'vitest'
import type { ClientState } from '#client/client-state.ts'
import { ok, type AgentId, type ConversationId } from '#protocol'
import type { MentionRow } from '#protocol/mention-schemas.ts'
import { agentAuthor, sampleEntry, sampleSummary, sampleView } from '../dev/sample.ts'
import { memoryStorage } from './memory-storage.ts'
import { createMentionStore, unseenMentions } from './mention-store.ts'

const me = 1 as AgentId
const row = (offset: number): MentionRow => ({
  offset,
  at: 0,
  conversation: 1,
  seq: offset,
  by: 2,
  text: '@me',
  visitor: { id: 1, name: '' },
})
const viewWith = (lastSeq: number, mentions?: readonly number[]) =>
  sampleView(sampleSummary({ lastSeq }), {
    entries: [
      sampleEntry({ offset: lastSeq, at: 0, author: agentAuthor(2), seq: lastSeq } as never, 'note.added', {
        mentions,
      }),
    ],
  })

const start = () => {
  let state = { link: { kind: 'live' }, conversations: new Map() } as unknown as ClientState
  let hear = (): void => undefined
  const asked: number[] = []
  let rows = [row(5), row(3)]
  const storage = memoryStorage()
  const open = () =>
    createMentionStore(
      {
        client: {
          state: () => state,
          subscribe: (listener) => {
            hear = listener
            return () => undefined
          },
        },
        me,
        ask: async () => {
          asked.push(rows.length)
          return ok({ mentions: rows })
        },
      },
      storage,
      'desk',
    )
  const show = (view: ReturnType<typeof viewWith>, link = 'live'): void => {
    state = { link: { kind: link }, conversations: new Map([[1 as ConversationId, view]]) } as unknown as ClientState
    hear()
  }
  return { open, show, asked, storage, now: (next: MentionRow[]) => void (rows = next) }
}

it('[D2.9] they are asked for when the desk is live, and when a note comes that calls me, not for any other', async () => {
  const { open, show, asked } = start()
  const store = open()
  store.watch()
  await Promise.resolve()
  expect(asked).toHaveLength(1)
  show(viewWith(4, [1]))
  expect(asked).toHaveLength(1)
  show(viewWith(5))
  show(viewWith(6, [2, 3]))
  expect(asked).toHaveLength(1)
  show(viewWith(7, [2, 1]))
  expect(asked).toHaveLength(2)
  show(viewWith(8), 'connecting')
  show(viewWith(8))
  expect(asked).toHaveLength(3)
})

it('[D2.9] what was seen stays seen over a reload and in the other window', async () => {
  const { open, storage, now } = start()
  const store = open()
  store.load()
  await Promise.resolve()
  expect(unseenMentions(store.getState())).toBe(2)
  store.see()
  expect(unseenMentions(store.getState())).toBe(0)
  now([row(9), row(5), row(3)])
  const later = open()
  later.load()
  await Promise.resolve()
  expect(unseenMentions(later.getState())).toBe(1)
  later.see()
  store.heard('desk:mentions-seen', storage.getItem('desk:mentions-seen'))
  expect(store.getState().seenUpTo).toBe(9)
  store.heard('desk:mentions-seen', 'x')
  expect(store.getState().seenUpTo).toBe(0)
})
