import { expect, it } from 'vitest'
import { NO_OFFSET, type ConversationId, type Offset } from '../../protocol/index.ts'
import { silenceWarning } from '../../core/conversation/silence-warning.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, asVisitor } from './store-actions.ts'

const system = { kind: 'system' } as const

export const silenceContract: ContractPart = (scene) => {
  const warn = (conversation: ConversationId, after: Offset) =>
    scene().commit({ type: 'warn', actor: system, conversation, after, closeAfterMs: 120_000 })
  const close = (conversation: ConversationId, after: Offset) =>
    scene().commit({ type: 'close', actor: system, conversation, reason: 'silence', after })

  it('[D7.27] a warning is a message of the system, stored once, that is nobody’s answer', async () => {
    const { newVisitor, newAgent, say, assign, reply, done, historyOf, summaryFor } = scene()
    const li = await newAgent('Li')
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, 'hi'))
    await done(assign(li, conversation, li))
    const { offset } = await done(reply(li, conversation, 'yes?'))
    const warned = await done(warn(conversation, offset))
    expect((await historyOf(conversation)).at(-1)).toMatchObject({
      kind: 'message.sent',
      offset: warned.offset,
      author: { kind: 'system', id: 0 },
      body: { files: [], text: silenceWarning('zh-CN', 120_000) },
    })
    expect(await done(warn(conversation, offset))).toMatchObject({ offset: NO_OFFSET })
    expect(await summaryFor(asAgent(li), conversation)).toMatchObject({
      waitingSince: 0,
      lastMessage: { author: { kind: 'system' } },
    })
    expect(await summaryFor(asVisitor(visitor), conversation)).toMatchObject({ unread: 2 })
    await done(say(visitor, 'still here'))
    const asked = await summaryFor(asAgent(li), conversation)
    // What the visitor waits for is not taken from them by a warning that came too late.
    expect(await done(warn(conversation, offset))).toMatchObject({ offset: NO_OFFSET })
    expect(await done(close(conversation, warned.offset))).toMatchObject({ offset: NO_OFFSET })
    expect(await summaryFor(asAgent(li), conversation)).toEqual(asked)
  })

  it('[D7.27] after a restart it is known who spoke last, and when; what was warned of is closed once', async () => {
    const { opened, newVisitor, newAgent, say, assign, reply, done } = scene()
    const li = await newAgent('Li')
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    const unanswered = await done(say(await newVisitor(), 'hello'))
    await done(assign(li, conversation, li))
    const { offset } = await done(reply(li, conversation, 'yes?'))
    const warned = await done(warn(conversation, offset))
    await done(close(unanswered.conversation, unanswered.offset))
    const { journal } = await opened.reopen()
    expect(await journal.openConversations()).toMatchObject([
      { id: conversation, lastMessage: { author: { kind: 'system' }, at: warned.at, offset: warned.offset } },
    ])
    const command = { type: 'close', actor: system, conversation, reason: 'silence', after: warned.offset } as const
    expect(await journal.commit(command)).toMatchObject({ ok: true, value: { offset: warned.offset + 2 } })
    expect(await journal.commit(command)).toMatchObject({ ok: true, value: { offset: NO_OFFSET } })
  })
}
