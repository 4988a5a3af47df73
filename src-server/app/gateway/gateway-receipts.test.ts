import { expect, it } from 'vitest'
import {
  NO_CONVERSATION,
  type AgentId,
  type Cid,
  type ClientFrame,
  type Offset,
  type RequestId,
} from '../../protocol/index.ts'
import { createGatewayWorld } from '../../testing/gateway-world.ts'

/** A conversation that the first agent owns, with one message of the visitor at `offset`. */
const talking = async () => {
  const world = await createGatewayWorld()
  const owner = await world.work(await world.newAgent())
  const colleague = await world.work(await world.newAgent({ capacity: 0 }))
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  visitor.say({ type: 'send', cid: 'cid-0001' as Cid, conversation: NO_CONVERSATION, text: 'hello', files: [] })
  await world.settled()
  const { conversation, offset } = visitor.acknowledged().at(-1) ?? {
    conversation: NO_CONVERSATION,
    offset: 0 as Offset,
  }
  const receipt = (delivered: number, read: number): ClientFrame => ({
    type: 'receipt',
    conversation,
    delivered: delivered as Offset,
    read: read as Offset,
  })
  return { world, owner, colleague, visitor, id, conversation, offset, receipt }
}

it('[D6.1] marks only move forward', async () => {
  const { world, owner, visitor, conversation, offset, receipt } = await talking()
  for (const frame of [receipt(offset, 0), receipt(offset - 1, 0), receipt(0, offset), receipt(0, offset - 1)])
    owner.say(frame)
  await world.settled()
  const reader = { kind: 'agent', id: 1 }
  expect(visitor.of('receipts').flatMap(({ marks }) => marks)).toEqual([
    { conversation, reader, delivered: offset, read: 0 },
    { conversation, reader, delivered: offset, read: offset },
  ])
})

it('[D6.2] both sides and the reader’s other windows hear of a mark', async () => {
  const { world, owner, colleague, visitor, receipt, offset } = await talking()
  const secondWindow = await world.work(2 as AgentId, { scope: 'own' })
  colleague.say(receipt(0, offset))
  visitor.say(receipt(0, offset))
  await world.settled()
  const readers = (client: typeof owner) => client.of('receipts').map(({ marks }) => marks[0]?.reader.kind)
  expect(readers(owner)).toEqual(['agent', 'visitor'])
  expect(readers(visitor)).toEqual(['agent', 'visitor'])
  expect(readers(secondWindow)).toEqual(['agent'])
})

it('[D6.2] an owner of scope own hears of the visitor’s marks, a colleague of scope own does not', async () => {
  const { world, visitor, receipt, offset } = await talking()
  const [owner, colleague] = [
    await world.work(1 as AgentId, { scope: 'own' }),
    await world.work(2 as AgentId, { scope: 'own' }),
  ]
  visitor.say(receipt(0, offset))
  await world.settled()
  expect(owner.of('receipts').map(({ marks }) => marks[0]?.reader.kind)).toEqual(['visitor'])
  expect(colleague.of('receipts')).toEqual([])
})

it('[D6.3] only the owner’s word means that the desk has a message', async () => {
  const { world, colleague, owner, visitor, receipt, offset } = await talking()
  colleague.say(receipt(offset, 0))
  await world.settled()
  expect(visitor.of('receipts')).toEqual([])
  owner.say(receipt(offset, 0))
  await world.settled()
  expect(visitor.of('receipts')).toHaveLength(1)
})

it('[D6.4] nobody has read what is not written yet', async () => {
  const { world, visitor, owner, receipt } = await talking()
  visitor.say(receipt(0, Number.MAX_SAFE_INTEGER))
  await world.settled()
  expect(owner.last('receipts')?.marks[0]?.read).toBe(world.store.journal.head())
})

it('[D6.4] [D9.12] a mark in a stranger’s conversation is dropped and counted', async () => {
  const { world, receipt, offset, owner } = await talking()
  const stranger = await world.visit(await world.newVisitor())
  stranger.say(receipt(0, offset))
  await world.settled()
  expect(owner.of('receipts')).toEqual([])
  expect(world.metrics.counted('dropped_total', { reason: 'receipt_conversation_unknown' })).toBe(1)
})

it('[D4.4] [D6.1] who was away hears of the marks that moved meanwhile', async () => {
  const { world, owner, visitor, id, offset, receipt } = await talking()
  const cursor = world.store.journal.head()
  visitor.pair.cut()
  owner.say(receipt(0, offset))
  await world.settled()
  const back = await world.visit(id, { epoch: world.store.journal.epoch, cursor })
  expect(back.heard.map(({ type }) => type)).toEqual(['welcome', 'receipts', 'live'])
  expect(back.of('receipts')[0]?.marks).toMatchObject([{ read: offset }])
})

it('[D6.2] a visitor may mean "my current conversation"', async () => {
  const { world, owner, visitor, conversation, offset } = await talking()
  visitor.say({ type: 'receipt', conversation: NO_CONVERSATION, delivered: 0 as Offset, read: offset })
  await world.settled()
  expect(owner.last('receipts')?.marks[0]?.conversation).toBe(conversation)
  const rid = 1 as RequestId
  owner.say({ type: 'close', rid, conversation, reason: 'resolved' })
  await world.settled()
  visitor.say({ type: 'receipt', conversation: NO_CONVERSATION, delivered: 0 as Offset, read: offset })
  await world.settled()
  expect(visitor.closedWith).toBeUndefined()
})

it('[D6.5] a mark is told before the entries that were committed with it', async () => {
  const { world, owner, visitor, conversation, offset, receipt } = await talking()
  const release = world.store.hold()
  owner.say({ type: 'send', cid: 'cid-0002' as Cid, conversation, text: 'hi', files: [] })
  owner.say(receipt(0, offset))
  await world.settled()
  visitor.forget()
  release()
  await world.settled()
  expect(visitor.heard.map(({ type }) => type)).toEqual(['receipts', 'entry'])
})
