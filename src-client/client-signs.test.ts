import { describe, expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  type AgentId,
  type Cid,
  type ConversationId,
  type GroupId,
  type Offset,
  type ReceiptMark,
  type RequestId,
  type ServerFrame,
  type VisitorId,
  type EntryDraft,
} from '#protocol'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  conversation,
  me,
  guest,
  fromGuest,
  fromMe,
  said,
  opened,
  assignedTo,
  startClient,
  welcome,
  live,
  reset,
  goLive,
  saidOf,
  loseAndReconnect,
  rowOf,
  beat,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'

describe('receipts, typing and requests', () => {
  const withConversation = async (owner: number) => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    for (const draft of [opened, assignedTo(owner), said(fromGuest, 'a')])
      socket.hear({ type: 'entry', entry: journal.make(1, draft) })
    return { world, client, journal, socket }
  }
  const mark = (read: number, delivered = read): ReceiptMark => ({
    conversation,
    reader: fromMe,
    delivered: delivered as Offset,
    read: read as Offset,
  })

  it('[D6] tells what arrived for its own conversations, gathered, and again on a new connection until confirmed', async () => {
    const { world, journal, socket } = await withConversation(2)
    socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, 'b')) })
    expect(saidOf(socket, 'receipt')).toEqual([])
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(socket, 'receipt')).toEqual([{ type: 'receipt', conversation, delivered: 4, read: 0 }])
    const next = loseAndReconnect(world)
    next.hear(welcome(me), live(4))
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(next, 'receipt')).toHaveLength(1)
    next.hear({ type: 'receipts', marks: [mark(0, 4)] })
    const third = loseAndReconnect(world)
    third.hear(welcome(me), live(4))
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(third, 'receipt')).toEqual([])
  })

  it('[D6] tells it at each beat a few times, and anew on the next connection', async () => {
    const { world, socket } = await withConversation(2)
    for (let count = 0; count < 12; count += 1) {
      socket.hear(beat(3, 3))
      world.clock.advance(limits.receiptFlushMs)
    }
    expect(saidOf(socket, 'receipt')).toHaveLength(5)
    const next = loseAndReconnect(world)
    next.hear(welcome(me), live(3))
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(next, 'receipt')).toHaveLength(1)
  })

  it("[D6] says nothing of a colleague's conversation", async () => {
    const { world, socket } = await withConversation(5)
    world.clock.advance(1_000)
    expect(saidOf(socket, 'receipt')).toEqual([])
  })

  it.each([
    ["a colleague's conversation", 5, 0],
    ['one’s own', 2, 1],
    ['one that nobody has', 0, 1],
  ])('[D6.3] says "read" of %s only if its agent may answer there', async (_what, owner, receipts) => {
    const { world, client, socket } = await withConversation(owner)
    client.markRead(conversation, 3 as Offset)
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(socket, 'receipt').filter(({ read }) => read > 0)).toHaveLength(receipts)
    expect(rowOf(client)?.summary.unread).toBe(1 - receipts)
  })

  it('[D6] counts as read at once, and does not fall back when a reset brings an older mark', async () => {
    const { world, client, socket } = await withConversation(2)
    expect(rowOf(client)?.summary.unread).toBe(1)
    client.markRead(conversation, 3 as Offset)
    expect(rowOf(client)?.summary.unread).toBe(0)
    const summary = rowOf(client)?.summary
    const next = loseAndReconnect(world)
    next.hear(
      welcome(me),
      reset({
        kind: 'agent',
        cursor: 3 as Offset,
        agents: [],
        conversations: summary ? [{ ...summary, unread: 1 }] : [],
        receipts: [],
        visitorsOnline: [],
      }),
      live(3),
    )
    expect(rowOf(client)?.summary.unread).toBe(0)
    world.clock.advance(limits.receiptFlushMs)
    expect([...saidOf(socket, 'receipt'), ...saidOf(next, 'receipt')].at(-1)).toEqual({
      type: 'receipt',
      conversation,
      delivered: 3,
      read: 3,
    })
  })

  it('[D9] sends receipts no faster than the server takes frames', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    for (let id = 1; id <= 60; id += 1) client.markRead(id as ConversationId, 5 as Offset)
    world.clock.advance(1_000)
    expect(saidOf(socket, 'receipt').length).toBeLessThan(limits.framesPerSecond)
    world.clock.advance(10_000)
    expect(saidOf(socket, 'receipt')).toHaveLength(60)
  })

  it('knows who is there, and no more of a visitor once their conversation is closed', async () => {
    const { client, journal, socket } = await withConversation(2)
    const page = { url: 'https://shop.example/p/1', title: 'Tea', referrer: '' }
    socket.hear({ type: 'visitor', visitor: 9 as VisitorId, online: true, page })
    expect(client.state().visitorsOnline.has(9 as VisitorId)).toBe(true)
    expect(client.state().visitorPages.get(9 as VisitorId)).toEqual(page)
    const closing: EntryDraft = { author: fromMe, kind: 'conversation.closed', body: { reason: 'resolved' } }
    socket.hear({ type: 'entry', entry: journal.make(1, closing) })
    expect(client.state().visitorsOnline.size + client.state().visitorPages.size).toBe(0)
  })

  it('[D4.8] hears of many at once who is there, and leaves those who are not named as they were', async () => {
    const { client, journal, socket } = await withConversation(2)
    const page = { url: 'https://shop.example/p/1', title: 'Tea', referrer: '' }
    const lin = { id: 2 as AgentId, name: 'Lin', role: 'agent', status: 'online', capacity: 5, active: true } as const
    const change: EntryDraft = { author: { kind: 'system', id: 0 }, kind: 'agent.changed', body: { agent: lin } }
    socket.hear({ type: 'entry', entry: journal.make(0, change) })
    socket.hear({ type: 'presence', agent: lin.id, connected: true })
    const [here, gone, other] = [9, 10, 11] as [VisitorId, VisitorId, VisitorId]
    for (const visitor of [gone, other]) socket.hear({ type: 'visitor', visitor, online: true, page })
    const online = [{ visitor: here, page }]
    socket.hear({ type: 'people', connected: [], disconnected: [lin.id], online, offline: [gone] })
    const { agents, visitorsOnline, visitorPages } = client.state()
    expect([...visitorsOnline].toSorted((a, b) => a - b)).toEqual([here, other])
    expect(visitorPages.has(gone)).toBe(false)
    expect(visitorPages.get(here)).toEqual(page)
    expect(agents.get(lin.id)?.connected).toBe(false)
  })

  it('shows typing until it fades, ends, or the words arrive', async () => {
    const { world, client, journal, socket } = await withConversation(2)
    const typing = (active: boolean): ServerFrame => ({ type: 'typing', conversation, author: fromGuest, active })
    socket.hear(typing(true))
    expect(rowOf(client)?.typing).toEqual([fromGuest])
    world.clock.advance(limits.typingFadesMs - 1)
    expect(rowOf(client)?.typing).toEqual([fromGuest])
    world.clock.advance(1)
    expect(rowOf(client)?.typing).toEqual([])
    socket.hear(typing(true), typing(false))
    expect(rowOf(client)?.typing).toEqual([])
    socket.hear(typing(true), { type: 'entry', entry: journal.make(1, said(fromGuest, 'b')) })
    expect(rowOf(client)?.typing).toEqual([])
  })

  it('tells of its own typing no more often than needed', async () => {
    const { world, client, socket } = await withConversation(2)
    for (let key = 0; key < 40; key += 1) {
      client.setTyping(conversation, true)
      world.clock.advance(100)
    }
    client.setTyping(conversation, false)
    client.setTyping(conversation, false)
    expect(saidOf(socket, 'typing').map(({ active }) => active)).toEqual([true, true, false])
  })

  it('[D10] answers every request: with the reply, the code, or no_answer', async () => {
    const { world, client, socket } = await withConversation(2)
    const asked = [
      client.close(conversation, 'resolved'),
      client.transfer(conversation, 5 as AgentId, ''),
      client.setStatus('busy'),
      client.assign(conversation, NO_AGENT),
    ]
    const [closing, transfer] = [saidOf(socket, 'close')[0], saidOf(socket, 'transfer')[0]]
    socket.hear(
      { type: 'done', rid: closing?.rid ?? (0 as RequestId) },
      { type: 'fail', rid: transfer?.rid ?? (0 as RequestId), code: 'not_owner' },
    )
    await settle()
    let answered = 0
    for (const one of asked) void one.then(() => (answered += 1))
    world.clock.advance(limits.requestTimeoutMs)
    await settle()
    expect(answered).toBe(asked.length)
    const late = client.assign(conversation, me.id)
    socket.end(1006)
    const without = client.list({ view: 'open' })
    expect(await Promise.all([...asked, late, without])).toEqual([
      { ok: true, value: undefined },
      { ok: false, code: 'not_owner' },
      ...Array.from({ length: 4 }, () => ({ ok: false, code: 'no_answer' })),
    ])
  })

  it('tells listeners after the turn, once for many changes', async () => {
    const { client, journal, socket } = await withConversation(2)
    let calls = 0
    const cancel = client.subscribe(() => (calls += 1))
    for (const text of ['x', 'y', 'z']) socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, text)) })
    expect(calls).toBe(0)
    await settle()
    expect(calls).toBe(1)
    expect(client.state()).toBe(client.state())
    cancel()
    socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, 'w')) })
    await settle()
    expect(calls).toBe(1)
  })

  it('knows the visitor: their page again on every connection, delivered marks for what the desk wrote', async () => {
    const world = createFakeWorld()
    const client = startClient(world, 'visitor')
    const page = { url: 'https://shop.example/p/1', title: 'Tea', referrer: '' }
    client.setPage(page)
    const socket = await goLive(world, guest)
    expect(saidOf(socket, 'page')).toEqual([{ type: 'page', ...page }])
    const journal = createEntryMaker()
    for (const draft of [opened, said(fromGuest, 'hi'), said(fromMe, 'welcome')])
      socket.hear({ type: 'entry', entry: journal.make(1, draft) })
    world.clock.advance(limits.receiptFlushMs)
    expect(saidOf(socket, 'receipt')).toEqual([{ type: 'receipt', conversation, delivered: 3, read: 0 }])
    expect(rowOf(client)?.summary).toMatchObject({ unread: 1 })
  })

  it('[D10.10] nothing is asked of a server that does not know the question', async () => {
    const { client, socket } = await withConversation(2)
    const cid = 'cid-of-note' as Cid
    void client.moveToGroup(conversation, 3 as GroupId, 'urgent')
    void client.addNote(conversation, 'a word', cid)
    expect(saidOf(socket, 'queue')).toMatchObject([{ conversation, group: 3, note: 'urgent' }])
    expect(saidOf(socket, 'note')).toMatchObject([{ conversation, cid, text: 'a word' }])
    socket.hear({ ...welcome(me), takes: 14 } as ServerFrame)
    expect(await client.addNote(conversation, 'another', cid)).toEqual({ ok: false, code: 'version_unsupported' })
    expect(saidOf(socket, 'note')).toHaveLength(1)
    client.watch(conversation)
    expect(saidOf(socket, 'watch')).toEqual([])
    socket.hear({ ...welcome(me), takes: 18 } as ServerFrame)
    client.watch(conversation)
    expect(saidOf(socket, 'watch')).toMatchObject([{ conversation }])
  })
})
