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
  type RequestId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'

const CAPACITY = 2
const STEPS = 250

type Person = { readonly id: AgentId; client: TestClient; isThere: boolean; isOnline: boolean }

/** An office in which people say yes, no and nothing, leave and come back, and the storage refuses now and then. */
const live = async (seed: number): Promise<GatewayWorld> => {
  const random = createSeededRandom(seed)
  const below = (end: number): number => Math.floor(random.fraction() * end)
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
  const world = await createGatewayWorld()
  const offering = (acceptance: 'auto' | 'offer', offerMs: number) => ({ ...everyone, acceptance, offerMs })
  await world.set('group.0', offering('offer', 3 * limits.minOfferMs))
  const people: Person[] = []
  for (let count = 0; count < 3; count += 1) {
    const id = await world.newAgent({ capacity: CAPACITY })
    people.push({ id, client: await world.work(id), isThere: true, isOnline: true })
  }
  /** Transfers and what is taken by hand may go past a capacity: people decide that. */
  const byHand = new Set<ConversationId>()
  let said = 0
  const rid = (): RequestId => (said += 1) as RequestId
  const order = (person: Person, frame: ClientFrame): void => (person.isThere ? person.client.say(frame) : undefined)

  const arrive = async (): Promise<void> => {
    const visitor = await world.visit(await world.newVisitor())
    visitor.say({
      type: 'send',
      cid: `cid-${rid()}-0000` as Cid,
      conversation: NO_CONVERSATION,
      text: 'hi',
      files: [],
    })
  }
  const byRouter: readonly (() => unknown)[] = [
    arrive,
    arrive,
    arrive,
    ...[true, true, true, false].map((accept) => () => {
      for (const person of people) {
        const offer = pick(person.client.of('offer'))
        if (offer && offer.agent === person.id)
          order(person, { type: 'answer', rid: rid(), conversation: offer.conversation, accept, note: '' })
      }
    }),
    async () => {
      const open = pick(await world.store.journal.openConversations())
      const owner = people.find(({ id }) => id === open?.owner)
      if (open && owner) order(owner, { type: 'close', rid: rid(), conversation: open.id, reason: 'resolved' })
    },
    () => {
      const person = pick(people)
      if (!person?.isThere) return
      person.isOnline = !person.isOnline
      order(person, { type: 'status', rid: rid(), status: person.isOnline ? 'online' : 'away' })
    },
    async () => {
      const person = pick(people)
      if (!person) return
      if (person.isThere) person.client.pair.cut()
      else person.client = await world.work(person.id)
      person.isThere = !person.isThere
    },
    () => world.set('group.0', offering(below(3) === 0 ? 'auto' : 'offer', limits.minOfferMs * (1 + below(4)))),
    () => world.store.failNext('storage_busy', 1),
    () => world.pass(1_000 * (1 + below(8))),
  ]

  const byPeople: readonly (() => unknown)[] = [
    async () => {
      const [conversation, person] = [pick(await world.store.journal.openConversations())?.id, pick(people)]
      if (!conversation || !person) return
      byHand.add(conversation)
      order(person, { type: 'assign', rid: rid(), conversation, agent: person.id })
    },
    async () => {
      const open = pick(await world.store.journal.openConversations())
      const [owner, other] = [people.find(({ id }) => id === open?.owner), pick(people)]
      if (!open || !owner || !other) return
      byHand.add(open.id)
      order(owner, { type: 'ask', rid: rid(), conversation: open.id, agent: other.id, note: '' })
    },
  ]
  // Every other office leaves all of it to the router.
  const deeds = seed % 2 === 0 ? byRouter : [...byRouter, ...byPeople]

  for (let step = 0; step < STEPS; step += 1) {
    // What the storage refuses to a visitor or an admin is their own trouble, not this test's.
    await Promise.resolve(pick(deeds)?.()).catch(() => undefined)
    for (const person of people) order(person, { type: 'beat' })
    await world.settled()
    const open = await world.store.journal.openConversations()
    for (const { id } of people) {
      const given = open.filter((one) => one.owner === id && !byHand.has(one.id)).length
      // SPEC D7.1, D7.25.
      expect(given).toBeLessThanOrEqual(CAPACITY)
    }
  }
  // What is still refused, is refused now.
  await world.newVisitor().catch(() => undefined)
  // In the end everybody is there, says yes to everything, and nobody is left waiting who could be answered.
  await world.set('group.0', offering('offer', limits.minOfferMs))
  for (const person of people) {
    if (!person.isThere) person.client = await world.work(person.id)
    person.isThere = true
    order(person, { type: 'status', rid: rid(), status: 'online' })
  }
  for (let round = 0; round < 60; round += 1) {
    for (const person of people) {
      for (const one of person.client.of('offer'))
        order(person, { type: 'answer', rid: rid(), conversation: one.conversation, accept: true, note: '' })
      person.client.forget()
    }
    await world.settled()
    const mine = (await world.store.journal.openConversations()).find(({ owner }) => owner !== NO_AGENT)
    const owner = people.find(({ id }) => id === mine?.owner)
    if (mine && owner) order(owner, { type: 'close', rid: rid(), conversation: mine.id, reason: 'resolved' })
    await world.pass(1_000)
  }
  return world
}

it('[D7.1] [D7.25] [D7.26] nobody is stranded, nobody gets more than they carry, whatever people answer', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const world = await live(seed)
    expect([seed, world.alarms]).toEqual([seed, []])
    const left = (await world.store.journal.openConversations()).filter(({ owner }) => owner === NO_AGENT)
    expect([seed, left.length]).toEqual([seed, 0])
    expect([seed, world.logger.lines.filter(({ level }) => level === 'error')]).toEqual([seed, []])
  }
}, 60_000)
