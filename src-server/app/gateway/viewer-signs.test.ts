import { expect, it } from 'vitest'
import {
  limits,
  NO_CONVERSATION,
  type AgentId,
  type Cid,
  type ConversationId,
  type RequestId,
  type Seq,
} from '../../protocol/index.ts'
import { createGatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

const agents = (count: number): readonly AgentId[] =>
  Array.from({ length: count }, (_, index) => (index + 1) as AgentId)

/** One conversation that nobody has, and as many agents at work as asked for; the first leads. */
const office = async (count: number) => {
  const world = await createGatewayWorld()
  await world.newAgent({ capacity: 0, role: 'owner' })
  for (let made = 1; made < count; made += 1) await world.newAgent({ capacity: 0 })
  const desks: TestClient[] = []
  for (const id of agents(count)) desks.push(await world.work(id))
  const visitor = await world.visit(await world.newVisitor())
  visitor.say({ type: 'send', cid: 'cid-0001' as Cid, conversation: NO_CONVERSATION, text: 'hello', files: [] })
  await world.settled()
  const conversation = visitor.acknowledged().at(-1)?.conversation ?? NO_CONVERSATION
  for (const client of [...desks, visitor]) client.forget()
  const gathered = async (): Promise<void> => {
    await world.settled()
    await world.pass(limits.viewersEveryMs)
  }
  const watch = async (...clients: readonly (TestClient | undefined)[]): Promise<void> => {
    for (const client of clients) client?.say({ type: 'watch', conversation })
    await gathered()
  }
  const leave = async (client: TestClient | undefined): Promise<void> => {
    client?.say({ type: 'watch', conversation: NO_CONVERSATION })
    await gathered()
  }
  return { world, desks, visitor, conversation, watch, leave, gathered }
}

const told = (client: TestClient | undefined): readonly (readonly number[])[] =>
  client?.of('viewers').map((frame) => frame.agents) ?? []

it('[D4.11] who has the same conversation on the screen is told of the others, who looks elsewhere and the visitor are not', async () => {
  const { desks, visitor, conversation, watch, leave } = await office(4)
  const [, mei, li, elsewhere] = desks
  await watch(mei)
  expect(told(mei)).toEqual([])
  await watch(li)
  const both = { type: 'viewers', conversation, agents: [2, 3] }
  expect([mei?.of('viewers'), li?.of('viewers')]).toEqual([[both], [both]])
  await leave(li)
  expect(told(mei)).toEqual([[2, 3], [2]])
  expect([told(li).length, told(elsewhere), told(visitor)]).toEqual([1, [], []])
})

it('[D4.11] it goes with the connection, and a second window is told what the first one knows', async () => {
  const { world, desks, watch, gathered } = await office(3)
  const [, mei, li] = desks
  await watch(mei, li)
  const second = await world.work(2 as AgentId)
  await watch(second)
  expect([told(second), told(mei), told(li)]).toEqual([[[2, 3]], [[2, 3]], [[2, 3]]])
  mei?.pair.cut()
  await gathered()
  expect(told(li)).toEqual([[2, 3]])
  second.pair.cut()
  await gathered()
  expect(told(li)).toEqual([[2, 3], [3]])
})

it('[D4.11] who passes by is not told of, and a crowd is told once for all that came together', async () => {
  const { world, desks, conversation, watch, gathered } = await office(30)
  const [, mei, passing] = desks
  await watch(mei, desks[3])
  passing?.say({ type: 'watch', conversation })
  await world.settled()
  passing?.say({ type: 'watch', conversation: NO_CONVERSATION })
  await gathered()
  expect([told(mei), told(passing)]).toEqual([[[2, 4]], []])
  await watch(...desks.slice(4))
  expect(told(mei)).toHaveLength(2)
  expect(told(mei)[1]).toHaveLength(limits.maxViewersTold)
  expect(told(desks.at(-1))).toEqual([told(mei)[1]])
})

it('[D4.11] who leads and reads along sees who is there and is not seen, until it is theirs to answer', async () => {
  const { desks, conversation, watch, gathered } = await office(3)
  const [lead, mei] = desks
  mei?.say({ type: 'assign', rid: 1 as RequestId, conversation, agent: 2 as AgentId })
  await watch(mei, lead)
  expect([told(mei), told(lead)]).toEqual([[], [[2]]])
  mei?.say({ type: 'assign', rid: 2 as RequestId, conversation, agent: 0 as AgentId })
  await gathered()
  expect([told(mei), told(lead)]).toEqual([[[1, 2]], [[2], [1, 2]]])
  lead?.say({ type: 'assign', rid: 3 as RequestId, conversation, agent: 2 as AgentId })
  await gathered()
  expect(told(mei).at(-1)).toEqual([2])
})

it('[D4.8] [D4.11] a client that says what it watches is believed: what else it asks for moves nothing', async () => {
  const { world, desks, conversation, watch, gathered } = await office(3)
  const [, mei, li] = desks
  await watch(mei, li)
  const other = (conversation + 1) as ConversationId
  li?.say({ type: 'history', rid: 1 as RequestId, conversation: other, after: 0 as Seq, before: 0 as Seq, limit: 10 })
  await gathered()
  expect(told(mei)).toEqual([[2, 3]])
  mei?.say({ type: 'typing', conversation, active: true })
  await world.settled()
  expect(li?.of('typing')).toHaveLength(1)
})

it('[D4.8] in a closed conversation colleagues who look at it see who is writing, and the visitor does not', async () => {
  const { world, desks, visitor, conversation, watch } = await office(3)
  const [lead, mei, li] = desks
  lead?.say({ type: 'close', rid: 1 as RequestId, conversation, reason: 'resolved' })
  await watch(mei, li)
  visitor.forget()
  mei?.say({ type: 'typing', conversation, active: true })
  await world.settled()
  expect([li?.of('typing').length, lead?.of('typing').length, visitor.of('typing').length]).toEqual([1, 0, 0])
})
