import { describe, expect, it } from 'vitest'
import { limits } from '#protocol'
import { agent, at, createScript, monday, system, view, visitor } from '../testing/build-entries.ts'
import { askedRating } from './asked-rating.ts'

const closedTalk = (owner = 1) => {
  const script = createScript()
  script.say(visitor, monday, 'hi')
  script.say(agent(1), monday, 'hello')
  const closing = script.add('conversation.closed', { author: agent(1), at: monday }, { reason: 'resolved' })
  const closed = () => view(1, script.entries, { summary: { status: 'closed', owner: owner as never } })
  const rate = (score: number, comment = ''): void =>
    void script.add(
      'conversation.rated',
      { author: visitor, at: monday },
      { cid: 'cid-rating' as never, score, comment, closedAt: monday, agent: 0 as never, group: 0 as never },
    )
  return { script, closing, closed, rate }
}

describe('what a visitor is asked about', () => {
  it('[D2.10] is the newest closing, with what they said of it last', () => {
    const { script, closing, closed, rate } = closedTalk()
    expect(askedRating(closed(), monday)).toEqual({ conversation: 1, closing: closing.offset, score: 0, comment: '' })
    rate(2, 'slow')
    rate(4)
    expect(askedRating(closed(), monday)).toMatchObject({ closing: closing.offset, score: 4, comment: '' })
    script.add('conversation.reopened', { author: visitor, at: monday }, {})
    const again = script.add('conversation.closed', { author: agent(1), at: monday }, { reason: 'resolved' })
    expect(askedRating(closed(), monday)).toMatchObject({ closing: again.offset, score: 0 })
  })

  it('is nothing while it is open, too late, or without anybody who answered', () => {
    const { script, closed } = closedTalk()
    expect(askedRating(undefined, monday)).toBeUndefined()
    expect(askedRating(view(1, script.entries), monday)).toBeUndefined()
    expect(askedRating(closed(), at(monday + limits.rateWithinMs))).toBeDefined()
    expect(askedRating(closed(), at(monday + limits.rateWithinMs + 1))).toBeUndefined()
    const alone = createScript()
    alone.say(visitor, monday, 'hi')
    alone.say(system, monday, 'still there?')
    alone.add('conversation.closed', { author: system, at: monday }, { reason: 'silence' })
    const summary = { status: 'closed', owner: 1 as never } as const
    expect(askedRating(view(1, alone.entries, { summary }), monday)).toBeUndefined()
  })
})
