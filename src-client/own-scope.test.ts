import { expect, it } from 'vitest'
import {
  NO_AGENT,
  type AgentId,
  type EpochMs,
  type GroupId,
  type OfferEnd,
  type RequestId,
  type ServerFrame,
} from '#protocol'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld, type FakeSocket } from '../src-server/testing/fake-client-environment.ts'
import {
  assignedTo,
  conversation,
  fromGuest,
  goLive,
  guest,
  live,
  loseAndReconnect,
  me,
  opened,
  rowOf,
  said,
  saidOf,
  startClient,
  summaryAt,
  welcome,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'

const offered: ServerFrame = {
  type: 'offer',
  conversation,
  agent: me.id,
  group: 0 as GroupId,
  until: 20_000 as EpochMs,
  why: null,
  from: NO_AGENT,
  note: '',
}
const over = (why: OfferEnd): ServerFrame => ({ type: 'offerOver', conversation, agent: me.id, why, note: '' })

/** A desk on which nothing is ours, and a conversation that waits. */
const withOffer = async () => {
  const world = createFakeWorld()
  const client = startClient(world, 'agent', 'own')
  const journal = createEntryMaker()
  for (const draft of [opened, said(fromGuest, 'hi'), said(fromGuest, 'anybody?')]) journal.make(1, draft)
  const answered = new Set<RequestId>()
  /** Answers what the client asks as the desk does: every agent may read. */
  const serve = async (socket: FakeSocket): Promise<void> => {
    for (let isNew = true; isNew;) {
      await settle()
      const asked = [...saidOf(socket, 'history'), ...saidOf(socket, 'list')].filter(({ rid }) => !answered.has(rid))
      isNew = asked.length > 0
      for (const frame of asked) {
        answered.add(frame.rid)
        if (frame.type === 'list')
          socket.hear({
            type: 'list',
            rid: frame.rid,
            conversations: [summaryAt(journal.entries)],
            next: 0 as never,
            receipts: [],
          })
        else {
          const entries = journal.entries.filter(
            ({ seq }) => seq > frame.after && (frame.before === 0 || seq < frame.before),
          )
          socket.hear({ type: 'history', rid: frame.rid, conversation, entries })
        }
      }
    }
  }
  const socket = await goLive(world)
  socket.hear(welcome(me, undefined, 17), offered)
  await settle()
  const read = async (from = socket): Promise<number | undefined> => {
    client.open(conversation)
    await serve(from)
    return rowOf(client)?.entries.length
  }
  return { world, client, journal, socket, serve, read }
}

it('[D7.29] what is offered can be opened and read, and is forgotten when the offer passes on', async () => {
  for (const why of ['timed_out', 'declined', 'taken', 'unable', 'over', 'withdrawn'] as const) {
    const { client, socket, read } = await withOffer()
    expect(await read()).toBe(3)
    socket.hear(over(why))
    await settle()
    expect(rowOf(client)).toBeUndefined()
    expect(await read()).toBeUndefined()
  }
})

it('[D7.29] what is offered to somebody else is not ours to keep', async () => {
  const { client, socket, read } = await withOffer()
  socket.hear(over('timed_out'), { ...offered, agent: 9 as AgentId })
  await settle()
  expect([await read(), client.state().conversations.size]).toEqual([undefined, 0])
})

it('[D7.29] accepted, it stays on the screen without a gap, and what was said meanwhile comes', async () => {
  const { client, journal, socket, serve, read } = await withOffer()
  await read()
  socket.hear(over('accepted'))
  await settle()
  expect(rowOf(client)?.entries).toHaveLength(3)
  // Not told to us: it was nobody's.
  journal.make(1, said(fromGuest, 'hello?'))
  socket.hear({ type: 'entry', entry: journal.make(1, assignedTo(me.id)) })
  await serve(socket)
  expect(rowOf(client)?.entries).toEqual(journal.entries)
  expect(rowOf(client)?.summary.owner).toBe(me.id)
})

it('[D7.29] a yes that came too late, and a broken connection, leave nothing behind', async () => {
  const late = await withOffer()
  await late.read()
  const answer = late.client.answer(conversation, true, '')
  late.socket.hear(over('accepted'))
  await settle()
  expect(rowOf(late.client)).toBeDefined()
  const rid = saidOf(late.socket, 'answer')[0]?.rid ?? (0 as RequestId)
  late.socket.hear({ type: 'fail', rid, code: 'already_assigned' })
  expect(await answer).toMatchObject({ ok: false })
  expect(rowOf(late.client)).toBeUndefined()

  const broken = await withOffer()
  await broken.read()
  broken.socket.hear(over('accepted'))
  await settle()
  const next = loseAndReconnect(broken.world)
  next.hear(welcome(me), live(0))
  await settle()
  expect(rowOf(broken.client)).toBeUndefined()
  next.hear(offered)
  await settle()
  expect(await broken.read(next)).toBe(3)
})

it('[D4.6] a visitor’s client keeps the visitor’s conversations, whatever scope it names', async () => {
  const world = createFakeWorld()
  const client = startClient(world, 'visitor', 'own')
  const socket = await goLive(world, guest)
  const journal = createEntryMaker()
  for (const draft of [opened, said(fromGuest, 'hi'), assignedTo(me.id)])
    socket.hear({ type: 'entry', entry: journal.make(1, draft) })
  await settle()
  expect(rowOf(client)?.entries).toEqual(journal.entries)
})
