import { describe, expect, it } from 'vitest'
import { fail, limits, ok } from '#protocol'
import type { NewQuickReply } from '#protocol/reply-schemas.ts'
import { importReplies } from './import-replies.ts'
import type { FileReply } from './reply-files.ts'

const reply = (title: string, text = 'Hello'): FileReply => ({ title, shortcut: '', folder: '', text })

describe('an import of quick replies', () => {
  it('goes in requests that the desk takes, and tells how far it is', async () => {
    const sizes: number[] = []
    const bodies: number[] = []
    const api = {
      import: async (replies: readonly NewQuickReply[]) => {
        sizes.push(replies.length)
        bodies.push(new TextEncoder().encode(JSON.stringify({ replies })).length)
        return ok({ added: replies.length, known: 0, refused: [] })
      },
    }
    const long = '长'.repeat(limits.maxReplyLength)
    const replies = Array.from({ length: 500 }, (_, index) => reply(`Reply ${index}`, index < 30 ? long : 'Hello'))
    const shares: number[] = []
    const done = await importReplies(api, replies, true, (share) => shares.push(share))
    expect(done).toEqual({ added: 500, known: 0, refused: [], stopped: undefined })
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limits.maxRepliesPerImport)
    expect(Math.max(...bodies)).toBeLessThan(limits.maxJsonBodyBytes)
    expect(shares.at(-1)).toBe(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(500)
  })

  it('what no quick reply can be is refused by its title, and costs nobody else anything', async () => {
    const taken: string[] = []
    const api = {
      import: async (replies: readonly NewQuickReply[]) => {
        taken.push(...replies.map(({ title }) => title))
        return ok({ added: 1, known: 0, refused: [{ index: 1, field: 'title', code: 'name_taken' }] })
      },
    }
    const from = [reply('Good'), reply(' '), reply('Long', 'x'.repeat(limits.maxReplyLength + 1)), reply('Taken')]
    const done = await importReplies(api, from, false, () => undefined)
    expect(taken).toEqual(['Good', 'Taken'])
    expect(done.refused).toEqual([
      { title: ' ', code: 'title_missing' },
      { title: 'Long', code: 'reply_too_long' },
      { title: 'Taken', code: 'name_taken' },
    ])
  })

  it('says when it stopped on the way, with what was added', async () => {
    let left = 1
    const api = {
      import: async (replies: readonly NewQuickReply[]) =>
        (left -= 1) >= 0 ? ok({ added: replies.length, known: 0, refused: [] }) : fail('storage_full'),
    }
    const many = Array.from({ length: limits.maxRepliesPerImport + 1 }, (_, index) => reply(`${index}`))
    const done = await importReplies(api, many, true, () => undefined)
    expect(done).toMatchObject({ added: limits.maxRepliesPerImport, stopped: 'storage_full' })
  })
})
