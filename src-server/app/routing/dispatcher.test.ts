import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type RequestId,
} from '../../protocol/index.ts'
import type { Router } from '../../ports/router.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'

const rid = 1 as RequestId
let cids = 0
const send = (conversation: number = NO_CONVERSATION): ClientFrame => {
  cids += 1
  return {
    type: 'send',
    cid: `cid-${cids}-0000` as Cid,
    conversation: conversation as ConversationId,
    text: 'hello',
    files: [],
  }
}

/** A new visitor's conversation. */
const ask = async (world: GatewayWorld): Promise<ConversationId> => {
  const visitor = await world.visit(await world.newVisitor())
  visitor.say(send())
  await world.settled()
  return visitor.acknowledged().at(-1)?.conversation ?? NO_CONVERSATION
}
const ownerOf = async (world: GatewayWorld, conversation: ConversationId): Promise<AgentId | undefined> =>
  (await world.store.journal.openConversations()).find(({ id }) => id === conversation)?.owner
const order = async (world: GatewayWorld, client: TestClient, frame: ClientFrame): Promise<void> => {
  client.say(frame)
  await world.settled()
}

it('[D7.2] each next conversation goes to whoever has most room, then to who waited longest for one', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.work(mei)
  await world.work(jan)
  const owners: (AgentId | undefined)[] = []
  for (let index = 0; index < 4; index += 1) {
    owners.push(await ownerOf(world, await ask(world)))
    world.clock.advance(10)
  }
  expect(owners).toEqual([mei, jan, mei, jan])
})

it('[D7.1] nobody gets more than they can carry, however many ask in one moment', async () => {
  const world = await createGatewayWorld()
  const agents = [await world.newAgent({ capacity: 2 }), await world.newAgent({ capacity: 3 })]
  for (const agent of agents) await world.work(agent)
  const visitors: TestClient[] = []
  for (let index = 0; index < 9; index += 1) visitors.push(await world.visit(await world.newVisitor()))
  for (const visitor of visitors) visitor.say(send())
  await world.settled()
  const open = await world.store.journal.openConversations()
  const loads = agents.map((agent) => open.filter(({ owner }) => owner === agent).length)
  expect(loads).toEqual([2, 3])
  expect(world.gateway.stats().queueLength).toBe(4)
  expect(world.alarms).toEqual([])
})

it('[D7.3] who waits longest is served first, as soon as somebody comes or has room', async () => {
  const world = await createGatewayWorld()
  const agent = await world.newAgent({ capacity: 1 })
  const waiting: ConversationId[] = []
  for (let index = 0; index < 3; index += 1) {
    waiting.push(await ask(world))
    world.clock.advance(1_000)
  }
  const client = await world.work(agent)
  for (const conversation of waiting) {
    expect(await ownerOf(world, conversation)).toBe(agent)
    await order(world, client, { type: 'close', rid, conversation, reason: 'resolved' })
  }
  expect(world.gateway.stats().queueLength).toBe(0)
})

it('[D7.3] a restart goes on from the journal', async () => {
  const before = await createGatewayWorld()
  const conversation = await ask(before)
  const agent = await before.newAgent()
  await before.gateway.stop()
  const after = await createGatewayWorld({ store: before.store, clock: before.clock })
  expect(after.gateway.stats().queueLength).toBe(1)
  await after.work(agent)
  expect(await ownerOf(after, conversation)).toBe(agent)
})

it('[D7.5] the busy, the away, the deactivated and the absent get nothing new', async () => {
  const world = await createGatewayWorld()
  const [busy, away, gone] = [await world.newAgent(), await world.newAgent(), await world.newAgent()]
  await world.newAgent()
  await order(world, await world.work(busy), { type: 'status', rid, status: 'busy' })
  await order(world, await world.work(away), { type: 'status', rid, status: 'away' })
  await world.work(gone)
  await world.store.journal.commit({
    type: 'change-agent',
    actor: { kind: 'system' },
    agent: gone,
    change: { active: false },
  })
  await world.settled()
  expect(await ownerOf(world, await ask(world))).toBe(NO_AGENT)
  expect(world.alarms).toEqual([])
})

it('[D7.5] a busy colleague with more room keeps nobody waiting', async () => {
  const world = await createGatewayWorld()
  const [busy, able] = [await world.newAgent({ capacity: 50 }), await world.newAgent({ capacity: 2 })]
  await order(world, await world.work(busy), { type: 'status', rid, status: 'busy' })
  await world.work(able)
  expect([await ownerOf(world, await ask(world)), await ownerOf(world, await ask(world))]).toEqual([able, able])
  expect(world.logger.lines.filter(({ level }) => level === 'warn')).toEqual([])
})

