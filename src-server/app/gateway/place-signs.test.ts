import { expect, it } from 'vitest'
import {
  everyone,
  limits,
  type AgentId,
  type Cid,
  type ClientFrame,
  type RequestId,
  type VisitorId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

const rid = 1 as RequestId
const MINUTE = 60_000
let cids = 0
const hello = (): ClientFrame => {
  cids += 1
  return { type: 'send', cid: `cid-${cids}-0000` as Cid, conversation: 0 as never, text: 'hello', files: [] }
}
/** Somebody who writes, so that they wait. */
const ask = async (world: GatewayWorld, tags: readonly string[] = []) => {
  const visitor = await world.newVisitor({ tags })
  const client = await world.visit(visitor)
  client.say(hello())
  await world.settled()
  return { visitor, client, conversation: client.of('entry')[0]?.entry.conversation ?? (0 as never) }
}
const close = async (world: GatewayWorld, desk: TestClient, conversation: number): Promise<void> => {
  desk.say({ type: 'close', rid, conversation: conversation as never, reason: 'resolved' })
  await world.settled()
}
const placeOf = (client: TestClient) => {
  const place = client.last('place')
  return place && [place.state, place.position, place.waitMs]
}
/** A connected client answers beats, as real ones do. */
const passWith = async (world: GatewayWorld, clients: readonly TestClient[], byMs: number): Promise<void> => {
  for (let left = byMs; left > 0; left -= 20_000) {
    for (const client of clients) client.say({ type: 'beat' })
    await world.pass(Math.min(left, 20_000))
  }
}
const officeOf = async (capacity: number) => {
  const world = await createGatewayWorld()
  const agent: AgentId = await world.newAgent({ capacity })
  return { world, agent, desk: await world.work(agent) }
}

it('[D7.24] who waits hears how many stand before them, and that nobody waits any more', async () => {
  const { world, desk } = await officeOf(1)
  const served = await ask(world)
  const [next, last] = [await ask(world), await ask(world)]
  await world.pass(limits.placeEveryMs)
  expect([served, next, last].map(({ client }) => placeOf(client))).toEqual([
    undefined,
    ['waiting', 1, null],
    ['waiting', 2, null],
  ])
  await close(world, desk, served.conversation)
  await world.pass(limits.placeEveryMs)
  expect([next, last].map(({ client }) => placeOf(client))).toEqual([
    ['none', 0, null],
    ['waiting', 1, null],
  ])
})

it('[D7.24] who asks is answered with what they would be told, also before they are told and while nobody is connected', async () => {
  const { world, agent, desk } = await officeOf(1)
  await world.set('group.1', {
    ...everyone,
    id: 1,
    name: 'Shut',
    members: [agent],
    hours: { timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [] },
  })
  await world.set('tag.1', { id: 1, pattern: 'night', group: 1, agents: [], priority: 0 })
  const askFor = (visitor: VisitorId) => {
    const answer = world.gateway.place({ kind: 'visitor', id: visitor })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }
  const [served, next, left] = [await ask(world), await ask(world), await ask(world, ['night'])]
  expect([served, next, left].map(({ visitor }) => askFor(visitor).state)).toEqual(['none', 'waiting', 'closed'])
  await world.pass(limits.placeEveryMs)
  for (const { visitor, client } of [next, left])
    expect({ type: 'place', ...askFor(visitor) }).toEqual(client.last('place'))
  next.client.pair.cut()
  const other = await world.newVisitor()
  expect(askFor(other)).toEqual({ conversation: 0, state: 'none', position: 0, waitMs: null, opensAt: null })
  await close(world, desk, served.conversation)
  expect(askFor(next.visitor)).toMatchObject({ conversation: next.conversation, state: 'none' })
})

it('[D7.24] [D7.16] as long as nobody knows for which group somebody waits, no place is told', async () => {
  const classify = async () => ({ intent: 0, confidence: 0.2, tookMicros: 1 })
  const world = await createGatewayWorld({ classifier: { classify } })
  const agent = await world.newAgent({ capacity: 0 })
  await world.set('group.1', { ...everyone, id: 1, name: 'Refunds', members: [agent] })
  await world.set('intent.1', { id: 1, name: 'refund', group: 1, examples: ['refund', 'money back', 'return it'] })
  const { visitor, conversation } = await ask(world)
  const identity = { kind: 'visitor', id: visitor } as const
  expect(world.gateway.place(identity)).toMatchObject({ value: { conversation, state: 'none' } })
  await world.pass(limits.maxIntentWaitMs)
  expect(world.gateway.place(identity)).toMatchObject({ value: { conversation, state: 'waiting', position: 1 } })
})

it('[D7.24] whoever is more urgent or waits for another group changes no more than the truth', async () => {
  const { world, agent } = await officeOf(0)
  await world.set('group.1', { ...everyone, id: 1, name: 'Secret name', members: [agent] })
  await world.set('tag.1', { id: 1, pattern: 'vip', group: 1, agents: [], priority: 9 })
  await world.set('tag.2', { id: 2, pattern: 'any', group: 1, agents: [], priority: 0 })
  const other = await ask(world)
  const first = await ask(world, ['any'])
  await world.pass(limits.placeEveryMs)
  await ask(world, ['vip'])
  await world.pass(limits.placeEveryMs)
  expect([other, first].map(({ client }) => client.of('place').map(({ position }) => position))).toEqual([[1], [1, 2]])
  const frame = first.client.last('place')
  expect(Object.keys(frame ?? {}).toSorted()).toEqual([
    'conversation',
    'opensAt',
    'position',
    'state',
    'type',
    'waitMs',
  ])
  expect(frame?.conversation).toBe(first.conversation)
})

it('[D7.24] a connection that comes back is told anew; nothing of it is in the journal', async () => {
  const { world } = await officeOf(0)
  const one = await ask(world)
  await world.pass(limits.placeEveryMs)
  const head = world.store.journal.head()
  one.client.pair.cut()
  await world.settled()
  const back = await world.visit(one.visitor)
  await world.pass(limits.placeEveryMs)
  expect(placeOf(back)).toEqual(['waiting', 1, null])
  const types = back.heard.map(({ type }) => type)
  expect(types.indexOf('place')).toBeGreaterThan(types.indexOf('live'))
  const beside = await world.visit(one.visitor)
  expect(placeOf(beside)).toEqual(['waiting', 1, null])
  expect(world.store.journal.head()).toBe(head)
})

it('[D7.24] [D7.21] once the pace is known, an estimate in whole minutes', async () => {
  const { world, desk } = await officeOf(1)
  const all = [await ask(world)]
  for (let index = 0; index < 12; index += 1) all.push(await ask(world))
  const last = all.at(-1)
  for (const { conversation } of all.slice(0, 8)) {
    await passWith(world, [desk, ...(last ? [last.client] : [])], MINUTE)
    await close(world, desk, conversation)
  }
  await passWith(world, [desk, ...(last ? [last.client] : [])], MINUTE)
  const place = last?.client.last('place')
  expect(place?.position).toBe(4)
  expect((place?.waitMs ?? 1) % MINUTE).toBe(0)
  expect(place?.waitMs).toBeGreaterThanOrEqual(4 * MINUTE)
  expect(place?.waitMs).toBeLessThanOrEqual(15 * MINUTE)
})

it('[D7.24] [D7.22] in front of a closed group: a message, and when it opens; it changes by itself, and agents see which it is', async () => {
  const world = await createGatewayWorld()
  await world.newAgent({ capacity: 0 })
  const minuteOfDay = Math.floor((world.clock.now() / MINUTE) % 1_440)
  const from = (minuteOfDay + 10) % 1_440
  const week = Array.from({ length: 7 }, () => [{ from, to: from + 5 }])
  await world.set('group.0', { ...everyone, hours: { timeZone: 'UTC', week, exceptions: [] } })
  const desk = await world.work(1 as AgentId)
  const one = await ask(world)
  await world.pass(limits.placeEveryMs)
  const opensAt = Math.floor(world.clock.now() / MINUTE) * MINUTE + 10 * MINUTE
  expect(one.client.last('place')).toMatchObject({ state: 'closed', position: 0, waitMs: null, opensAt })
  expect(desk.last('place')).toMatchObject({
    conversation: one.conversation,
    state: 'closed',
    position: 0,
    opensAt: null,
  })
  const colleague = await world.work(1 as AgentId)
  expect(colleague.last('place')).toMatchObject({ conversation: one.conversation, state: 'closed' })
  await passWith(world, [desk, one.client, colleague], 10 * MINUTE + limits.placeRepeatMs)
  expect(placeOf(one.client)).toEqual(['waiting', 1, null])
  expect(desk.last('place')).toMatchObject({ state: 'none' })
  // The group closes over somebody who waits: they keep their place, and hear when somebody will be there.
  await passWith(world, [desk, one.client, colleague], 5 * MINUTE + limits.placeRepeatMs)
  expect(one.client.last('place')).toMatchObject({ state: 'closed', opensAt: opensAt + 24 * 60 * MINUTE })
  expect(desk.last('place')).toMatchObject({ state: 'none' })
})

it('[D7.24] [D7.22] past a full queue: a message, which comes in when there is room', async () => {
  const { world, desk } = await officeOf(1)
  await world.set('group.0', { ...everyone, maxQueue: 1 })
  const [served, next, outside] = [await ask(world), await ask(world), await ask(world)]
  await world.pass(limits.placeEveryMs)
  expect([next, outside].map(({ client }) => placeOf(client))).toEqual([
    ['waiting', 1, null],
    ['full', 0, null],
  ])
  await close(world, desk, served.conversation)
  await world.pass(limits.placeEveryMs)
  expect([next, outside].map(({ client }) => placeOf(client))).toEqual([
    ['none', 0, null],
    ['waiting', 1, null],
  ])
})

it('[D7.24] [D9.12] a thousand who wait do not hear of each one who leaves', async () => {
  const { world, desk } = await officeOf(1)
  await world.set('group.0', { ...everyone, maxQueue: limits.maxQueueLength })
  const came = await Promise.all(Array.from({ length: 1_000 }, () => ask(world)))
  const all = came.toSorted((left, right) => left.conversation - right.conversation)
  await world.pass(limits.placeEveryMs)
  expect(world.metrics.counted('places_told_total', { state: 'waiting' })).toBe(999)
  for (const { client } of all) client.forget()
  const seconds = 50
  for (let second = 0; second < seconds; second += 1) {
    // Whoever is first goes; everybody else moves up.
    await close(world, desk, all[second]?.conversation ?? 0)
    await world.pass(1_000)
  }
  const heard = all.reduce((sum, { client }) => sum + client.of('place').length, 0)
  expect(heard).toBeGreaterThan(seconds)
  // Told one by one it would have been a thousand frames a second.
  expect(heard / seconds).toBeLessThan(40)
  const far = all[500]?.client.last('place')
  expect(Math.abs((far?.position ?? 0) - (500 - seconds))).toBeLessThanOrEqual(45)
})
