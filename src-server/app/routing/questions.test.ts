import { beforeEach, expect, it } from 'vitest'
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
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

let world: GatewayWorld
let mei: AgentId
let jan: AgentId
let meiDesk: TestClient
let janDesk: TestClient
let frames = 0
const order = async (client: TestClient, frame: (rid: RequestId) => ClientFrame): Promise<string> => {
  frames += 1
  const rid = frames as RequestId
  client.say(frame(rid))
  await world.settled()
  const failed = client.of('fail').find((one) => one.rid === rid)
  return failed?.code ?? (client.of('done').some((one) => one.rid === rid) ? 'done' : 'no answer')
}
const arrive = async (): Promise<ConversationId> => {
  const visitor = await world.visit(await world.newVisitor())
  frames += 1
  const cid = `cid-${frames}-0000` as Cid
  visitor.say({ type: 'send', cid, conversation: NO_CONVERSATION, text: 'hello', files: [] })
  await world.settled()
  return visitor.of('entry')[0]?.entry.conversation ?? NO_CONVERSATION
}
const ask = (client: TestClient, conversation: ConversationId, agent: AgentId, note = 'please'): Promise<string> =>
  order(client, (rid) => ({ type: 'ask', rid, conversation, agent, note }))
const answer = (client: TestClient, conversation: ConversationId, accept: boolean, note = ''): Promise<string> =>
  order(client, (rid) => ({ type: 'answer', rid, conversation, accept, note }))
const status = (client: TestClient, is: 'online' | 'away' | 'busy'): Promise<string> =>
  order(client, (rid) => ({ type: 'status', rid, status: is }))
const ownerOf = async (conversation: ConversationId): Promise<AgentId | undefined> =>
  (await world.store.journal.openConversations()).find(({ id }) => id === conversation)?.owner
const endsHeardBy = (client: TestClient) => client.of('offerOver').map(({ why, note }) => [why, note])

/** A conversation that Mei has; Jan is at his desk. */
const hers = async (): Promise<ConversationId> => {
  const conversation = await arrive()
  expect(await ownerOf(conversation)).toBe(mei)
  return conversation
}

beforeEach(async () => {
  world = await createGatewayWorld()
  mei = await world.newAgent()
  jan = await world.newAgent()
  meiDesk = await world.work(mei)
  janDesk = await world.work(jan)
  await status(janDesk, 'busy')
})

it('[D7.26] a colleague who is asked and says yes gets it from the owner, with the note, as by any transfer', async () => {
  const conversation = await hers()
  const second = await world.work(mei)
  expect(await ask(meiDesk, conversation, jan, ' knows the order ')).toBe('done')
  const until = world.clock.now() + limits.transferOfferMs
  const offer = { conversation, agent: jan, from: mei, note: 'knows the order', until, why: null }
  for (const client of [janDesk, meiDesk, second]) expect(client.last('offer')).toMatchObject(offer)
  expect(await ownerOf(conversation)).toBe(mei)
  expect(await answer(janDesk, conversation, true)).toBe('done')
  expect(await ownerOf(conversation)).toBe(jan)
  const moved = janDesk.of('entry').flatMap(({ entry }) => (entry.kind === 'conversation.transferred' ? [entry] : []))
  expect(moved).toMatchObject([
    { author: { kind: 'agent', id: mei }, body: { from: mei, to: jan, note: 'knows the order' } },
  ])
  for (const client of [janDesk, meiDesk, second]) expect(endsHeardBy(client)).toEqual([['accepted', '']])
  expect(await answer(janDesk, conversation, true)).toBe('offer_over')
})

