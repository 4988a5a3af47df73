import { expect, it } from 'vitest'
import {
  NO_AGENT,
  type AgentId,
  type AgentStatus,
  type Author,
  type EpochMs,
  type GroupId,
  type Offer,
  type ServerFrame,
  type Snapshot,
} from '#protocol'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  conversation,
  emptySnapshot,
  fromMe,
  goLive,
  loseAndReconnect,
  live,
  me,
  reset,
  saidOf,
  startClient,
  welcome,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'
import type { OfferOver } from './offer-table.ts'

const offer: Offer = {
  conversation,
  agent: me.id,
  group: 0 as GroupId,
  until: 20_000 as EpochMs,
  why: null,
  from: NO_AGENT,
  note: '',
}
const offered: ServerFrame = { type: 'offer', ...offer }
const over = (agent: AgentId, why: 'timed_out' | 'declined'): ServerFrame => ({
  type: 'offerOver',
  conversation,
  agent,
  why,
  note: 'lunch',
})

it('[D7.25] shows what is offered until it is over, tells how it ended, and starts anew on every connection', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const ends: OfferOver[] = []
  client.onOfferOver((end) => void ends.push(end))
  const socket = await goLive(world)
  socket.hear(offered)
  await settle()
  // The server's clock is years behind ours here: what counts is how long it still takes.
  const until = world.clock.now() + offer.until
  expect(client.state().offers.get(conversation)).toMatchObject({ ...offer, until })
  // Of somebody who was asked before.
  socket.hear(over(9 as AgentId, 'declined'))
  await settle()
  expect([client.state().offers.size, ends]).toEqual([1, []])
  socket.hear(over(me.id, 'timed_out'))
  await settle()
  expect(client.state().offers.size).toBe(0)
  expect(ends).toMatchObject([{ why: 'timed_out', note: 'lunch', offer: { ...offer, until } }])
  socket.hear(offered)
  const next = loseAndReconnect(world)
  next.hear(welcome(me), live(0))
  await settle()
  expect(client.state().offers.size).toBe(0)
})

it('[D7.25] an answer says what was decided, and that it came too late', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLive(world)
  socket.hear(welcome(me, undefined, 17), offered)
  await settle()
  const late = client.answer(conversation, false, 'lunch')
  const [frame] = saidOf(socket, 'answer')
  expect(frame).toMatchObject({ conversation, accept: false, note: 'lunch' })
  if (frame) socket.hear({ type: 'fail', rid: frame.rid, code: 'offer_over' })
  expect(await late).toEqual({ ok: false, code: 'offer_over' })
  const asked = client.askColleague(conversation, me.id, 'please')
  const [question] = saidOf(socket, 'ask')
  expect(question).toMatchObject({ conversation, agent: me.id, note: 'please' })
  if (question) socket.hear({ type: 'done', rid: question.rid })
  expect(await asked).toEqual({ ok: true, value: undefined })
})

it('[D10.10] a server from before offers is neither asked nor answered', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLive(world)
  const refused = { ok: false, code: 'version_unsupported' }
  expect([await client.askColleague(conversation, me.id, ''), await client.answer(conversation, true, '')]).toEqual([
    refused,
    refused,
  ])
  expect([saidOf(socket, 'ask'), saidOf(socket, 'answer')]).toEqual([[], []])
})

it('[D7.28] knows since when the desk set somebody away, also after a fresh snapshot, until they say something else', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const profile = { id: me.id, name: me.name, role: 'agent', capacity: 8, active: true, connected: true } as const
  const snapshot = (status: AgentStatus): ServerFrame =>
    reset({ ...emptySnapshot(me), kind: 'agent', agents: [{ ...profile, status }] } as Snapshot)
  const journal = createEntryMaker()
  const says = (author: Author, status: AgentStatus): ServerFrame => ({
    type: 'entry',
    entry: journal.make(0, { author, kind: 'agent.status', body: { agent: me.id, status } }),
  })
  const known = async () => {
    await settle()
    const mine = client.state().agents.get(me.id)
    return [mine?.status, mine?.setAwayAt]
  }
  const socket = await goLive(world)
  socket.hear(snapshot('online'))
  socket.hear(says(fromMe, 'away'))
  expect(await known()).toEqual(['away', undefined])
  socket.hear(says(fromMe, 'online'))
  const setAway = says({ kind: 'system', id: 0 }, 'away')
  socket.hear(setAway)
  const at = setAway.type === 'entry' ? setAway.entry.at : 0
  expect(await known()).toEqual(['away', at])
  socket.hear(snapshot('away'))
  expect(await known()).toEqual(['away', at])
  socket.hear(says(fromMe, 'busy'))
  expect(await known()).toEqual(['busy', undefined])
  socket.hear(snapshot('away'))
  expect(await known()).toEqual(['away', undefined])
})
