import { expect, it } from 'vitest'
import type { OutboxMessage, OutboxRevision } from '#client/client-state.ts'
import type { AgentId, Entry } from '#protocol'
import { agentAuthor, sampleEntry, sampleMessage, visitorAuthor } from '../../dev/sample.ts'
import { withPending } from './pending-revisions.ts'

const me = 1 as AgentId
const named = (entry: Entry, cid: string): Entry => ({ ...entry, body: { ...entry.body, cid } }) as Entry
const said = named(sampleMessage({ offset: 5, at: 0, author: agentAuthor(1) }, 'before'), 'mine-0001')
const revision = (message: string, text: string | null, state: OutboxRevision['state'] = 'sending'): OutboxRevision =>
  ({
    cid: `of-${message}`,
    text: text ?? '',
    revises: { message, isRecall: text === null },
    state,
    createdAt: 9,
  }) as never
const texts = (entries: readonly Entry[]): unknown[] =>
  entries.map(({ body }) => ('text' in body ? body.text : undefined))

it('[D2.7] an edit on its way shows at once, on messages and notes; one that failed does not', () => {
  const note = sampleEntry({ offset: 6, at: 0, author: agentAuthor(1) }, 'note.added', {
    cid: 'note-001',
    text: 'note',
  })
  const edits = [revision('mine-0001', 'first'), revision('mine-0001', 'after'), revision('note-001', 'better')]
  expect(texts(withPending([said, note], [], edits, me).entries)).toEqual(['after', 'better'])
  const failed = edits.map((edit) => ({ ...edit, state: 'failed' as const }))
  expect(withPending([said, note], [], failed, me).entries).toEqual([said, note])
})

it('[D2.7] a recall on its way takes the words away, and what is not stored yet leaves too', () => {
  const unsent = { cid: 'mine-0002', text: 'x' } as OutboxMessage
  const pending = withPending([said], [unsent], [revision('mine-0001', null), revision('mine-0002', null)], me)
  expect(pending.entries[0]?.body).toMatchObject({ text: '', revision: { recalled: true } })
  expect([...(pending.leaving ?? [])]).toEqual(['mine-0002'])
})

it('[D2.6] what others wrote under the same name, and what is recalled already, stays', () => {
  const theirs = named(sampleMessage({ offset: 6, at: 0, author: visitorAuthor }, 'theirs'), 'mine-0001')
  const gone = named(sampleMessage({ offset: 7, at: 0, author: agentAuthor(1) }, ''), 'mine-0003')
  const recalled = { ...gone, body: { ...gone.body, revision: { offset: 8, at: 0, recalled: true } } } as Entry
  const { entries } = withPending([theirs, recalled], [], [revision('mine-0001', 'a'), revision('mine-0003', 'b')], me)
  expect(entries).toEqual([theirs, recalled])
})

it('[look] nothing on its way: the very same lists, so that nothing is drawn anew', () => {
  const entries = [said]
  expect(withPending(entries, [], [], me).entries).toBe(entries)
})
