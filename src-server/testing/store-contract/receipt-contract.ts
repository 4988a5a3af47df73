import { expect, it } from 'vitest'
import { limits, NO_OFFSET, type AgentId, type Offset } from '../../protocol/index.ts'
import type { CommittedReceipt } from '../../ports/journal.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, asVisitor } from './store-actions.ts'

const offset = (value: number): Offset => value as Offset

export const receiptContract: ContractPart = (scene) => {
  it('[D6] marks only move forward, together with what a reader must have received to read', async () => {
    const { store, newVisitor, newAgent, say, reply, visitorReads, done } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, 'a'))
    const [first, second] = [await done(reply(agent, conversation, 'b')), await done(reply(agent, conversation, 'c'))]
    const heard: CommittedReceipt[] = []
    store.journal.onCommitted((group) => heard.push(...group.receipts))
    await done(visitorReads(visitor, conversation, second.offset))
    await done(visitorReads(visitor, conversation, first.offset, first.offset))
    await done(visitorReads(visitor, conversation, NO_OFFSET, second.offset))
    expect(heard).toEqual([
      {
        mark: {
          conversation,
          reader: { kind: 'visitor', id: 0 },
          delivered: second.offset,
          read: second.offset,
        },
        visitor,
        owner: agent,
      },
    ])
  })

  it('[D6] delivered moves without read; nobody has read what is not written yet', async () => {
    const { store, newVisitor, newAgent, say, agentReads, done } = scene()
    const agent = await newAgent('Li')
    const said = await done(say(await newVisitor(), 'a'))
    const marks = () => store.journal.receiptsSince(asAgent(agent), NO_OFFSET)
    await done(agentReads(agent, said.conversation, NO_OFFSET, said.offset))
    expect(await marks()).toMatchObject([{ delivered: said.offset, read: 0 }])
    await done(agentReads(agent, said.conversation, offset(said.offset + 1_000)))
    expect(await marks()).toMatchObject([{ delivered: said.offset, read: said.offset }])
  })

  it('[D6] nobody marks what is not theirs', async () => {
    const { newVisitor, say, visitorReads, agentReads, done } = scene()
    const said = await done(say(await newVisitor(), 'a'))
    const stranger = await newVisitor()
    const unknown = { ok: false, code: 'conversation_unknown' }
    expect(await visitorReads(stranger, said.conversation, said.offset)).toEqual(unknown)
    expect(await visitorReads(stranger, 99 as typeof said.conversation, said.offset)).toEqual(unknown)
    expect(await agentReads(9 as AgentId, said.conversation, said.offset)).toEqual({ ok: false, code: 'forbidden' })
  })

  it('[D6] a resume gets the marks that moved since its cursor, in its scope', async () => {
    const { store, newVisitor, newAgent, say, reply, agentReads, visitorReads, done } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const [one, two] = [await newVisitor(), await newVisitor()]
    const a = await done(say(one, 'a'))
    await done(agentReads(li, a.conversation, a.offset))
    const b = await done(say(two, 'b'))
    await done(reply(mei, b.conversation, 'yes'))
    const cursor = store.journal.head()
    await done(agentReads(mei, b.conversation, b.offset))
    await done(visitorReads(one, a.conversation, a.offset))
    const readers = async (...args: Parameters<typeof store.journal.receiptsSince>) =>
      (await store.journal.receiptsSince(...args))
        .map(({ reader, conversation }) => `${reader.kind} ${conversation}`)
        .sort()
    expect(await readers(asAgent(li), cursor)).toEqual([`agent ${b.conversation}`, `visitor ${a.conversation}`])
    expect(await readers(asAgent(li), NO_OFFSET)).toHaveLength(3)
    for (const since of [NO_OFFSET, cursor])
      expect(await readers(asAgent(mei, 'own'), since)).toEqual([`agent ${b.conversation}`])
    expect(await readers(asVisitor(one), cursor)).toEqual([`visitor ${a.conversation}`])
    expect(await readers(asVisitor(two), cursor)).toEqual([`agent ${b.conversation}`])
    expect((await store.journal.agentSnapshot(li)).receipts).toHaveLength(3)
    expect((await store.journal.visitorSnapshot(one)).receipts).toHaveLength(2)
  })

  it('[D6] receipts survive a restart', async () => {
    const { opened, newVisitor, newAgent, say, agentReads, done } = scene()
    const agent = await newAgent('Li')
    const said = await done(say(await newVisitor(), 'a'))
    await done(agentReads(agent, said.conversation, said.offset))
    const reopened = await opened.reopen()
    expect(await reopened.journal.receiptsSince(asAgent(agent), NO_OFFSET)).toMatchObject([{ read: said.offset }])
  })

  it('unread counts the other side’s messages after the viewer’s own mark', async () => {
    const { store, newVisitor, newAgent, say, reply, agentReads, visitorReads, done, summaryFor } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const visitor = await newVisitor()
    const first = await done(say(visitor, '1'))
    const { conversation } = first
    await done(say(visitor, '2'))
    await done(reply(li, conversation, 'x'))
    const third = await done(say(visitor, '3'))
    const unread = async (agent: AgentId) => (await summaryFor(asAgent(agent), conversation))?.unread
    const unreadByVisitor = async () => (await store.journal.visitorSnapshot(visitor)).conversations[0]?.unread
    expect([await unread(li), await unread(mei), await unreadByVisitor()]).toEqual([3, 3, 1])
    await done(agentReads(li, conversation, first.offset))
    expect([await unread(li), await unread(mei)]).toEqual([2, 3])
    // A mark between two entries, where another conversation's lie.
    await done(say(await newVisitor(), 'elsewhere'))
    await done(agentReads(li, conversation, offset(third.offset - 1)))
    expect(await unread(li)).toBe(1)
    await done(agentReads(li, conversation, offset(third.offset + 1)))
    expect(await unread(li)).toBe(0)
    await done(visitorReads(visitor, conversation, third.offset))
    await done(reply(li, conversation, 'y'))
    expect(await unreadByVisitor()).toBe(1)
  })

  it('[D9] unread is counted up to its bound', async () => {
    const { newVisitor, newAgent, say, agentReads, done, summaryFor } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const { conversation, offset: first } = await done(say(visitor, 'first'))
    await Promise.all(
      Array.from({ length: limits.maxUnreadCounted + 20 }, (_, index) => done(say(visitor, `${index}`))),
    )
    expect((await summaryFor(asAgent(agent), conversation))?.unread).toBe(limits.maxUnreadCounted)
    await done(agentReads(agent, conversation, first))
    expect((await summaryFor(asAgent(agent), conversation))?.unread).toBe(limits.maxUnreadCounted)
    await done(agentReads(agent, conversation, offset(first + 30)))
    expect((await summaryFor(asAgent(agent), conversation))?.unread).toBe(90)
  })
}