it('[D7.26] a no, with its reason, a timeout and a colleague who goes away leave it where it is', async () => {
  const conversation = await hers()
  await ask(meiDesk, conversation, jan)
  expect(await answer(janDesk, conversation, false, ' I have lunch ')).toBe('done')
  expect(endsHeardBy(meiDesk)).toEqual([['declined', 'I have lunch']])
  await ask(meiDesk, conversation, jan)
  for (let passed = 0; passed < limits.transferOfferMs; passed += 20_000) {
    for (const client of [meiDesk, janDesk]) client.say({ type: 'beat' })
    await world.pass(20_000)
  }
  expect(endsHeardBy(meiDesk).at(-1)).toEqual(['timed_out', ''])
  expect(await answer(janDesk, conversation, true)).toBe('offer_over')
  await ask(meiDesk, conversation, jan)
  await status(janDesk, 'away')
  expect(endsHeardBy(meiDesk).at(-1)).toEqual(['unable', ''])
  await status(janDesk, 'online')
  await ask(meiDesk, conversation, jan)
  janDesk.pair.cut()
  await world.pass(limits.agentGraceMs)
  expect(endsHeardBy(meiDesk).at(-1)).toEqual(['unable', ''])
  expect([await ownerOf(conversation), endsHeardBy(meiDesk).length]).toEqual([mei, 4])
})

it('[D7.26] the question can be taken back, and another one takes its place', async () => {
  const conversation = await hers()
  const kai = await world.newAgent()
  const kaiDesk = await world.work(kai)
  await ask(meiDesk, conversation, jan)
  // Asked again because the answer did not come: nobody is asked twice.
  expect([await ask(meiDesk, conversation, jan), janDesk.of('offer').length]).toEqual(['done', 1])
  expect(await ask(meiDesk, conversation, kai)).toBe('done')
  expect([endsHeardBy(janDesk), kaiDesk.of('offer').length]).toEqual([[['withdrawn', '']], 1])
  expect(await ask(meiDesk, conversation, NO_AGENT)).toBe('done')
  expect(endsHeardBy(kaiDesk)).toEqual([['withdrawn', '']])
  expect(await answer(kaiDesk, conversation, true)).toBe('offer_over')
  expect(await ask(meiDesk, conversation, NO_AGENT)).toBe('done')
  await world.pass(limits.transferOfferMs)
  expect(endsHeardBy(meiDesk).map(([why]) => why)).toEqual(['withdrawn', 'withdrawn'])
})

it('[D7.26] who may not hand it over may not ask, and who is not there cannot be asked', async () => {
  const conversation = await hers()
  const [away, nobody] = [await world.newAgent(), await world.newAgent()]
  await status(await world.work(away), 'away')
  expect(await ask(janDesk, conversation, jan)).toBe('not_owner')
  expect(await ask(meiDesk, conversation, away)).toBe('agent_unavailable')
  expect(await ask(meiDesk, conversation, nobody)).toBe('agent_unavailable')
  expect(await ask(meiDesk, conversation, mei)).toBe('agent_unavailable')
  expect(await ask(meiDesk, conversation, 99 as AgentId)).toBe('agent_unknown')
  expect(await ask(meiDesk, 999 as ConversationId, jan)).toBe('conversation_unknown')
  expect(await ask(meiDesk, conversation, jan, 'x'.repeat(limits.maxTransferNoteLength + 1))).toBe('message_too_long')
  expect(await ask(meiDesk, conversation, jan, '\0')).toBe('text_malformed')
  expect(janDesk.of('offer')).toEqual([])
  await status(meiDesk, 'away')
  await status(janDesk, 'away')
  const waiting = await arrive()
  expect(await ask(meiDesk, waiting, jan)).toBe('not_owner')
  const boss = await world.work(await world.newAgent({ role: 'admin' }))
  await status(janDesk, 'busy')
  expect(await ask(boss, conversation, jan)).toBe('done')
  expect(await answer(janDesk, conversation, false, 'x'.repeat(limits.maxDeclineReasonLength + 1))).toBe(
    'message_too_long',
  )
  expect(await answer(janDesk, conversation, true)).toBe('done')
  expect(await ownerOf(conversation)).toBe(jan)
})

