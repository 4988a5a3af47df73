import { expect, it } from 'vitest'
import {
  limits,
  type AgentId,
  type ConversationId,
  type FileKey,
  type Offset,
  type ReplyId,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'
import type { ContractPart } from './contract-part.ts'

const refused = (code: string) => ({ ok: false, code })

export const messageContract: ContractPart = (scene) => {
  it('[D2] a retry gets the first result, adds nothing and is not heard of', async () => {
    const { store, newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    const first = await done(say(visitor, '你好', { cid: 'cid-one-1' }))
    let heard = 0
    store.journal.onCommitted(() => (heard += 1))
    const again = await done(say(visitor, '  你好 ', { cid: 'cid-one-1', conversation: first.conversation }))
    expect(again).toEqual({ ...first, duplicate: true })
    expect(first.duplicate).toBe(false)
    expect(heard).toBe(0)
    expect(store.journal.head()).toBe(first.offset)
  })

  it('[D2] the same cid twice at the same moment is stored once', async () => {
    const { store, newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    const results = await Promise.all(
      Array.from({ length: 5 }, () => done(say(visitor, 'once', { cid: 'cid-at-once' }))),
    )
    expect(new Set(results.map((result) => result.offset)).size).toBe(1)
    expect(results.filter((result) => !result.duplicate)).toHaveLength(1)
    expect(store.journal.head()).toBe(2)
  })

  it('[D2] a cid used again for another text is refused', async () => {
    const { newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    await done(say(visitor, 'one', { cid: 'cid-reused' }))
    expect(await say(visitor, 'two', { cid: 'cid-reused' })).toEqual(refused('cid_reused'))
  })

  it('[D2.3] a cid used again for the same text with other files is refused', async () => {
    const { store, clock, newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    const [one, two] = ['key-one' as FileKey, 'key-two' as FileKey]
    for (const key of [one, two])
      await store.files.add(
        { key, name: 'a.txt', bytes: 1, mime: 'text/plain', width: 0, height: 0 },
        { author: { kind: 'visitor', id: 0 }, visitor },
        clock.now(),
      )
    const first = await done(say(visitor, 'look', { cid: 'cid-files', files: [one] }))
    for (const files of [[], [two], [one, two]])
      expect(await say(visitor, 'look', { cid: 'cid-files', files })).toEqual(refused('cid_reused'))
    const again = await done(say(visitor, 'look', { cid: 'cid-files', files: [one, one] }))
    expect(again).toEqual({ ...first, duplicate: true })
  })

  it('[D2] a cid belongs to its author: two visitors may use the same', async () => {
    const { newVisitor, say, done } = scene()
    const [one, two] = [await newVisitor(), await newVisitor()]
    const first = await done(say(one, 'hi', { cid: 'cid-shared' }))
    const second = await done(say(two, 'hi', { cid: 'cid-shared' }))
    expect(second.duplicate).toBe(false)
    expect(second.conversation).not.toBe(first.conversation)
  })

  it('[D2] the retry of a first message is found though its conversation was closed and replaced meanwhile', async () => {
    const { clock, newVisitor, newAgent, say, close, done } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const first = await done(say(visitor, 'first', { cid: 'cid-first' }))
    await done(close(agent, first.conversation))
    clock.move(limits.reopenWithinMs + 1)
    const second = await done(say(visitor, 'second'))
    expect(second.conversation).not.toBe(first.conversation)
    expect(await done(say(visitor, 'first', { cid: 'cid-first' }))).toEqual({ ...first, duplicate: true })
  })

  it('[D2] an agent’s cid used in another conversation is refused, so that no answer lands in a wrong ear', async () => {
    const { newVisitor, newAgent, say, reply, done } = scene()
    const agent = await newAgent('Li')
    const one = await done(say(await newVisitor(), 'a'))
    const two = await done(say(await newVisitor(), 'b'))
    await done(reply(agent, one.conversation, 'yes', { cid: 'cid-agent' }))
    expect(await reply(agent, two.conversation, 'yes', { cid: 'cid-agent' })).toEqual(refused('cid_reused'))
  })

  it('[D10] bad content is refused by its code', async () => {
    const { newVisitor, say } = scene()
    const visitor = await newVisitor()
    const bad = [
      ['', 'cid-fine-1', 'message_empty'],
      [' \n\t ', 'cid-fine-1', 'message_empty'],
      ['x'.repeat(100_000), 'cid-fine-1', 'message_too_long'],
      ['a\ud83d', 'cid-fine-1', 'text_malformed'],
      ['a\0', 'cid-fine-1', 'text_malformed'],
      ['fine', 'short', 'cid_malformed'],
      ['fine', 'has space in', 'cid_malformed'],
    ] as const
    for (const [text, cid, code] of bad) expect(await say(visitor, text, { cid }), code).toEqual(refused(code))
  })

  it('[D10] the unknown is refused by its code', async () => {
    const { newVisitor, newAgent, say, reply, close, done } = scene()
    const agent = await newAgent('Li')
    const [one, two] = [await newVisitor(), await newVisitor()]
    const { conversation } = await done(say(one, 'mine'))
    const nowhere = 999 as ConversationId
    expect(await say(two, 'not mine', { conversation })).toEqual(refused('conversation_unknown'))
    expect(await say(one, 'hi', { conversation: nowhere })).toEqual(refused('conversation_unknown'))
    expect(await say(77 as VisitorId, 'who am I')).toEqual(refused('unauthorized'))
    expect(await reply(agent, nowhere, 'hi')).toEqual(refused('conversation_unknown'))
    expect(await reply(55 as AgentId, conversation, 'hi')).toEqual(refused('forbidden'))
    expect(await close(agent, nowhere)).toEqual(refused('conversation_unknown'))
  })

  it('[D3] seq counts every kind of entry without a gap, the same for everyone', async () => {
    const { newVisitor, newAgent, say, reply, transfer, close, dispatch, historyOf, done } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, 'a'))
    await done(dispatch(conversation, li))
    await done(reply(li, conversation, 'b'))
    await done(transfer(li, conversation, mei, 'please'))
    await done(close(mei, conversation))
    await done(say(visitor, 'c'))
    const entries = await historyOf(conversation)
    expect(entries.map((entry) => entry.kind)).toEqual([
      'conversation.opened',
      'message.sent',
      'conversation.assigned',
      'message.sent',
      'conversation.transferred',
      'conversation.closed',
      'conversation.reopened',
      'message.sent',
    ])
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await historyOf(conversation, { kind: 'visitor', id: visitor })).toEqual(entries)
  })

  it('a visitor who writes within the weekend continues the conversation, and later opens a new one', async () => {
    const { clock, newVisitor, newAgent, say, reply, close, done, summaryFor } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const first = await done(say(visitor, 'a'))
    await done(reply(agent, first.conversation, 'b'))
    await done(close(agent, first.conversation))
    clock.move(limits.reopenWithinMs)
    const second = await done(say(visitor, 'c'))
    expect(second.conversation).toBe(first.conversation)
    // Back in the queue: whoever had it may be gone, and nobody is to wait for them.
    const summary = await summaryFor({ kind: 'agent', id: agent, scope: 'all' }, first.conversation)
    expect(summary).toMatchObject({ status: 'open', owner: 0, waitingSince: clock.now() })
    await done(close(agent, first.conversation))
    clock.move(limits.reopenWithinMs + 1)
    const third = await done(say(visitor, 'd'))
    expect(third.conversation).not.toBe(first.conversation)
    expect(third.seq).toBe(2)
  })

  it('an outbox that names an old conversation still delivers: into the current one', async () => {
    const { clock, newVisitor, newAgent, say, close, done } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const first = await done(say(visitor, 'a'))
    await done(close(agent, first.conversation))
    clock.move(limits.reopenWithinMs + 1)
    const second = await done(say(visitor, 'b'))
    const late = await done(say(visitor, 'typed long ago', { conversation: first.conversation }))
    expect(late.conversation).toBe(second.conversation)
  })

  it('an agent’s message reopens a closed conversation and takes it, unless a newer one has begun', async () => {
    const { clock, newVisitor, newAgent, say, reply, close, done, historyOf } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const visitor = await newVisitor()
    const first = await done(say(visitor, 'a'))
    await done(reply(li, first.conversation, 'b'))
    await done(close(li, first.conversation))
    const outcome = await done(reply(mei, first.conversation, 'one more thing'))
    const entries = (await historyOf(first.conversation)).slice(-3)
    expect(entries.map((entry) => entry.kind)).toEqual([
      'conversation.reopened',
      'conversation.assigned',
      'message.sent',
    ])
    expect(entries[1]?.body).toMatchObject({ agent: mei, agentName: 'Mei', reason: { layer: 'manual', rule: 'reply' } })
    expect(outcome.offset).toBe(entries[2]?.offset)
    await done(close(mei, first.conversation))
    clock.move(limits.reopenWithinMs + 1)
    await done(say(visitor, 'something new'))
    expect(await reply(mei, first.conversation, 'too late')).toEqual(refused('conversation_closed'))
  })

  it('files travel with their message, only their owner may send them', async () => {
    const { store, clock, newVisitor, newAgent, say, reply, done, historyOf } = scene()
    const agent = await newAgent('Li')
    const [one, two] = [await newVisitor(), await newVisitor()]
    const key = 'file-key-1' as FileKey
    const file = { key, name: '猫.png', bytes: 10, mime: 'image/png', width: 4, height: 3 }
    await store.files.add(file, { author: { kind: 'visitor', id: 0 }, visitor: one }, clock.now())
    expect(await say(two, '', { files: [key] })).toEqual(refused('file_unknown'))
    const { conversation } = await done(say(one, '', { files: [key, key] }))
    expect((await historyOf(conversation)).at(-1)?.body).toMatchObject({ text: '', files: [file] })
    expect(await reply(agent, conversation, '', { files: [key] })).toEqual(refused('file_unknown'))
    expect(await say(one, 'x', { files: ['no-such-file' as FileKey] })).toEqual(refused('file_unknown'))
    const many = Array.from({ length: limits.maxFilesPerMessage + 1 }, () => key)
    expect(await say(one, 'x', { files: many })).toEqual(refused('too_many_files'))
  })

  it('[D2.5] a message answers one of its own conversation, never one of another, and says what it began as', async () => {
    const { store, newVisitor, newAgent, say, commit, done, replay } = scene()
    const li = await newAgent('Li')
    const [one, other] = [await newVisitor(), await newVisitor()]
    const asked = await done(say(one, 'Which size?'))
    const foreign = await done(say(other, 'My secret'))
    const answer = (cid: string, quote: number, more: object = {}) =>
      commit({
        type: 'send',
        actor: { kind: 'agent', id: li },
        conversation: asked.conversation,
        cid,
        text: 'XL',
        files: [],
        quote: quote as Offset,
        ...more,
      })
    await done(answer('cid-quote-1', asked.offset, { reply: 7 as ReplyId }))
    // The same again, whatever it says beside its words.
    expect(await done(answer('cid-quote-1', 0))).toMatchObject({ duplicate: true })
    for (const nowhere of [foreign.offset, 1, 9_999])
      expect(await answer(`cid-nowhere-${nowhere}`, nowhere)).toEqual({ ok: false, code: 'bad_request' })
    await done(answer('cid-plain-01', 0))
    const own = { type: 'send', actor: { kind: 'visitor', id: one }, conversation: 0 as never, text: 'Thanks' } as const
    await done(commit({ ...own, cid: 'cid-thanks-1', files: [], quote: asked.offset, reply: 7 as ReplyId }))
    const bodies = (await replay({ kind: 'agent', id: li, scope: 'all' })).flatMap((entry) =>
      entry.kind === 'message.sent' && entry.conversation === asked.conversation ? [entry.body] : [],
    )
    expect(bodies.slice(1)).toEqual([
      { cid: 'cid-quote-1', text: 'XL', files: [], quote: asked.offset, reply: 7 },
      { cid: 'cid-plain-01', text: 'XL', files: [] },
      { cid: 'cid-thanks-1', text: 'Thanks', files: [], quote: asked.offset },
    ])
    expect(store.journal.head()).toBeGreaterThan(0)
  })

  it('[D5.2] an answer over a colleague’s that its writer had not seen is refused, until they have seen it', async () => {
    const { commit, newVisitor, newAgent, say, done } = scene()
    const [mei, li] = [await newAgent('Mei'), await newAgent('Li')]
    const asked = await done(say(await newVisitor(), 'Where is my parcel?'))
    const { conversation } = asked
    const answer = (agent: AgentId, cid: string, seen: Seq | null | undefined) =>
      commit({
        type: 'send',
        actor: { kind: 'agent', id: agent },
        conversation,
        cid,
        text: 'Tomorrow',
        files: [],
        seen,
      })
    const closed = (agent: AgentId) =>
      done(commit({ type: 'close', actor: { kind: 'agent', id: agent }, conversation, reason: 'resolved' }))
    const first = await done(answer(mei, 'cid-of-mei-1', asked.seq))
    // Both at work in the same second: whoever was slower learns whose it is now.
    expect(await answer(li, 'cid-of-li-01', asked.seq)).toEqual(refused('not_owner'))
    await closed(mei)
    expect(await answer(li, 'cid-of-li-01', asked.seq)).toEqual(refused('answered_meanwhile'))
    expect(await answer(li, 'cid-of-li-01', (first.seq - 1) as Seq)).toEqual(refused('answered_meanwhile'))
    const stored = await done(answer(li, 'cid-of-li-01', first.seq))
    // What is stored stays stored, whatever a retry says that it had seen (D2).
    expect(await done(answer(li, 'cid-of-li-01', asked.seq))).toEqual({ ...stored, duplicate: true })
    // Their own words are no news to them; who says nothing of what they saw is asked nothing.
    await done(answer(li, 'cid-of-li-02', first.seq))
    await closed(li)
    await done(answer(mei, 'cid-of-mei-2', undefined))
    await closed(mei)
    await done(answer(li, 'cid-of-li-03', null))
  })

  it('[D5.2] of two answers in the same moment to what nobody has, one goes out', async () => {
    const { commit, newVisitor, newAgent, say, done } = scene()
    const agents = [await newAgent('Mei'), await newAgent('Li')]
    const { conversation, seq } = await done(say(await newVisitor(), 'Hello?'))
    const results = await Promise.all(
      agents.map((id) =>
        commit({
          type: 'send',
          actor: { kind: 'agent', id },
          conversation,
          cid: `cid-of-agent-${id}`,
          text: 'Hello',
          files: [],
          seen: seq,
        }),
      ),
    )
    expect(results.map((result) => (result.ok ? 'stored' : result.code))).toEqual(['stored', 'not_owner'])
  })
}
