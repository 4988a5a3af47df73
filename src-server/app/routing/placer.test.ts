import { expect, it } from 'vitest'
import {
  defaultGeneral,
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
import type { Classifier } from './placer.ts'

let cids = 0
const send = (text: string): ClientFrame => {
  cids += 1
  return { type: 'send', cid: `cid-${cids}-0000` as Cid, conversation: NO_CONVERSATION, text, files: [] }
}
const group = (id: number, members: readonly AgentId[], change: object = {}) => ({
  ...everyone,
  id,
  name: `G${id}`,
  members,
  ...change,
})
const intent = (id: number, to: number) => ({ id, name: `I${id}`, examples: ['a', 'b', 'c'], group: to })
const tag = (id: number, pattern: string, to: number, priority = 0) => ({
  id,
  pattern,
  group: to,
  agents: [],
  priority,
})

/** Understands "refund", and remembers what it was asked. */
const reader = () => {
  const asked: (readonly string[])[] = []
  const classifier: Classifier = {
    classify: async (texts) => {
      asked.push(texts)
      return texts.join(' ').includes('refund')
        ? { intent: 1, confidence: 0.9, tookMicros: 800 }
        : { intent: 0, confidence: 0.2, tookMicros: 700 }
    },
  }
  return { asked, classifier }
}

/** Mei answers for group 1, Jan for nobody in particular; both are at work. Intent 1 leads to group 1, tag `vip` to group 2. */
const office = async (options: Parameters<typeof createGatewayWorld>[0] = {}) => {
  const world = await createGatewayWorld(options)
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.set('group.1', group(1, [mei]))
  await world.set('group.2', group(2, [jan]))
  await world.set('intent.1', intent(1, 1))
  await world.set('tag.1', tag(1, 'vip', 2, 7))
  const desk = await world.work(mei)
  await world.work(jan)
  return { world, mei, jan, desk }
}

const ask = async (world: GatewayWorld, text: string, tags: readonly string[] = []): Promise<TestClient> => {
  const visitor = await world.visit(await world.newVisitor({ tags }))
  visitor.say(send(text))
  await world.settled()
  return visitor
}
const conversationOf = (visitor: TestClient): ConversationId =>
  visitor.of('entry')[0]?.entry.conversation ?? NO_CONVERSATION
const ownerOf = async (world: GatewayWorld, visitor: TestClient): Promise<AgentId | undefined> =>
  (await world.store.journal.openConversations()).find(({ id }) => id === conversationOf(visitor))?.owner
const placesIn = (desk: TestClient): readonly EntryOf<'conversation.queued'>['body'][] =>
  desk.of('entry').flatMap(({ entry }) => (entry.kind === 'conversation.queued' ? [entry.body] : []))

it('[D7.16] [D7.10] a tag places at once, without a look at what was written', async () => {
  const { asked, classifier } = reader()
  const { world, jan, desk } = await office({ classifier })
  const visitor = await ask(world, 'refund', ['VIP'])
  expect(await ownerOf(world, visitor)).toBe(jan)
  expect(asked).toEqual([])
  expect(placesIn(desk)).toMatchObject([
    { group: 2, groupName: 'G2', priority: 7, reason: { layer: 'tag', rule: 'vip' } },
  ])
})

it('[D7.16] what is understood places at once, and the assignment says so', async () => {
  const { world, mei, desk } = await office(reader())
  const visitor = await ask(world, 'I want a refund')
  expect(await ownerOf(world, visitor)).toBe(mei)
  const reason = { layer: 'intent', rule: 'I1', intent: 1, confidence: 0.9, tookMicros: 800 }
  expect(placesIn(desk)).toMatchObject([{ group: 1, reason }])
  const assigned = desk.of('entry').find(({ entry }) => entry.kind === 'conversation.assigned')
  expect(assigned?.entry.body).toMatchObject({ reason: { layer: 'intent', group: 1, intent: 1, confidence: 0.9 } })
})

it('[D7.16] "hello" decides nothing: the second message counts together with it', async () => {
  const { asked, classifier } = reader()
  const { world, mei } = await office({ classifier })
  const visitor = await ask(world, 'hello')
  await world.pass(1_000)
  expect(await ownerOf(world, visitor)).toBe(NO_AGENT)
  visitor.say(send('about my refund'))
  await world.settled()
  expect(asked).toEqual([['hello'], ['hello', 'about my refund']])
  expect(await ownerOf(world, visitor)).toBe(mei)
  expect(world.alarms).toEqual([])
})

it('[D7.16] who says nothing more waits for everyone after a moment', async () => {
  const { world, desk } = await office(reader())
  const visitor = await ask(world, 'hello')
  await world.pass(limits.defaultIntentWaitMs - 1)
  expect(await ownerOf(world, visitor)).toBe(NO_AGENT)
  await world.pass(1)
  expect(await ownerOf(world, visitor)).not.toBe(NO_AGENT)
  expect(placesIn(desk)).toMatchObject([{ group: 0, reason: { layer: 'weight', intent: 0, confidence: 0.2 } }])
  expect(world.alarms).toEqual([])
})

it('[D7.16] a message of full length is read no further than its beginning tells', async () => {
  const { asked, classifier } = reader()
  const { world } = await office({ classifier })
  const visitor = await ask(world, 'x'.repeat(limits.maxMessageLength))
  expect(asked.map((texts) => texts.map(({ length }) => length))).toEqual([[limits.maxIntentTextLength]])
  expect(await ownerOf(world, visitor)).not.toBe(NO_AGENT)
})

it('[D8.4] a threshold that an admin sets holds for the next visitor', async () => {
  const doubtful: Classifier = {
    classify: async (_, threshold) => ({ intent: 0.3 >= (threshold ?? 0.5) ? 1 : 0, confidence: 0.3, tookMicros: 1 }),
  }
  const { world, desk } = await office({ classifier: doubtful })
  const groupsOf = async (text: string) => {
    const before = placesIn(desk).length
    await ask(world, text)
    world.clock.advance(limits.defaultIntentWaitMs)
    await world.settled()
    return placesIn(desk)
      .slice(before)
      .map(({ group: id }) => id)
  }
  expect(await groupsOf('refund')).toEqual([0])
  await world.set('general', { ...defaultGeneral, threshold: 0.25 })
  expect(await groupsOf('refund')).toEqual([1])
})

it('[D7.16] a classifier that fails, or never answers, strands nobody', async () => {
  const failing: Classifier = { classify: () => Promise.reject(new Error('a broken model')) }
  const silent: Classifier = { classify: () => new Promise(() => undefined) }
  const first = await office({ classifier: failing })
  expect(await ownerOf(first.world, await ask(first.world, 'hello'))).not.toBe(NO_AGENT)
  const second = await office({ classifier: silent })
  const visitor = await ask(second.world, 'hello')
  await second.world.pass(limits.defaultIntentWaitMs + limits.placeWithinMs)
  expect(await ownerOf(second.world, visitor)).not.toBe(NO_AGENT)
})

it('[D7.16] a storage that refuses the place is asked again', async () => {
  const { world, jan } = await office(reader())
  const stop = world.store.journal.onCommitted(({ entries }) => {
    if (entries.some(({ entry }) => entry.kind === 'message.sent')) world.store.failNext('storage_busy', 2)
  })
  const visitor = await ask(world, 'hello', ['vip'])
  stop()
  expect(await ownerOf(world, visitor)).toBe(NO_AGENT)
  await world.pass(limits.assignRetryMs * 8)
  expect(await ownerOf(world, visitor)).toBe(jan)
})

it('[D7.16] a restart reads what was said and goes on', async () => {
  const { world, mei } = await office()
  const id = await world.newVisitor()
  await world.gateway.stop()
  const actor = { kind: 'visitor', id } as const
  // Committed without anybody there who would have placed it.
  for (const text of ['hello', 'a refund please']) {
    const said = send(text)
    if (said.type === 'send') await world.store.journal.commit({ ...said, actor })
  }
  const { asked, classifier } = reader()
  const { store, clock } = world
  const next = await createGatewayWorld({ store, clock, classifier })
  await next.work(mei)
  expect(asked).toEqual([['hello', 'a refund please']])
  expect(await store.journal.openConversations()).toMatchObject([{ owner: mei, place: { group: 1 } }])
})

it('[D7.17] who waits for a group where nobody is free holds up nobody else; the urgent come first', async () => {
  const { world, mei, jan } = await office(reader())
  const desk = await world.work(jan)
  desk.say({ type: 'status', rid: 1 as RequestId, status: 'away' })
  await world.settled()
  const patient = await ask(world, 'hello', ['vip'])
  const other = await ask(world, 'refund')
  expect([await ownerOf(world, patient), await ownerOf(world, other)]).toEqual([NO_AGENT, mei])
  await world.set('tag.2', tag(2, 'late', 2))
  await world.set('group.2', group(2, [jan], {}))
  const late = await ask(world, 'hello', ['late'])
  const urgent = await ask(world, 'hello', ['vip'])
  const order = (await world.store.journal.openConversations()).length
  expect(order).toBe(4)
  const given: ConversationId[] = []
  world.store.journal.onCommitted(({ entries }) => {
    for (const { entry } of entries) if (entry.kind === 'conversation.assigned') given.push(entry.conversation)
  })
  desk.say({ type: 'status', rid: 2 as RequestId, status: 'online' })
  await world.settled()
  expect(given).toEqual([patient, urgent, late].map(conversationOf))
  expect(world.alarms).toEqual([])
})

it('[D7.12] [D7.11] a member who joins the group gets who waited for it', async () => {
  const { world, mei, jan } = await office(reader())
  const desk = await world.work(jan)
  desk.say({ type: 'status', rid: 1 as RequestId, status: 'away' })
  const visitor = await ask(world, 'hello', ['vip'])
  expect(await ownerOf(world, visitor)).toBe(NO_AGENT)
  await world.set('group.2', group(2, [jan, mei]))
  await world.settled()
  expect(await ownerOf(world, visitor)).toBe(mei)
})

it('[D7.15] where the group says so a visitor returns to who helped them', async () => {
  const { world, mei, jan } = await office(reader())
  await world.set('group.0', group(0, [], { name: '', returning: true }))
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  const helped: (AgentId | undefined)[] = []
  const talk = async (client: TestClient): Promise<void> => {
    client.say(send('hello'))
    await world.settled()
    await world.pass(limits.defaultIntentWaitMs)
    const [open] = await world.store.journal.openConversations()
    helped.push(open?.owner)
    const actor = { kind: 'system' } as const
    if (open) await world.store.journal.commit({ type: 'close', actor, conversation: open.id, reason: 'resolved' })
  }
  for (let reopened = 0; reopened < 4; reopened += 1) await talk(visitor)
  // Later it is a new conversation.
  await world.pass(limits.silentForMs)
  world.clock.advance(limits.reopenWithinMs)
  for (const agent of [mei, jan]) await world.work(agent)
  await talk(await world.visit(id))
  expect([mei, jan]).toContain(helped[0])
  expect(new Set(helped).size).toBe(1)
})

it('[D7.6] a visitor who waits for a group beside a free member of it is an alarm within a second', async () => {
  let isAwake = true
  const mei = 1 as AgentId
  const world = await createGatewayWorld({
    router: {
      route: ({ place }) =>
        isAwake && place?.group === 1
          ? { agent: mei, reason: { layer: 'tag', rule: 'least_share', candidates: [] } }
          : undefined,
    },
  })
  await world.newAgent()
  const jan = await world.newAgent()
  await world.set('group.1', group(1, [mei]))
  await world.set('group.2', group(2, [jan]))
  await world.set('tag.1', tag(1, 'vip', 1))
  await world.set('tag.2', tag(2, 'other', 2))
  await world.work(mei)
  // Nobody of group 2 is there: who waits for it waits rightly.
  await ask(world, 'hello', ['other'])
  isAwake = false
  const overlooked = await ask(world, 'hello', ['vip'])
  isAwake = true
  expect(world.alarms).toEqual([])
  await world.pass(limits.watchdogMs)
  expect(world.alarms).toEqual([{ reason: 'idle_agent', conversation: conversationOf(overlooked), agent: mei }])
  expect(world.metrics.counted('watchdog_alarms_total', { reason: 'idle_agent' })).toBe(1)
  expect(world.logger.lines.some(({ level, message }) => level === 'error' && message.startsWith('a promise'))).toBe(
    true,
  )
  expect(await ownerOf(world, overlooked)).toBe(mei)
})