it('[D7.4] taking is for what nobody has, also for supervisors: they take over by a transfer', async () => {
  const world = await createGatewayWorld()
  const mei = await world.newAgent()
  await world.work(mei)
  const conversation = await ask(world)
  const owner = await world.newAgent({ role: 'owner' })
  const supervisor = await world.work(owner)
  await order(world, supervisor, { type: 'assign', rid, conversation, agent: owner })
  expect(supervisor.last('fail')).toMatchObject({ code: 'already_assigned' })
  expect(await ownerOf(world, conversation)).toBe(mei)
  await order(world, supervisor, { type: 'transfer', rid, conversation, agent: owner, note: '' })
  expect(await ownerOf(world, conversation)).toBe(owner)
})

it('[D7.5] a reconnect changes no status; within the grace time an agent still gets work, after it not', async () => {
  const world = await createGatewayWorld()
  const id = await world.newAgent()
  const agent = await world.work(id)
  agent.pair.cut()
  await world.pass(limits.agentGraceMs - 1_000)
  expect(await ownerOf(world, await ask(world))).toBe(id)
  await world.pass(1_000)
  const waiting = await ask(world)
  expect(await ownerOf(world, waiting)).toBe(NO_AGENT)
  const back = await world.work(id)
  expect(await ownerOf(world, waiting)).toBe(id)
  await order(world, back, { type: 'status', rid, status: 'away' })
  back.pair.cut()
  await world.pass(limits.agentGraceMs)
  await world.work(id)
  expect((await world.store.journal.agents())[0]?.status).toBe('away')
})

it('[D7.5] a deactivated agent’s conversations find someone else', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.work(mei)
  const conversation = await ask(world)
  await world.work(jan)
  await world.store.journal.commit({
    type: 'change-agent',
    actor: { kind: 'system' },
    agent: mei,
    change: { active: false },
  })
  await world.settled()
  expect(await ownerOf(world, conversation)).toBe(jan)
})

it('[D7.4] of two who take the same one, one gets it and the other is told', async () => {
  const world = await createGatewayWorld()
  const clients = [
    await world.work(await world.newAgent({ capacity: 0 })),
    await world.work(await world.newAgent({ capacity: 0 })),
  ]
  const conversation = await ask(world)
  for (const [index, client] of clients.entries())
    client.say({ type: 'assign', rid, conversation, agent: (index + 1) as AgentId })
  await world.settled()
  const outcomes = clients.map((client) => (client.last('done') ? 'done' : client.last('fail')?.code))
  expect(new Set(outcomes)).toEqual(new Set(['already_assigned', 'done']))
})

it('[D7.4] what is mine I give away; what is a colleague’s I do not', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent({ capacity: 0 })]
  const first = await world.work(mei)
  const second = await world.work(jan)
  const conversation = await ask(world)
  await order(world, second, { type: 'assign', rid, conversation, agent: NO_AGENT })
  expect(second.last('fail')?.code).toBe('not_owner')
  await order(world, first, { type: 'assign', rid, conversation, agent: jan })
  expect(await ownerOf(world, conversation)).toBe(jan)
  const assigned = first
    .of('entry')
    .flatMap(({ entry }) => (entry.kind === 'conversation.assigned' ? [entry.body] : []))
  expect(assigned.at(-1)).toMatchObject({ agent: jan, previous: mei, reason: { layer: 'manual', rule: 'given' } })
})

it('[D7.7] what someone put back does not come back to them by itself, but they may take it', async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const client = await world.work(mei)
  const conversation = await ask(world)
  await order(world, client, { type: 'assign', rid, conversation, agent: NO_AGENT })
  expect(await ownerOf(world, conversation)).toBe(NO_AGENT)
  await world.pass(limits.watchdogMs * 3)
  expect(world.alarms).toEqual([])
  await order(world, client, { type: 'assign', rid, conversation, agent: mei })
  expect(await ownerOf(world, conversation)).toBe(mei)
  await order(world, client, { type: 'assign', rid, conversation, agent: NO_AGENT })
  await world.work(jan)
  expect(await ownerOf(world, conversation)).toBe(jan)
})