it('[D7.26] what happens to the conversation meanwhile ends the question', async () => {
  const boss = await world.newAgent({ role: 'owner' })
  const bossDesk = await world.work(boss)
  await status(bossDesk, 'busy')
  const conversation = await hers()
  await ask(meiDesk, conversation, jan)
  await order(bossDesk, (rid) => ({ type: 'transfer', rid, conversation, agent: boss, note: '' }))
  expect(endsHeardBy(janDesk)).toEqual([['taken', '']])
  expect(await answer(janDesk, conversation, true)).toBe('offer_over')
  await ask(bossDesk, conversation, jan)
  await order(bossDesk, (rid) => ({ type: 'close', rid, conversation, reason: 'resolved' }))
  expect(endsHeardBy(janDesk).at(-1)).toEqual(['over', ''])
  const second = await hers()
  await ask(meiDesk, second, jan)
  await order(meiDesk, (rid) => ({ type: 'queue', rid, conversation: second, group: 0 as never, note: '' }))
  expect(endsHeardBy(janDesk).at(-1)).toEqual(['over', ''])
})

it('[D7.26] a yes that the storage refuses can be said again; a yes on its way is not timed out', async () => {
  const conversation = await hers()
  await ask(meiDesk, conversation, jan)
  world.store.failNext('storage_busy', 1)
  expect(await answer(janDesk, conversation, true)).toBe('storage_busy')
  expect(endsHeardBy(janDesk)).toEqual([])
  // The disk takes its time, longer than the question lasts.
  const release = world.store.hold()
  janDesk.say({ type: 'answer', rid: 900 as RequestId, conversation, accept: true, note: '' })
  for (let passed = 0; passed < limits.transferOfferMs; passed += 20_000) {
    for (const client of [meiDesk, janDesk]) client.say({ type: 'beat' })
    await world.pass(20_000)
  }
  release()
  await world.settled()
  expect([endsHeardBy(janDesk), await ownerOf(conversation)]).toEqual([[['accepted', '']], jan])
})

it('[D7.26] of a yes and a question taken back in the same moment the yes holds', async () => {
  const conversation = await hers()
  await ask(meiDesk, conversation, jan)
  // Both at once: the owner takes it back in the moment in which it is accepted.
  janDesk.say({ type: 'answer', rid: 901 as RequestId, conversation, accept: true, note: '' })
  meiDesk.say({ type: 'ask', rid: 902 as RequestId, conversation, agent: NO_AGENT, note: '' })
  janDesk.pair.flush()
  meiDesk.pair.flush()
  await world.settled()
  expect([meiDesk.last('fail')?.code, await ownerOf(conversation)]).toEqual(['offer_over', jan])
})

it('[D9.21] at most so many questions are open to one colleague', async () => {
  world = await createGatewayWorld()
  mei = await world.newAgent({ capacity: 100 })
  jan = await world.newAgent()
  meiDesk = await world.work(mei)
  janDesk = await world.work(jan)
  await status(janDesk, 'busy')
  for (let count = 0; count < limits.maxQuestionsPerAgent; count += 1)
    expect(await ask(meiDesk, await hers(), jan)).toBe('done')
  const last = await hers()
  expect(await ask(meiDesk, last, jan)).toBe('too_many_in_flight')
  await answer(janDesk, janDesk.of('offer')[0]?.conversation ?? NO_CONVERSATION, false)
  expect(await ask(meiDesk, last, jan)).toBe('done')
})

it('[D7.26] a reload shows both sides what is open; a restart forgets it and keeps the conversation', async () => {
  const conversation = await hers()
  await ask(meiDesk, conversation, jan)
  meiDesk.pair.cut()
  meiDesk = await world.work(mei)
  expect(meiDesk.of('offer')).toMatchObject([{ conversation, agent: jan, from: mei }])
  await world.gateway.stop()
  const { store, clock } = world
  world = await createGatewayWorld({ store, clock })
  janDesk = await world.work(jan)
  expect([janDesk.of('offer'), await ownerOf(conversation)]).toEqual([[], mei])
  expect(await answer(janDesk, conversation, true)).toBe('offer_over')
})
