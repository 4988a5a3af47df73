import { describe, expect, it } from 'vitest'
import { EVERYONE, limits, NO_AGENT, type AgentId, type ReplyId } from '../../protocol/index.ts'
import type { QuickReply } from '../../protocol/reply-schemas.ts'
import { createReplyShelf } from './reply-shelf.ts'

const reply = (id: number, change: Partial<QuickReply> = {}): QuickReply => ({
  id: id as ReplyId,
  owner: NO_AGENT,
  title: `Reply ${id}`,
  shortcut: '',
  folder: '',
  text: 'Hello',
  group: EVERYONE,
  file: null,
  ...change,
})
const all = (): boolean => true

describe('the shelf of quick replies', () => {
  it('[D10.20] tells what changed since a number, each once, with what is gone', () => {
    const shelf = createReplyShelf()
    for (const id of [1, 2, 3]) shelf.put(reply(id))
    const first = shelf.after(0, all)
    expect(first).toMatchObject({ upTo: 3, more: false, gone: [] })
    expect(first.replies.map(({ id }) => id)).toEqual([1, 2, 3])
    shelf.put(reply(2, { text: 'changed' }))
    shelf.put(reply(2, { text: 'changed again' }))
    shelf.remove(1 as ReplyId)
    const news = shelf.after(first.upTo, all)
    expect(news.replies.map(({ text }) => text)).toEqual(['changed again'])
    expect(news.gone).toEqual([1])
    expect(shelf.after(news.upTo, all)).toEqual({ replies: [], gone: [], upTo: news.upTo, more: false })
    // Whoever begins anew hears nothing of what is gone.
    expect(shelf.after(0, all)).toMatchObject({ gone: [], replies: [{ id: 3 }, { id: 2 }] })
  })

  it('[D10.20] what a reader may not see is never told to them, and is gone once they may not see it any more', () => {
    const shelf = createReplyShelf()
    const mine = 7 as AgentId
    shelf.put(reply(1))
    shelf.put(reply(2, { owner: mine }))
    const isVisible = ({ owner }: QuickReply): boolean => owner === NO_AGENT
    expect(shelf.after(0, isVisible)).toMatchObject({ replies: [{ id: 1 }], gone: [] })
    shelf.put(reply(1, { owner: mine }))
    expect(shelf.after(2, isVisible)).toMatchObject({ replies: [], gone: [1] })
  })

  it('[D9.25] comes in pages by number and by weight, and nothing is lost between them', () => {
    const shelf = createReplyShelf()
    const count = limits.repliesPerPage * 2 + 10
    for (let id = 1; id <= count; id += 1)
      shelf.put(reply(id, id > 20 ? {} : { text: '长'.repeat(limits.maxReplyLength) }))
    const seen: number[] = []
    let pages = 0
    for (let from = 0, more = true; more; pages += 1) {
      const page = shelf.after(from, all)
      const bytes = Buffer.byteLength(JSON.stringify(page.replies))
      expect(bytes).toBeLessThan(1.2 * limits.maxPageBytes)
      seen.push(...page.replies.map(({ id }) => id))
      from = page.upTo
      more = page.more
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    expect(pages).toBeGreaterThan(2)
  })

  it('[D10.18] ids are given once, also those of what is gone', () => {
    const shelf = createReplyShelf()
    shelf.put(reply(4))
    shelf.remove(4 as ReplyId)
    expect(shelf.nextId()).toBe(5)
    shelf.noteUsed(9 as ReplyId)
    expect(shelf.nextId()).toBe(10)
  })

  it('[D9.25] counts each owner’s and everybody’s together', () => {
    const shelf = createReplyShelf()
    const mine = 7 as AgentId
    shelf.put(reply(1, { owner: mine, text: 'x'.repeat(100) }))
    expect(shelf.room(mine).replies).toBe(limits.maxOwnReplies - 1)
    expect(shelf.room(NO_AGENT)).toEqual({ replies: limits.maxSharedReplies, text: limits.maxReplyTextInAll - 100 })
    shelf.put(reply(1, { owner: mine, text: '' }))
    shelf.remove(1 as ReplyId)
    expect(shelf.room(mine)).toEqual({ replies: limits.maxOwnReplies, text: limits.maxReplyTextInAll })
  })

  it('[D9.25] forgets old deletions in the end, and says so', () => {
    const shelf = createReplyShelf()
    shelf.put(reply(1))
    for (let id = 2; id <= limits.maxGoneReplies + 2; id += 1) {
      shelf.put(reply(id))
      shelf.remove(id as ReplyId)
    }
    expect(shelf.forgotten()).toBeGreaterThan(0)
    expect(shelf.after(0, all).replies.map(({ id }) => id)).toEqual([1])
  })
})
