import { expect, it } from 'vitest'
import {
  limits,
  NO_CONVERSATION,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type RequestId,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'

import { createGatewayWorld } from '../../testing/gateway-world.ts'
import { presentPeople } from './present-people.ts'

const hello: ClientFrame = {
  type: 'send',
  cid: 'cid-0001' as Cid,
  conversation: NO_CONVERSATION,
  text: 'hello',
  files: [],
}
const look = (conversation: ConversationId): ClientFrame => ({
  type: 'history',
  rid: 1 as RequestId,
  conversation,
  after: 0 as Seq,
  before: 0 as Seq,
  limit: 10,
})

const talking = async () => {
  const world = await createGatewayWorld()
  const owner = await world.work(await world.newAgent())
  const colleague = await world.work(await world.newAgent({ capacity: 0 }))
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  visitor.say(hello)
  await world.settled()
  const conversation = visitor.acknowledged().at(-1)?.conversation ?? NO_CONVERSATION
  const typing = (active: boolean): ClientFrame => ({ type: 'typing', conversation, active })
  for (const client of [owner, colleague, visitor]) client.forget()
  return { world, owner, colleague, visitor, id, conversation, typing }
}

it('[D4.8] the owner sees the visitor typing, a colleague only with the conversation on screen', async () => {
  const { world, owner, colleague, visitor, conversation, typing } = await talking()
  visitor.say({ type: 'typing', conversation: NO_CONVERSATION, active: true })
  await world.settled()
  const sign = { type: 'typing', conversation, author: { kind: 'visitor', id: 0 }, active: true }
  expect([owner.of('typing'), colleague.of('typing'), visitor.of('typing')]).toEqual([[sign], [], []])
  colleague.say(look(conversation))
  await world.pass(limits.typingRepeatMs)
  visitor.say(typing(true))
  await world.settled()
  expect(colleague.of('typing')).toEqual([sign])
})

it('[D4.8] who watches a colleague’s conversation sees the typing in it until they watch another, and nobody learns of it', async () => {
  const { world, owner, colleague, visitor, conversation, typing } = await talking()
  colleague.say({ type: 'watch', conversation })
  await world.settled()
  expect([owner.last('typing'), visitor.last('receipts')]).toEqual([undefined, undefined])
  visitor.say(typing(true))
  await world.settled()
  expect(colleague.of('typing')).toHaveLength(1)
  colleague.say({ type: 'watch', conversation: NO_CONVERSATION })
  await world.pass(limits.typingRepeatMs)
  visitor.say(typing(true))
  await world.settled()
  expect([owner.of('typing').length, colleague.of('typing').length]).toEqual([2, 1])
})

it('[D4.8] the visitor sees the owner typing, not a colleague who may not write', async () => {
  const { world, owner, colleague, visitor, conversation, typing } = await talking()
  const secondWindow = await world.work(1 as AgentId)
  colleague.say(typing(true))
  await world.settled()
  expect(visitor.of('typing')).toEqual([])
  owner.say(typing(true))
  await world.settled()
  const sign = { type: 'typing', conversation, author: { kind: 'agent', id: 1 }, active: true }
  expect(visitor.of('typing')).toEqual([sign])
  expect(colleague.of('typing')).toEqual([sign])
  expect(secondWindow.of('typing')).toEqual([])
})

it('[D9.8] [D9.12] repetitions are dropped and counted, and nobody types in a stranger’s conversation', async () => {
  const { world, owner, visitor, typing } = await talking()
  visitor.say(typing(true))
  visitor.say(typing(true))
  const stranger = await world.visit(await world.newVisitor())
  stranger.say(typing(true))
  await world.settled()
  expect(owner.of('typing')).toHaveLength(1)
  expect(world.metrics.counted('dropped_total', { reason: 'typing_repeated' })).toBe(1)
  expect(world.metrics.counted('dropped_total', { reason: 'typing_nowhere' })).toBe(1)
})

it('[D7.5] colleagues hear who comes, and who stays away longer than the grace time', async () => {
  const { world, owner, colleague } = await talking()
  colleague.pair.cut()
  await world.pass(limits.agentGraceMs - 1_000)
  expect(owner.of('presence')).toEqual([])
  const back = await world.work(2 as AgentId)
  expect(owner.of('presence')).toEqual([])
  back.pair.cut()
  await world.pass(limits.agentGraceMs)
  expect(owner.of('presence')).toEqual([{ type: 'presence', agent: 2, connected: false }])
  await world.work(2 as AgentId)
  expect(owner.last('presence')).toEqual({ type: 'presence', agent: 2, connected: true })
})

it('[D4.8] agents hear of a visitor with an open conversation, and of nobody who merely looks at the shop', async () => {
  const { world, owner, visitor, id } = await talking()
  const browsing = await world.visit(await world.newVisitor())
  browsing.say({ type: 'page', url: 'https://shop.example/shoes', title: 'Shoes', referrer: '' })
  await world.settled()
  expect(owner.of('visitor')).toEqual([])
  visitor.pair.cut()
  await world.pass(limits.visitorGraceMs)
  expect(owner.of('visitor')).toEqual([{ type: 'visitor', visitor: id, online: false, page: null }])
  await world.visit(id)
  expect(owner.last('visitor')).toMatchObject({ visitor: id, online: true })
})

it('[D9.8] a visitor’s pages come at most once a second, the last one always, and are kept', async () => {
  const { world, owner, visitor, id } = await talking()
  for (const path of ['a', 'b', 'c'])
    visitor.say({ type: 'page', url: `https://shop.example/${path}`, title: path, referrer: '' })
  await world.settled()
  expect(owner.of('visitor').map(({ page }) => page?.title)).toEqual(['a'])
  await world.pass(limits.pageEveryMs)
  expect(owner.of('visitor').map(({ page }) => page?.title)).toEqual(['a', 'c'])
  await world.pass(limits.pageEveryMs * 3)
  expect(owner.of('visitor')).toHaveLength(2)
  expect((await world.store.visitors.profile(id))?.page.title).toBe('c')
})

it('a page that is no web page is nothing that an agent could follow', async () => {
  const { world, visitor, id, owner } = await talking()
  visitor.say({ type: 'page', url: 'javascript:alert(1)', title: ' Tea ', referrer: 'data:text/html,x' })
  await world.settled()
  const page = { url: '', title: 'Tea', referrer: '' }
  expect(owner.last('visitor')?.page).toEqual(page)
  expect((await world.store.visitors.profile(id))?.page).toEqual(page)
})

it('[D9.12] a page that no store would take is dropped and counted', async () => {
  const { world, owner, visitor } = await talking()
  visitor.say({ type: 'page', url: 'https://shop.example/\0', title: '', referrer: '' })
  await world.settled()
  expect(owner.of('visitor')).toEqual([])
  expect(world.metrics.counted('dropped_total', { reason: 'page_malformed' })).toBe(1)
})

it('[D4.8] who came back by a replay is told who is there and who is not', async () => {
  const { world, colleague, visitor, id } = await talking()
  const cursor = world.store.journal.head()
  colleague.pair.cut()
  visitor.say({ type: 'page', url: 'https://shop.example/shoes', title: 'Shoes', referrer: '' })
  await world.pass(limits.agentGraceMs)
  const back = await world.work(1 as AgentId, { epoch: world.store.journal.epoch, cursor })
  expect(back.heard.map(({ type }) => type)).toEqual(['welcome', 'live', 'people', 'people'])
  expect(back.of('people')).toMatchObject([
    { connected: [1], disconnected: [2], online: [], offline: [] },
    { connected: [], disconnected: [], online: [{ visitor: id, page: { title: 'Shoes' } }], offline: [] },
  ])
})

it('[D4.8] who came back by a replay is told of a visitor who left meanwhile', async () => {
  const { world, owner, visitor, id } = await talking()
  const cursor = world.store.journal.head()
  owner.pair.cut()
  visitor.pair.cut()
  await world.pass(limits.visitorGraceMs)
  const back = await world.work(1 as AgentId, { epoch: world.store.journal.epoch, cursor })
  expect(back.last('people')).toMatchObject({ online: [], offline: [id] })
})

it('[D9.5] who is there is told in frames of at most so many', () => {
  const here = { has: (id: number) => id % 2 === 0 }
  const many = Array.from({ length: limits.maxPeopleInFrame * 2 + 1 }, (_, index) => ({ visitor: index as VisitorId }))
  const frames = [...presentPeople([], many, { agents: here, visitors: here, pages: { pageOf: () => undefined } })]
  expect(frames.map(({ online, offline }) => online.length + offline.length)).toEqual([
    limits.maxPeopleInFrame,
    limits.maxPeopleInFrame,
    1,
  ])
  expect(frames.flatMap(({ offline }) => offline).every((id) => id % 2 === 1)).toBe(true)
})

it('[D4.8] who is given a conversation is told that its visitor is there', async () => {
  const { world, owner, id, conversation } = await talking()
  const heir = await world.work(await world.newAgent({ capacity: 0 }), { scope: 'own' })
  expect(heir.of('visitor')).toEqual([])
  owner.say({ type: 'transfer', rid: 1 as RequestId, conversation, agent: 3 as AgentId, note: '' })
  await world.settled()
  expect(heir.of('visitor')).toMatchObject([{ visitor: id, online: true }])
})
