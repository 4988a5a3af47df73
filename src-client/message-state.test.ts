import { describe, expect, it } from 'vitest'
import { type Author, type Cid, type ConversationId, type Entry, type Offset, type ReceiptMark } from '#protocol'
import { createEntryMaker, someVisitor } from '../src-server/testing/entry-maker.ts'
import { messageStateOf } from './message-state.ts'

const visitor: Author = { kind: 'visitor', id: 0 }
const agent = (id: number): Author => ({ kind: 'agent', id })

const entriesBy = (...authors: readonly Author[]): readonly Entry[] => {
  const { make, entries } = createEntryMaker()
  make(1, { author: visitor, kind: 'conversation.opened', body: { visitor: someVisitor(1) } })
  for (const author of authors)
    make(1, { author, kind: 'message.sent', body: { cid: 'c' as Cid, text: 'x', files: [] } })
  return entries
}

const mark = (reader: Author, delivered: number, read: number): ReceiptMark => ({
  conversation: 1 as ConversationId,
  reader,
  delivered: delivered as Offset,
  read: read as Offset,
})

/** State of the message at this offset. */
const stateAt = (offset: number, entries: readonly Entry[], ...marks: readonly ReceiptMark[]) => {
  const entry = entries[offset - 1]
  if (!entry) throw new Error('no such entry')
  return messageStateOf(entry, { entries, marks })
}

describe('the ticks of a stored message', () => {
  it('[D6] follow the other side’s marks', () => {
    const entries = entriesBy(visitor, visitor)
    expect(stateAt(2, entries)).toBe('stored')
    expect(stateAt(2, entries, mark(agent(3), 2, 0))).toBe('delivered')
    expect(stateAt(3, entries, mark(agent(3), 2, 0))).toBe('stored')
    expect(stateAt(2, entries, mark(agent(3), 3, 2), mark(agent(4), 2, 0))).toBe('read')
  })

  it('do not follow marks of one’s own side', () => {
    expect(stateAt(2, entriesBy(agent(3)), mark(agent(4), 9, 9), mark(agent(3), 9, 9))).toBe('stored')
    expect(stateAt(2, entriesBy(agent(3)), mark(visitor, 9, 0))).toBe('delivered')
  })

  it('take an answer for having read, but not an automatic one', () => {
    expect(stateAt(2, entriesBy(visitor, agent(3)))).toBe('read')
    expect(stateAt(3, entriesBy(agent(3), visitor))).toBe('stored')
    expect(stateAt(2, entriesBy(visitor, { kind: 'bot', id: 7 }))).toBe('stored')
  })
})
