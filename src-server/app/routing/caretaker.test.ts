import { expect, it } from 'vitest'
import {
  everyone,
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type EntryOf,
  type RequestId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

const rid = 1 as RequestId
let cids = 0
const send = (text: string, conversation: ConversationId = NO_CONVERSATION): ClientFrame => {
  cids += 1
  return { type: 'send', cid: `cid-${cids}-0000` as Cid, conversation, text, files: [] }
}
const ask = async (world: GatewayWorld, tags: readonly string[] = []): Promise<ConversationId> => {
  const visitor = await world.visit(await world.newVisitor({ tags }))
  visitor.say(send('hello'))
  await world.settled()
  return visitor.of('entry')[0]?.entry.conversation ?? NO_CONVERSATION
}
const openOf = async (world: GatewayWorld, conversation: ConversationId) =>
  (await world.store.journal.openConversations()).find(({ id }) => id === conversation)
const ownerOf = async (world: GatewayWorld, conversation: ConversationId): Promise<AgentId | undefined> =>
  (await openOf(world, conversation))?.owner
const tellStatus = async (world: GatewayWorld, client: TestClient, status: 'online' | 'away'): Promise<void> => {
  client.say({ type: 'status', rid, status })
  await world.settled()
}
const queuedIn = (client: TestClient): readonly EntryOf<'conversation.queued'>['body'][] =>
  client.of('entry').flatMap(({ entry }) => (entry.kind === 'conversation.queued' ? [entry.body] : []))
/** A connected client answers beats, as real ones do. */
const passWith = async (world: GatewayWorld, clients: readonly TestClient[], byMs: number): Promise<void> => {
  for (let left = byMs; left > 0; left -= 20_000) {
    for (const client of clients) client.say({ type: 'beat' })
    await world.pass(Math.min(left, 20_000))
  }
}

it('[D7.19] who vanishes keeps their conversations for the grace time, then they come first elsewhere', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent({ capacity: 1 })]
  const gone = await world.work(mei)
  const conversation = await ask(world)
  const there = await world.work(jan)
  await tellStatus(world, there, 'away')
  gone.pair.cut()
  await passWith(world, [there], limits.agentGraceMs + limits.defaultGraceMs - 2_000)
  expect(await ownerOf(world, conversation)).toBe(mei)
  const later = await ask(world)
  await passWith(world, [there], 4_000)
  expect(await openOf(world, conversation)).toMatchObject({ owner: NO_AGENT, queuedAt: 0, declinedBy: NO_AGENT })
  expect(queuedIn(there).at(-1)).toMatchObject({ front: true, reason: { rule: 'agent_gone' } })
  await tellStatus(world, there, 'online')
  expect([await ownerOf(world, conversation), await ownerOf(world, later)]).toEqual([jan, NO_AGENT])
  expect(world.alarms).toEqual([])
})

it('[D7.19] who comes back in time keeps them', async () => {
  const world = await createGatewayWorld()
  const mei = await world.newAgent()
  const gone = await world.work(mei)
  const conversation = await ask(world)
  gone.pair.cut()
  await world.pass(limits.agentGraceMs + limits.defaultGraceMs / 2)
  const back = await world.work(mei)
  await passWith(world, [back], 2 * limits.defaultGraceMs)
  expect(await ownerOf(world, conversation)).toBe(mei)
})

it('[D7.19] no reply within the group’s limit: it goes to a colleague, and back only when nobody else is free', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const replyWithinMs = limits.minReplyWithinMs
  await world.set('group.1', { ...everyone, id: 1, name: 'Slow', members: [mei, jan], replyWithinMs })
  await world.set('tag.1', { id: 1, pattern: '*', group: 1, agents: [], priority: 0 })
  const desks = [await world.work(mei), await world.work(jan)]
  const conversation = await ask(world, ['any'])
  const first = await ownerOf(world, conversation)
  await passWith(world, desks, replyWithinMs + 1_000)
  const second = await ownerOf(world, conversation)
  expect(new Set([first, second])).toEqual(new Set([mei, jan]))
  const answering = second === mei ? desks[0] : desks[1]
  answering?.say(send('yes?', conversation))
  await world.settled()
  await passWith(world, desks, 3 * replyWithinMs)
  expect(await ownerOf(world, conversation)).toBe(second)
  expect(world.alarms).toEqual([])
})

