// Edits and recalls: who may, how long, in which order, and what everybody reads after it.
import { expect, it } from 'vitest'
import { limits, type AgentId, type ConversationId, type FileKey, type VisitorId } from '../../protocol/index.ts'
import type { ContractPart, Scene } from './contract-part.ts'
import { asAgent, asVisitor } from './store-actions.ts'

const refused = (code: string) => ({ ok: false, code })
const byAgent = (id: AgentId) => ({ kind: 'agent', id }) as const
const byVisitor = (id: VisitorId) => ({ kind: 'visitor', id }) as const
const HERS = 'cid-of-hers'
const THEIRS = 'cid-of-theirs'

/** A visitor's question and an agent's answer. */
const talk = async ({ newAgent, newVisitor, say, reply, done }: Scene) => {
  const li = await newAgent('Li')
  const visitor = await newVisitor()
  const { conversation } = await done(say(visitor, '在吗', { cid: THEIRS }))
  const answer = await done(reply(li, conversation, 'Helo', { cid: HERS }))
  return { li, visitor, conversation, answer }
}

export const revisionContract: ContractPart = (scene) => {
  const messagesFor = async (reader: Parameters<Scene['replay']>[0], conversation: ConversationId) => {
    const { replay, historyOf } = scene()
    const isMessage = ({ kind }: { readonly kind: string }) => kind === 'message.sent' || kind === 'note.added'
    const history = (await historyOf(conversation, reader)).filter(isMessage)
    expect((await replay(reader)).filter((entry) => entry.conversation === conversation && isMessage(entry))).toEqual(
      history,
    )
    return history.map(({ body }) => body)
  }

  it('[D2.6] [D2.8] an edit is read by everybody from then on, and the entry of the message stays where it was', async () => {
    const { revise, done, store, historyOf, summaryFor } = scene()
    const { li, visitor, conversation, answer } = await talk(scene())
    const edited = await done(revise(byAgent(li), HERS, ' Hello '))
    expect(edited).toMatchObject({ conversation, offset: answer.offset + 1, seq: answer.seq + 1, duplicate: false })
    const revision = { offset: edited.offset, at: edited.at, recalled: false }
    const now = [{ text: '在吗' }, { text: 'Hello', revision }]
    expect(await messagesFor(asAgent(li), conversation)).toMatchObject(now)
    expect(await messagesFor(asVisitor(visitor), conversation)).toMatchObject(now)
    const { entries } = await store.journal.visitorSnapshot(visitor)
    expect(entries.filter(({ kind }) => kind === 'message.sent').map(({ body }) => body)).toMatchObject(now)
    const entry = (await historyOf(conversation)).at(-1)
    const body = { message: answer.offset, text: 'Hello', isNote: false }
    expect(entry).toMatchObject({ kind: 'message.revised', author: { kind: 'agent', id: li }, body })
    expect(await summaryFor(asAgent(li), conversation)).toMatchObject({
      lastMessage: { preview: 'Hello', offset: answer.offset, at: answer.at },
      lastSeq: edited.seq,
      waitingSince: 0,
    })
  })

  it('[D2.6] [D2.8] what is recalled has no text, no files and no quote any more, for nobody', async () => {
    const { store, clock, reply, revise, done, summaryFor } = scene()
    const { li, visitor, conversation, answer } = await talk(scene())
    const key = 'key-secret' as FileKey
    const file = { key, name: 'secret.txt', bytes: 1, mime: 'text/plain', width: 0, height: 0 }
    await store.files.add(file, { author: byAgent(li), visitor }, clock.now())
    const sent = { cid: 'cid-with-file', files: [key] }
    await done(reply(li, conversation, 'secret', sent))
    const recalled = await done(revise(byAgent(li), sent.cid, null))
    const revision = { offset: recalled.offset, at: recalled.at, recalled: true }
    for (const reader of [asAgent(li), asVisitor(visitor)])
      expect((await messagesFor(reader, conversation)).at(-1)).toMatchObject({ text: '', files: [], revision })
    expect(JSON.stringify(await store.journal.visitorSnapshot(visitor))).not.toContain('secret')
    expect((await summaryFor(asAgent(li), conversation))?.lastMessage).toMatchObject({ preview: '', isRecalled: true })
    expect(answer.offset).toBeLessThan(recalled.offset)
  })

  it('[D2.6] its author alone, under whatever cid it is named', async () => {
    const { newAgent, newVisitor, revise, say, done } = scene()
    const { li, visitor, conversation } = await talk(scene())
    const mei = await newAgent('Mei', 'admin')
    const other = await newVisitor()
    await done(say(other, 'hi'))
    for (const actor of [byAgent(mei), byVisitor(visitor), byVisitor(other)])
      expect(await revise(actor, HERS, 'x'), actor.kind).toEqual(refused('message_unknown'))
    expect(await revise(byAgent(li), THEIRS, null)).toEqual(refused('message_unknown'))
    expect(await revise(byAgent(99 as AgentId), HERS, 'x')).toEqual(refused('forbidden'))
    expect((await done(revise(byVisitor(visitor), THEIRS, '在不在'))).conversation).toBe(conversation)
  })

  it('[D2.6] until the time is over, and not a moment later', async () => {
    const { clock, revise, done } = scene()
    const { li } = await talk(scene())
    clock.move(limits.reviseWithinMs)
    const revised = await done(revise(byAgent(li), HERS, 'just in time', { cid: 'cid-in-time' }))
    clock.move(1)
    expect(await revise(byAgent(li), HERS, 'late')).toEqual(refused('revision_too_late'))
    expect(await revise(byAgent(li), HERS, null)).toEqual(refused('revision_too_late'))
    // A retry is no later than its first try.
    const again = await done(revise(byAgent(li), HERS, 'just in time', { cid: 'cid-in-time' }))
    expect(again).toEqual({ ...revised, duplicate: true })
  })

  it('[D2.7] a retry gets the first result, whatever became of the message since, and its cid stands for nothing else', async () => {
    const { revise, reply, note, done, store } = scene()
    const { li, conversation } = await talk(scene())
    const first = await done(revise(byAgent(li), HERS, 'Hello', { cid: 'cid-edit', conversation }))
    await done(revise(byAgent(li), HERS, null, { cid: 'cid-recall' }))
    const head = store.journal.head()
    expect(await done(revise(byAgent(li), HERS, 'Hello', { cid: 'cid-edit' }))).toEqual({ ...first, duplicate: true })
    for (const text of ['Hallo', null])
      expect(await revise(byAgent(li), HERS, text, { cid: 'cid-edit' })).toEqual(refused('cid_reused'))
    expect(await revise(byAgent(li), HERS, '', { cid: 'cid-recall' })).toEqual(refused('message_empty'))
    expect(await revise(byAgent(li), HERS, 'x', { cid: HERS })).toEqual(refused('cid_reused'))
    expect(await revise(byAgent(li), 'cid-edit', 'x')).toEqual(refused('message_unknown'))
    expect(await reply(li, conversation, 'Hello', { cid: 'cid-edit' })).toEqual(refused('cid_reused'))
    expect(await note(li, conversation, 'Hello', 'cid-edit')).toEqual(refused('cid_reused'))
    expect(store.journal.head()).toBe(head)
  })

  it('[D2.7] of an edit and a recall that race the journal decides: nothing comes after a recall', async () => {
    const { revise } = scene()
    const { li, conversation } = await talk(scene())
    const results = await Promise.all([
      revise(byAgent(li), HERS, 'one'),
      revise(byAgent(li), HERS, 'two'),
      revise(byAgent(li), HERS, null),
      revise(byAgent(li), HERS, 'three'),
      revise(byAgent(li), HERS, null),
    ])
    expect(results.map((result) => result.ok || result.code)).toEqual([
      true,
      true,
      true,
      'message_recalled',
      'message_recalled',
    ])
    expect((await messagesFor(asAgent(li), conversation)).at(-1)).toMatchObject({
      text: '',
      revision: { recalled: true },
    })
  })

  it('[D2.6] bad content and wrong places are refused by their codes, and change nothing', async () => {
    const { revise, say, newVisitor, done, store } = scene()
    const { li, conversation } = await talk(scene())
    const elsewhere = await done(say(await newVisitor(), 'b'))
    const head = store.journal.head()
    const bad = [
      ['', 'message_empty'],
      [' \n ', 'message_empty'],
      ['x'.repeat(limits.maxMessageLength + 1), 'message_too_long'],
      ['a\0', 'text_malformed'],
    ] as const
    for (const [text, code] of bad) expect(await revise(byAgent(li), HERS, text), code).toEqual(refused(code))
    expect(await revise(byAgent(li), HERS, 'x', { cid: 'short' })).toEqual(refused('cid_malformed'))
    expect(await revise(byAgent(li), '', 'x')).toEqual(refused('message_unknown'))
    expect(await revise(byAgent(li), 'cid-of-nobody', 'x')).toEqual(refused('message_unknown'))
    for (const wrong of [elsewhere.conversation, 999 as ConversationId])
      expect(await revise(byAgent(li), HERS, 'x', { conversation: wrong })).toEqual(refused('message_unknown'))
    expect(store.journal.head()).toBe(head)
    expect((await messagesFor(asAgent(li), conversation)).at(-1)).toMatchObject({ text: 'Helo' })
  })

  it('[D2.6] a conversation that was closed, or went to a colleague, stays so', async () => {
    const { newAgent, transfer, close, revise, done, summaryFor } = scene()
    const { li, conversation } = await talk(scene())
    const mei = await newAgent('Mei')
    await done(transfer(li, conversation, mei))
    await done(revise(byAgent(li), HERS, 'Hello'))
    expect(await summaryFor(asAgent(li), conversation)).toMatchObject({ owner: mei, status: 'open' })
    await done(close(mei, conversation))
    await done(revise(byAgent(li), HERS, null))
    expect(await summaryFor(asAgent(li), conversation)).toMatchObject({ owner: mei, status: 'closed' })
  })

  it('[D2.8] what is recalled is unread for nobody, read or not, and leaves the rest as it was', async () => {
    const { newAgent, say, reply, agentReads, visitorReads, revise, done, summaryFor, store } = scene()
    const { li, visitor, conversation, answer } = await talk(scene())
    const mei = await newAgent('Mei')
    const unreadOf = async (agent: AgentId) => (await summaryFor(asAgent(agent), conversation))?.unread
    const second = await done(say(visitor, 'two', { cid: 'cid-second' }))
    await done(say(visitor, 'three'))
    await done(agentReads(li, conversation, second.offset))
    expect([await unreadOf(li), await unreadOf(mei)]).toEqual([1, 3])
    await done(revise(byVisitor(visitor), 'cid-second', null))
    expect([await unreadOf(li), await unreadOf(mei)]).toEqual([1, 2])
    await done(agentReads(mei, conversation, second.offset))
    expect(await unreadOf(mei)).toBe(1)

    const unreadOfVisitor = async () => (await store.journal.visitorSnapshot(visitor)).conversations[0]?.unread
    await done(reply(li, conversation, 'four', { cid: 'cid-four' }))
    expect(await unreadOfVisitor()).toBe(2)
    await done(revise(byAgent(li), 'cid-four', null))
    expect(await unreadOfVisitor()).toBe(1)
    await done(visitorReads(visitor, conversation, answer.offset))
    expect(await unreadOfVisitor()).toBe(0)
    await done(revise(byAgent(li), HERS, null))
    expect(await unreadOfVisitor()).toBe(0)
    await done(reply(li, conversation, 'five'))
    expect(await unreadOfVisitor()).toBe(1)
  })

  it('[D2.8] who recalls the only answer has not answered', async () => {
    const { revise, reply, done, summaryFor, historyOf } = scene()
    const { li, conversation } = await talk(scene())
    expect((await summaryFor(asAgent(li), conversation))?.answered).toBe(true)
    await done(revise(byAgent(li), HERS, null))
    expect((await summaryFor(asAgent(li), conversation))?.answered).toBeUndefined()
    expect((await historyOf(conversation)).at(-1)?.body).toMatchObject({ isUnanswered: true })
    await done(reply(li, conversation, 'Hello'))
    expect((await summaryFor(asAgent(li), conversation))?.answered).toBe(true)
  })

  it('[D2.6] [D2.8] a note as well, of which its visitor learns nothing', async () => {
    const { newAgent, note, revise, done, store } = scene()
    const { li, visitor, conversation } = await talk(scene())
    const mei = await newAgent('Mei')
    await done(note(li, conversation, 'angy', 'cid-of-note'))
    expect(await revise(byAgent(mei), 'cid-of-note', 'x')).toEqual(refused('message_unknown'))
    await done(revise(byAgent(li), 'cid-of-note', 'angry'))
    expect((await messagesFor(asAgent(li), conversation)).at(-1)).toMatchObject({ text: 'angry' })
    const before = await store.journal.visitorSnapshot(visitor)
    await done(revise(byAgent(li), 'cid-of-note', null))
    expect((await messagesFor(asAgent(li), conversation)).at(-1)).toMatchObject({
      text: '',
      revision: { recalled: true },
    })
    const after = await store.journal.visitorSnapshot(visitor)
    expect(after.conversations[0]).toMatchObject({
      unread: before.conversations[0]?.unread,
      lastMessage: { preview: 'Helo' },
    })
  })
}
