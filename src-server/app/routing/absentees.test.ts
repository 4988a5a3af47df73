import { beforeEach, expect, it } from 'vitest'
import { limits, NO_AGENT, NO_CONVERSATION, type ConversationId, type RequestId } from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'
import { offerMs, offerVerbs } from '../../testing/offer-verbs.ts'

let world: GatewayWorld
const { send, order, answer, ask, ownerOf, offeredTo, endsHeardBy, setOffers, status } = offerVerbs(() => world)
const statusesSeenBy = (client: TestClient) =>
  client.of('entry').flatMap(({ entry }) => {
    if (entry.kind !== 'agent.status') return []
    return [{ author: entry.author, body: entry.body }]
  })

beforeEach(async () => {
  world = await createGatewayWorld()
  await setOffers()
})

it('[D7.28] who lets offer after offer pass is set away by the system, and the conversation goes to the next, or waits', async () => {
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const conversation = await ask()
  await world.pass(limits.maxOffersMissed * offerMs)
  expect(statusesSeenBy(desk)).toEqual([{ author: { kind: 'system', id: 0 }, body: { agent: mei, status: 'away' } }])
  await world.pass(5 * offerMs)
  expect([offeredTo(desk).length, await ownerOf(conversation)]).toEqual([limits.maxOffersMissed, NO_AGENT])
  expect(world.metrics.counted('agents_set_away_total')).toBe(1)
  const jan = await world.work(await world.newAgent())
  expect(offeredTo(jan)).toEqual([conversation])
  await status(jan, 'away')
  // Back, they are asked again, and the count began anew.
  await status(desk, 'online')
  expect(offeredTo(desk).length).toBe(limits.maxOffersMissed + 1)
  await world.pass((limits.maxOffersMissed - 1) * offerMs)
  expect(statusesSeenBy(desk).length).toBe(3)
  expect(await answer(desk, conversation, true)).toBe('done')
  expect(world.alarms).toEqual([])
})

it('[D7.28] an answer, a message and a status of their own are signs of life', async () => {
  const signs: readonly ((desk: TestClient, offered: ConversationId, own: ConversationId) => Promise<unknown>)[] = [
    (desk, offered) => answer(desk, offered, true),
    (desk, offered) => answer(desk, offered, false),
    (desk, offered) => answer(desk, (offered + 900) as ConversationId, true),
    async (desk, _offered, own) => {
      desk.say(send('one moment', own))
      await world.settled()
    },
    async (desk) => {
      await status(desk, 'away')
      await status(desk, 'online')
    },
  ]
  for (const sign of signs) {
    world = await createGatewayWorld()
    await setOffers()
    const desk = await world.work(await world.newAgent())
    const own = await ask()
    await answer(desk, own, true)
    await ask()
    await world.pass((limits.maxOffersMissed - 1) * offerMs)
    await sign(desk, desk.last('offer')?.conversation ?? NO_CONVERSATION, own)
    await ask()
    const before = statusesSeenBy(desk).length
    await world.pass((limits.maxOffersMissed - 1) * offerMs)
    expect(statusesSeenBy(desk).length).toBe(before)
    await world.pass(2 * offerMs)
    expect(statusesSeenBy(desk).at(-1)).toMatchObject({ author: { kind: 'system' }, body: { status: 'away' } })
  }
})

it('[D7.28] a crowd of offers missed at once is one absence, and what else they are asked ends with it', async () => {
  const mei = await world.newAgent({ capacity: 4 })
  const desk = await world.work(mei)
  const four = [await ask(), await ask(), await ask(), await ask()]
  await world.pass(offerMs)
  expect([endsHeardBy(desk), statusesSeenBy(desk)]).toEqual([four.map(() => 'timed_out'), []])
  await world.pass((limits.maxOffersMissed - 1) * offerMs)
  expect(statusesSeenBy(desk).length).toBe(1)
  await world.pass(2 * offerMs)
  expect(offeredTo(desk).length).toBe(4 * limits.maxOffersMissed)
  expect(endsHeardBy(desk).length).toBe(4 * limits.maxOffersMissed)
})

it('[D7.28] a storage that refuses leaves them as they were; the next offer that passes asks for it again', async () => {
  const desk = await world.work(await world.newAgent())
  await ask()
  await world.pass(limits.maxOffersMissed * offerMs - 1)
  world.store.failNext('storage_failed', 1)
  await world.pass(1)
  expect([statusesSeenBy(desk), offeredTo(desk).length]).toEqual([[], limits.maxOffersMissed + 1])
  await world.pass(offerMs)
  expect([statusesSeenBy(desk).length, offeredTo(desk).length]).toEqual([1, limits.maxOffersMissed + 1])
  expect(world.alarms).toEqual([])
})

it('[D7.28] who says that they are busy at that very moment is busy, and nobody else’s question counts', async () => {
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const desk = await world.work(mei)
  await ask()
  await world.pass(limits.maxOffersMissed * offerMs - 1)
  desk.say({ type: 'status', rid: 900 as RequestId, status: 'busy' })
  desk.pair.flush()
  await world.pass(1)
  await world.pass(offerMs)
  expect(statusesSeenBy(desk)).toMatchObject([{ body: { status: 'busy' } }])
  const colleague = await world.work(jan)
  const own = colleague.last('offer')?.conversation ?? NO_CONVERSATION
  await answer(colleague, own, true)
  await status(desk, 'online')
  for (let asked = 0; asked < 2 * limits.maxOffersMissed; asked += 1) {
    await order(colleague, (rid) => ({ type: 'ask', rid, conversation: own, agent: mei, note: '' }))
    await world.pass(limits.transferOfferMs)
  }
  expect(endsHeardBy(desk).slice(-2)).toEqual(['timed_out', 'timed_out'])
  expect(statusesSeenBy(desk).at(-1)).toMatchObject({ body: { status: 'online' } })
})