it('[D7.20] who waits too long for one group may be answered by the next', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.set('group.2', { ...everyone, id: 2, name: 'Second', members: [jan] })
  await world.set('group.1', {
    ...everyone,
    id: 1,
    name: 'First',
    members: [mei],
    overflow: { afterMs: 30_000, to: 2 },
  })
  await world.set('tag.1', { id: 1, pattern: '*', group: 1, agents: [], priority: 0 })
  const desk = await world.work(jan)
  const conversation = await ask(world, ['any'])
  await passWith(world, [desk], 29_000)
  expect(await ownerOf(world, conversation)).toBe(NO_AGENT)
  await passWith(world, [desk], 2_000)
  expect(await ownerOf(world, conversation)).toBe(jan)
  expect(world.alarms).toEqual([])
})

it('[D7.22] what is written to a closed group is kept, and joins the queue when it opens', async () => {
  const world = await createGatewayWorld()
  const mei = await world.newAgent()
  const minuteOfDay = Math.floor((world.clock.now() / 60_000) % 1_440)
  const opensAt = (minuteOfDay + 2) % 1_440
  const week = Array.from({ length: 7 }, () => [{ from: opensAt, to: Math.min(1_440, opensAt + 60) }])
  const hours = { timeZone: 'UTC', week, exceptions: [] }
  await world.set('group.0', { ...everyone, hours })
  const desk = await world.work(mei)
  const conversation = await ask(world)
  await passWith(world, [desk], 50_000)
  expect(await ownerOf(world, conversation)).toBe(NO_AGENT)
  expect(world.alarms).toEqual([])
  await passWith(world, [desk], 75_000)
  expect(await ownerOf(world, conversation)).toBe(mei)
})

it('[D7.22] past a full queue a message is kept, and comes in when there is room', async () => {
  const world = await createGatewayWorld()
  const mei = await world.newAgent({ capacity: 1 })
  await world.set('group.0', { ...everyone, maxQueue: 1 })
  const desk = await world.work(mei)
  const [served, waits, left] = [await ask(world), await ask(world), await ask(world)]
  expect(await ownerOf(world, served)).toBe(mei)
  for (const done of [served, waits]) {
    desk.say({ type: 'close', rid, conversation: done, reason: 'resolved' })
    await world.settled()
  }
  expect(await ownerOf(world, left)).toBe(mei)
  expect(world.alarms).toEqual([])
})

it('[D7.19] [D7.12] a restart gives everyone the grace time anew, and a setting holds from the next look on', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.work(mei)
  const conversation = await ask(world)
  await world.gateway.stop()
  const { store, clock } = world
  const next = await createGatewayWorld({ store, clock })
  const desk = await next.work(jan)
  await passWith(next, [desk], limits.defaultGraceMs - 2_000)
  expect(await ownerOf(next, conversation)).toBe(mei)
  await next.set('general', { intentWaitMs: 0, threshold: null, graceMs: 0, returningWithinMs: 0 })
  await passWith(next, [desk], 1_000)
  expect(await ownerOf(next, conversation)).toBe(jan)
})

it('[D7.19] a storage that refuses to take a conversation back is asked again', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const gone = await world.work(mei)
  const conversation = await ask(world)
  const desk = await world.work(jan)
  gone.pair.cut()
  await passWith(world, [desk], limits.agentGraceMs + limits.defaultGraceMs - 2_000)
  world.store.failNext('storage_busy', 3)
  await passWith(world, [desk], 6_000)
  expect(await ownerOf(world, conversation)).toBe(jan)
})