it('[D7.13] in a burst, who is just being given one has not waited for work', async () => {
  const asked: (readonly [number, number])[] = []
  const world = await createGatewayWorld({
    router: {
      route: ({ candidates: [one] }) => {
        if (!one) return undefined
        asked.push([one.load, one.lastAssignedAt])
        return { agent: one.agent, reason: { layer: 'load', rule: 'first', candidates: [] } }
      },
    },
  })
  await ask(world)
  await ask(world)
  asked.length = 0
  await world.work(await world.newAgent({ capacity: 2 }))
  expect(asked.slice(0, 2)).toEqual([
    [0, 0],
    [1, world.clock.now()],
  ])
})

it('[D8.1] every assignment says who was asked and with which load', async () => {
  const world = await createGatewayWorld()
  const client = await world.work(await world.newAgent())
  await world.work(await world.newAgent({ capacity: 0 }))
  await ask(world)
  const assigned = client
    .of('entry')
    .flatMap(({ entry }) => (entry.kind === 'conversation.assigned' ? [entry.body] : []))
  expect(assigned[0]?.reason).toMatchObject({
    layer: 'weight',
    group: 0,
    candidates: [
      { agent: 1, load: 0, capacity: 8 },
      { agent: 2, load: 0, capacity: 0, no: 'full' },
    ],
  })
})

it('[D7.3] a storage that refuses delays an assignment, and asks no more than it must', async () => {
  const world = await createGatewayWorld()
  for (let index = 0; index < 5; index += 1) await ask(world)
  const id = await world.newAgent()
  world.store.failNext('storage_busy', 2)
  await world.work(id)
  expect(world.gateway.stats().queueLength).toBe(5)
  const refusals = world.logger.lines.filter(({ message }) => message === 'an assignment was refused').length
  expect(refusals).toBe(5)
  await world.pass(limits.assignRetryMs * 8)
  expect(world.gateway.stats().queueLength).toBe(0)
  expect(world.alarms).toEqual([])
})

it('[D10.1] a router that misbehaves costs no message', async () => {
  const broken: Router = {
    route: () => {
      throw new Error('a bug in a router')
    },
  }
  const overloading: Router = {
    route: ({ candidates }) => ({
      agent: candidates[0]?.agent ?? NO_AGENT,
      reason: { layer: 'load', rule: 'wrong', candidates: [] },
    }),
  }
  for (const router of [broken, overloading]) {
    const world = await createGatewayWorld({ router })
    await world.work(await world.newAgent({ capacity: 0 }))
    await world.work(await world.newAgent({ capacity: 1 }))
    expect(await ownerOf(world, await ask(world))).toBe(NO_AGENT)
    expect(world.logger.lines.some(({ level, message }) => level === 'error' && message === 'routing failed')).toBe(
      true,
    )
  }
})

it.each(Array.from({ length: 15 }, (_, seed) => seed))(
  '[D7.1] [D7.6] seed %i: a busy desk keeps its promises',
  async (seed) => {
    const random = createSeededRandom(seed)
    const world = await createGatewayWorld()
    const capacities = [1, 2, 3]
    const agents: { readonly id: AgentId; client: TestClient; readonly capacity: number }[] = []
    for (const capacity of capacities) {
      const id = await world.newAgent({ capacity })
      agents.push({ id, client: await world.work(id), capacity })
    }
    const visitors: TestClient[] = []
    for (let index = 0; index < 8; index += 1) visitors.push(await world.visit(await world.newVisitor()))
    for (let move = 0; move < 50; move += 1) {
      const agent = random.pick(agents)
      const visitor = random.pick(visitors)
      const [open] = (await world.store.journal.openConversations()).filter(({ owner }) => owner === agent?.id)
      const chance = random.integer(6)
      if (chance <= 1) visitor?.say(send())
      else if (chance === 2 && open)
        agent?.client.say({ type: 'close', rid, conversation: open.id, reason: 'resolved' })
      else if (chance === 3)
        agent?.client.say({ type: 'status', rid, status: random.pick(['online', 'away', 'busy'] as const) ?? 'online' })
      else if (chance === 4 && open) agent?.client.say({ type: 'assign', rid, conversation: open.id, agent: NO_AGENT })
      else if (agent && random.chance(0.3)) {
        agent.client.pair.cut()
        agent.client = await world.work(agent.id)
      }
      if (random.chance(0.7)) await world.settled()
      await world.pass(random.integer(3) * 500)
    }
    await world.settled()
    const open = await world.store.journal.openConversations()
    for (const { id, capacity } of agents)
      expect(open.filter(({ owner }) => owner === id).length).toBeLessThanOrEqual(capacity)
    expect(world.alarms).toEqual([])
  },
)
