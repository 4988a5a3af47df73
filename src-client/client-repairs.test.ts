import { describe, expect, it } from 'vitest'
import {
  NO_AGENT,
  NO_OFFSET,
  type ConversationSummary,
  type EpochMs,
  type Offset,
  type RequestId,
  type Seq,
  type Author,
  type ReceiptMark,
  type Cid,
} from '#protocol'
import { createEntryMaker, someVisitor } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  conversation,
  me,
  fromGuest,
  said,
  opened,
  startClient,
  welcome,
  live,
  goLive,
  saidOf,
  loseAndReconnect,
  rowOf,
  fromMe,
  summaryAt,
  snapshotOf,
  ack,
  beat,
  assignedTo,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'

const nothing = 0 as RequestId

describe('gaps', () => {
  it('[D3] asks for a gap it notices, once, and shows nothing behind it before it is closed', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    const [first, ...rest] = [opened, said(fromGuest, 'a'), said(fromGuest, 'b'), said(fromGuest, 'c')].map((draft) =>
      journal.make(1, draft),
    )
    for (const entry of [first, rest[1], rest[2]]) if (entry) socket.hear({ type: 'entry', entry })
    expect(rowOf(client)?.entries).toHaveLength(1)
    const [asked] = saidOf(socket, 'history')
    expect(saidOf(socket, 'history')).toMatchObject([{ conversation, after: 1, before: 0 }])
    socket.hear({ type: 'history', rid: asked?.rid ?? (0 as RequestId), conversation, entries: rest })
    await settle()
    expect(rowOf(client)?.entries).toEqual(journal.entries)
    expect(saidOf(socket, 'history')).toHaveLength(1)
  })

  it('[D3] remembers a gap over a broken connection', async () => {
    const world = createFakeWorld()
    startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    socket.hear({ type: 'entry', entry: journal.make(1, opened) })
    journal.make(1, said(fromGuest, 'lost'))
    socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, 'heard')) })
    const next = loseAndReconnect(world)
    next.hear(welcome(me), live(3))
    await settle()
    expect(saidOf(next, 'history')).toMatchObject([{ conversation, after: 1 }])
  })

  it('[D3] looks a conversation up of which it only heard', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    const opening = journal.make(1, opened)
    journal.make(1, said(fromGuest, 'before'))
    socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, 'now')) })
    const [history] = saidOf(socket, 'history')
    expect(history).toMatchObject({ conversation, before: 2, limit: 1 })
    socket.hear({ type: 'history', rid: history?.rid ?? (0 as RequestId), conversation, entries: [opening] })
    await settle()
    const [list] = saidOf(socket, 'list')
    expect(list).toMatchObject({ view: 'visitor', visitor: 9 })
    const summary: ConversationSummary = {
      id: conversation,
      visitor: someVisitor(9, '王芳'),
      status: 'open',
      owner: NO_AGENT,
      openedAt: opening.at,
      lastSeq: 3 as Seq,
      lastOffset: 3 as Offset,
      lastMessage: null,
      waitingSince: opening.at,
      unread: 2,
    }
    const mark = (reader: Author, read: number): ReceiptMark => ({
      conversation,
      reader,
      delivered: read as Offset,
      read: read as Offset,
    })
    // Marks come with the summary, and may be overtaken by newer ones.
    socket.hear({ type: 'receipts', marks: [mark(fromGuest, 3)] })
    const receipts = [mark(fromGuest, 1), mark(fromMe, 1)]
    socket.hear({
      type: 'list',
      rid: list?.rid ?? (0 as RequestId),
      conversations: [summary],
      next: NO_OFFSET,
      receipts,
    })
    await settle()
    expect(rowOf(client)).toMatchObject({ summary, entries: [], marks: [mark(fromGuest, 3), mark(fromMe, 1)] })
    socket.hear({ type: 'entry', entry: journal.make(1, said(fromGuest, 'next')) })
    expect(rowOf(client)).toMatchObject({ summary: { lastSeq: 4, unread: 3 }, entries: [{ seq: 4 }] })
  })

  it('says of what a screen opened that the desk does not have it, and asks again when it is opened again', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    const refuse = async (): Promise<void> => {
      socket.hear({ type: 'fail', rid: saidOf(socket, 'history').at(-1)?.rid ?? nothing, code: 'conversation_unknown' })
      await settle()
    }
    client.open(conversation)
    const before = client.state().missing
    expect([...before]).toEqual([])
    await refuse()
    expect([...client.state().missing]).toEqual([conversation])
    expect([...before]).toEqual([])
    client.open(conversation)
    expect([...client.state().missing]).toEqual([])
    expect(saidOf(socket, 'history')).toHaveLength(2)
    await refuse()
    socket.hear({ type: 'entry', entry: createEntryMaker().make(1, opened) })
    expect([...client.state().missing]).toEqual([])
    expect(rowOf(client)?.entries).toHaveLength(1)
  })

  it('loads what a screen opens, page by page', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    journal.make(1, opened)
    for (let count = 0; count < 79; count += 1) journal.make(1, said(fromGuest, `${count}`))
    const summary = {
      id: conversation,
      visitor: someVisitor(9),
      status: 'open',
      owner: NO_AGENT,
      openedAt: 0 as EpochMs,
      lastSeq: 80 as Seq,
      lastOffset: 80 as Offset,
      lastMessage: null,
      waitingSince: 0 as EpochMs,
      unread: 79,
    } as const
    const socket = await goLive(world, me, {
      kind: 'agent',
      cursor: 80 as Offset,
      agents: [],
      conversations: [summary],
      receipts: [],
      visitorsOnline: [],
    })
    expect(rowOf(client)?.entries).toEqual([])
    client.open(conversation)
    expect(rowOf(client)?.loading).toBe(true)
    const answer = (from: number, to: number): void => {
      const asked = saidOf(socket, 'history').at(-1)
      socket.hear({
        type: 'history',
        rid: asked?.rid ?? (0 as RequestId),
        conversation,
        entries: journal.entries.slice(from, to),
      })
    }
    answer(30, 80)
    await settle()
    expect(rowOf(client)).toMatchObject({ loading: false, atStart: false })
    expect(rowOf(client)?.entries).toHaveLength(50)
    client.open(conversation)
    expect(saidOf(socket, 'history')).toHaveLength(1)
    client.loadEarlier(conversation)
    expect(saidOf(socket, 'history').at(-1)).toMatchObject({ before: 31 })
    answer(0, 30)
    await settle()
    expect(rowOf(client)).toMatchObject({ loading: false, atStart: true, entries: { length: 80 } })
    client.loadEarlier(conversation)
    expect(saidOf(socket, 'history')).toHaveLength(2)
  })

  it('loads what it needs to know an unread count that another window changed', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    for (const draft of [opened, said(fromGuest, 'a'), said(fromGuest, 'b'), said(fromGuest, 'c')])
      journal.make(1, draft)
    const socket = await goLive(world, me, snapshotOf(summaryAt(journal.entries, { unread: 3 })))
    const half = journal.entries[2]?.offset ?? NO_OFFSET
    socket.hear({ type: 'receipts', marks: [{ conversation, reader: fromMe, delivered: half, read: half }] })
    const [asked] = saidOf(socket, 'history')
    socket.hear({ type: 'history', rid: asked?.rid ?? (0 as RequestId), conversation, entries: journal.entries })
    await settle()
    expect(rowOf(client)?.summary.unread).toBe(1)
  })

  describe('of scope own', () => {
    /** A bot that has one conversation of two entries, and asked for something that is still under way. */
    const ownDesk = async () => {
      const world = createFakeWorld()
      const client = startClient(world, 'agent', 'own')
      const journal = createEntryMaker()
      for (const draft of [opened, assignedTo(me.id)]) journal.make(1, draft)
      const summary = summaryAt(journal.entries, { owner: me.id })
      const socket = await goLive(world, me, snapshotOf(summary))
      expect(rowOf(client)).toBeDefined()
      return { world, client, journal, socket, summary }
    }

    it('lets go of what was given to a colleague, also when an older page comes late', async () => {
      const { client, journal, socket } = await ownDesk()
      client.open(conversation)
      const page = [...journal.entries]
      socket.hear({ type: 'entry', entry: journal.make(1, assignedTo(5)) })
      expect(rowOf(client)).toBeUndefined()
      const [asked] = saidOf(socket, 'history')
      socket.hear({ type: 'history', rid: asked?.rid ?? (0 as RequestId), conversation, entries: page })
      await settle()
      expect(rowOf(client)).toBeUndefined()
    })

    it('does not believe a list that was read before', async () => {
      const { client, journal, socket, summary } = await ownDesk()
      void client.list({ view: 'mine' })
      socket.hear({ type: 'entry', entry: journal.make(1, assignedTo(5)) })
      const rid = saidOf(socket, 'list')[0]?.rid ?? (0 as RequestId)
      socket.hear({ type: 'list', rid, conversations: [summary], next: NO_OFFSET, receipts: [] })
      await settle()
      const [asked] = saidOf(socket, 'history')
      expect(asked).toMatchObject({ conversation, after: 2 })
      socket.hear({
        type: 'history',
        rid: asked?.rid ?? (0 as RequestId),
        conversation,
        entries: journal.entries.slice(2),
      })
      await settle()
      expect(rowOf(client)).toBeUndefined()
    })

    it('[D5] a stored message of a conversation that left its scope leaves the outbox', async () => {
      const { client, journal, socket } = await ownDesk()
      const sent = client.send({ conversation, text: 'bye', files: [] })
      await settle()
      socket.hear(ack(sent.ok ? sent.value : ('' as Cid), 4))
      expect(client.state().outbox).toMatchObject([{ state: 'stored' }])
      socket.hear({ type: 'entry', entry: journal.make(1, assignedTo(5)) }, beat(100, 3))
      expect(client.state().outbox).toEqual([])
    })
  })
})
