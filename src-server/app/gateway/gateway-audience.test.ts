import { expect, it } from 'vitest'
import {
  limits,
  NO_CONVERSATION,
  NO_OFFSET,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type Entry,
  type GroupId,
  type RequestId,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

const rid = 1 as RequestId
let cids = 0
const send = (text: string, conversation: number = NO_CONVERSATION): ClientFrame => {
  cids += 1
  return { type: 'send', cid: `cid-${cids}-0000` as Cid, conversation: conversation as ConversationId, text, files: [] }
}
const entriesOf = (client: TestClient): readonly Entry[] => client.of('entry').map(({ entry }) => entry)
const history = (
  conversation: number,
  change: { after?: number; before?: number; limit?: number } = {},
): ClientFrame => ({
  type: 'history',
  rid,
  conversation: conversation as ConversationId,
  after: (change.after ?? 0) as Seq,
  before: (change.before ?? 0) as Seq,
  limit: change.limit ?? limits.maxHistoryPage,
})

/** Two agents; the visitor wrote, the first agent answered, handed over with a note, and the second closed it as spam. */
const handedOver = async () => {
  const world = await createGatewayWorld()
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const first = await world.work(mei)
  const second = await world.work(jan, { scope: 'own' })
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  const stranger = await world.visit(await world.newVisitor())
  for (const client of [first, second, visitor, stranger]) client.forget()
  visitor.say(send('hello'))
  await world.settled()
  const conversation = entriesOf(visitor)[0]?.conversation ?? NO_CONVERSATION
  first.say(send('welcome', conversation))
  first.say({ type: 'transfer', rid, conversation, agent: jan, note: 'a difficult one' })
  await world.settled()
  second.say({ type: 'close', rid, conversation, reason: 'spam' })
  await world.settled()
  return { world, conversation, first, second, visitor, stranger, id, jan }
}

it('[D3.1] [D3.4] seq is the same for everyone and without a gap, offsets rise on every connection', async () => {
  const { first, visitor } = await handedOver()
  const placesOf = (client: TestClient) => entriesOf(client).map(({ offset, seq }) => [offset, seq])
  expect(placesOf(visitor)).toEqual(placesOf(first))
  expect(entriesOf(visitor).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  const offsets = entriesOf(visitor).map(({ offset }) => offset)
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
})

it('[D3.2] scope own hears of a conversation from its arrival on, strangers hear nothing', async () => {
  const { second, stranger } = await handedOver()
  expect(entriesOf(second).map(({ kind }) => kind)).toEqual(['conversation.transferred', 'conversation.closed'])
  expect(stranger.heard).toEqual([])
})

it('[D3.2] scope own hears what concerns the office, and the entry that takes a conversation away', async () => {
  const { world, second, visitor, jan } = await handedOver()
  visitor.say(send('one more thing'))
  await world.settled()
  const mine = entriesOf(second).at(-1)?.conversation ?? NO_CONVERSATION
  second.forget()
  const third = await world.newAgent()
  second.say({ type: 'assign', rid, conversation: mine, agent: NO_CONVERSATION as number as AgentId })
  await world.settled()
  expect(jan).toBeGreaterThan(0)
  const kinds = entriesOf(second).map(({ kind }) => kind)
  expect(kinds).toContain('agent.changed')
  expect(third).toBeGreaterThan(jan)
})

it('[D3.3] [D8.2] a visitor gets every entry, without reasons, notes and what colleagues called them', async () => {
  const { first, visitor } = await handedOver()
  const inside = entriesOf(first)
  const outside = entriesOf(visitor)
  expect(outside.map(({ kind }) => kind)).toEqual(inside.map(({ kind }) => kind))
  expect(inside.find(({ kind }) => kind === 'conversation.assigned')?.body).toMatchObject({
    reason: { layer: 'weight' },
  })
  expect(outside.find(({ kind }) => kind === 'conversation.assigned')?.body).toMatchObject({ reason: null })
  expect(outside.find(({ kind }) => kind === 'conversation.transferred')?.body).toMatchObject({ note: '' })
  expect(outside.find(({ kind }) => kind === 'conversation.closed')?.body).toEqual({ reason: 'other' })
})

it('[D3.3] history, replay and snapshot hide the same', async () => {
  const { world, visitor, conversation, id } = await handedOver()
  const live = entriesOf(visitor)
  visitor.say(history(conversation))
  await world.settled()
  expect(visitor.last('history')?.entries).toEqual(live)
  const fresh = await world.visit(id)
  const snapshot = fresh.last('reset')?.snapshot
  expect(snapshot?.kind === 'visitor' && snapshot.entries).toEqual(live)
  const { epoch } = world.store.journal
  const back = await world.visit(id, { epoch, cursor: ((live[0]?.offset ?? 1) - 1) as typeof NO_OFFSET })
  expect(back.of('entries').flatMap(({ entries }) => entries)).toEqual(live)
})

it('[D4.6] a visitor’s snapshot holds their own conversations, an agent’s the desk', async () => {
  const { world, conversation, id } = await handedOver()
  const other = await world.visit(await world.newVisitor())
  other.say(send('someone else'))
  await world.settled()
  const visitor = await world.visit(id)
  expect(visitor.last('reset')?.snapshot.conversations.map((each) => each.id)).toEqual([conversation])
  const agent = await world.work(1 as AgentId)
  const snapshot = agent.last('reset')?.snapshot
  expect(snapshot).toMatchObject({
    kind: 'agent',
    conversations: [{ visitor: { id: 3 as VisitorId } }],
    visitorsOnline: [3],
  })
})

it('[D10.4] nobody reads a stranger’s conversation', async () => {
  const { world, stranger, conversation } = await handedOver()
  stranger.say(history(conversation))
  await world.settled()
  expect(stranger.heard).toEqual([{ type: 'fail', rid, code: 'conversation_unknown' }])
})

it('[D9.11] a page heavier than a frame is cut where the reader asks on', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  for (let index = 0; index < 20; index += 1) {
    visitor.say(send('重'.repeat(limits.maxMessageLength)))
    await world.settled()
  }
  const last = entriesOf(visitor).at(-1)?.seq ?? 0
  visitor.say(history(1))
  await world.settled()
  const newest = visitor.last('history')?.entries ?? []
  expect(newest.length).toBeLessThan(20)
  expect(newest.at(-1)?.seq).toBe(last)
  visitor.say(history(1, { after: 1 }))
  await world.settled()
  expect(visitor.last('history')?.entries[0]?.seq).toBe(2)
})

it('[D9.6] one visitor’s burst of long messages costs no agent the connection, and no agent a message', async () => {
  const world = await createGatewayWorld()
  const agent = await world.work(await world.newAgent())
  const visitor = await world.visit(await world.newVisitor())
  for (let index = 0; index < 40; index += 1) visitor.say(send('重'.repeat(limits.maxMessageLength)))
  await world.settled()
  await world.pass(2_000)
  expect([agent.closedWith, visitor.closedWith]).toEqual([undefined, undefined])
  const heard = [...agent.of('entries').flatMap(({ entries }) => entries), ...entriesOf(agent)]
  expect(heard.filter(({ kind }) => kind === 'message.sent')).toHaveLength(40)
  expect(world.metrics.counted('dropped_total', { reason: 'slow_reader_reads_on_later' })).toBeGreaterThan(0)
})

it('[D9.11] a list says where it goes on', async () => {
  const world = await createGatewayWorld()
  const agent = await world.work(await world.newAgent({ capacity: 0 }))
  for (let index = 0; index < 5; index += 1) {
    const visitor = await world.visit(await world.newVisitor())
    visitor.say(send('hello'))
    await world.settled()
  }
  const list = (before: number): ClientFrame => ({
    type: 'list',
    rid,
    view: 'queue',
    visitor: 0 as VisitorId,
    before: before as typeof NO_OFFSET,
    limit: 2,
  })
  const seen: number[] = []
  for (let before: number = NO_OFFSET, pages = 0; pages === 0 || (before > 0 && pages < 5); pages += 1) {
    agent.say(list(before))
    await world.settled()
    const answer = agent.last('list')
    seen.push(...(answer?.conversations.map(({ id }) => id) ?? []))
    before = answer?.next ?? NO_OFFSET
  }
  expect(seen).toEqual([5, 4, 3, 2, 1])
})

it('[D3.3] [D7.8] to a group with a note, and a note beside it: colleagues read both, the visitor neither', async () => {
  const { world, conversation, first, second, visitor } = await handedOver()
  const group = 3 as GroupId
  await world.store.journal.commit({
    type: 'setting',
    actor: { kind: 'system' },
    key: `routing.group.${group}`,
    value: { name: 'Debtors' },
  })
  visitor.say(send('still there?'))
  await world.settled()
  for (const client of [first, second, visitor]) client.forget()
  first.say({ type: 'note', rid, cid: 'cid-of-note' as Cid, conversation, text: 'ask for the invoice' })
  first.say({ type: 'queue', rid, conversation, group: 99 as GroupId, note: '' })
  first.say({ type: 'queue', rid, conversation, group, note: 'owes us money' })
  await world.settled()
  expect(first.of('done')).toHaveLength(2)
  expect(first.of('fail')).toMatchObject([{ code: 'group_unknown' }])
  const [note, queued] = entriesOf(first)
  expect(note).toMatchObject({ kind: 'note.added', body: { text: 'ask for the invoice' } })
  const body = { group, groupName: 'Debtors', note: 'owes us money' }
  expect(queued).toMatchObject({ kind: 'conversation.queued', body })
  const seen = entriesOf(visitor)
  expect(seen.slice(0, 2).map(({ kind }) => kind)).toEqual(['hidden', 'conversation.queued'])
  expect(JSON.stringify(seen)).not.toMatch(/invoice|Debtors|money|moved/)
})
