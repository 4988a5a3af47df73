import { expect, it } from 'vitest'
import { limits, type ConversationId, type VisitorId } from '../../protocol/index.ts'
import { redact } from '../../core/conversation/redact.ts'
import type { RateCommand } from '../../ports/command.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, asVisitor } from './store-actions.ts'

export const ratingContract: ContractPart = (scene) => {
  const rate = (visitor: VisitorId, conversation: ConversationId, rest: Partial<RateCommand> = {}) => {
    const actor = { kind: 'visitor', id: visitor } as const
    const cid = scene().nextCid()
    return scene().commit({ type: 'rate', actor, conversation, cid, score: 4, comment: '', ...rest })
  }
  const closedTalk = async () => {
    const { newVisitor, newAgent, say, assign, reply, close, done } = scene()
    const [li, visitor] = [await newAgent('Li'), await newVisitor()]
    const { conversation } = await done(say(visitor, 'hi'))
    await done(assign(li, conversation, li))
    await done(reply(li, conversation, 'hello'))
    await done(close(li, conversation))
    return { li, visitor, conversation }
  }

  it('[D2.10] a rating is an entry in its place; agents see who had the conversation, visitors do not', async () => {
    const { done, replay } = scene()
    const { li, visitor, conversation } = await closedTalk()
    const { offset } = await done(rate(visitor, conversation, { score: 2, comment: '  slow  ' }))
    const said = { kind: 'conversation.rated', offset, author: { kind: 'visitor', id: 0 } }
    expect((await replay(asAgent(li))).at(-1)).toMatchObject({
      ...said,
      body: { score: 2, comment: 'slow', agent: li },
    })
    const theirs = (await replay(asVisitor(visitor))).map((entry) => redact(entry, asVisitor(visitor)))
    expect(theirs.at(-1)).toMatchObject({ ...said, body: { comment: 'slow', agent: 0 } })
  })

  it('[D2.10] the same cid gets the first result, another content under it is refused, also that of a message', async () => {
    const { done, commit, nextCid, say } = scene()
    const { visitor, conversation } = await closedTalk()
    const cid = nextCid()
    const first = await done(rate(visitor, conversation, { cid }))
    await done(rate(visitor, conversation, { score: 5 }))
    expect(await done(rate(visitor, conversation, { cid }))).toMatchObject({ offset: first.offset, duplicate: true })
    expect(await rate(visitor, conversation, { cid, score: 1 })).toMatchObject({ code: 'cid_reused' })
    const actor = { kind: 'visitor', id: visitor } as const
    const message = { type: 'send', actor, conversation, cid, text: '', files: [] } as const
    expect(await commit({ ...message, text: 'x' })).toMatchObject({ code: 'cid_reused' })
    await done(say(visitor, 'one more thing'))
  })

  it('[D2.10] not somebody else’s, not one that is open, never out of bounds', async () => {
    const { newVisitor, say, done } = scene()
    const { visitor, conversation } = await closedTalk()
    const other = await newVisitor()
    expect(await rate(other, conversation)).toMatchObject({ code: 'conversation_unknown' })
    expect(await rate(visitor, 999 as ConversationId)).toMatchObject({ code: 'conversation_unknown' })
    for (const score of [0, 6, 2.5, Number.NaN])
      expect(await rate(visitor, conversation, { score })).toMatchObject({ code: 'bad_request' })
    const comment = 'x'.repeat(limits.maxRatingCommentLength + 1)
    expect(await rate(visitor, conversation, { comment })).toMatchObject({ code: 'rating_comment_too_long' })
    expect(await rate(visitor, conversation, { comment: '\ud800' })).toMatchObject({ code: 'text_malformed' })
    await done(say(visitor, 'still here'))
    expect(await rate(visitor, conversation)).toMatchObject({ code: 'rating_not_closed' })
  })

  it('[D2.10] may be changed a few times; the next closing is rated anew', async () => {
    const { done, say, close, assign, clock } = scene()
    const { li, visitor, conversation } = await closedTalk()
    for (let times = 0; times < limits.maxRatingsOfAClosing; times += 1) await done(rate(visitor, conversation))
    expect(await rate(visitor, conversation)).toMatchObject({ code: 'rating_final' })
    await done(say(visitor, 'hi again'))
    await done(assign(li, conversation, li))
    clock.move(1)
    await done(close(li, conversation))
    await done(rate(visitor, conversation))
  })

  it('[D2.10] the time for it ends', async () => {
    const { clock, done } = scene()
    const { visitor, conversation } = await closedTalk()
    clock.move(limits.rateWithinMs)
    await done(rate(visitor, conversation))
    clock.move(1)
    expect(await rate(visitor, conversation)).toMatchObject({ code: 'rating_late' })
  })
}
