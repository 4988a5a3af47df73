// Blocks on live wires: who is refused, who is not, and when it ends.
import { expect, it } from 'vitest'
import { limits, NO_CONVERSATION, type AgentId, type Cid, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import { createAddressHash, networkOf } from '../accounts/address-hash.ts'
import { addressBlockKey, visitorBlockKey, type StoredBlock } from '../../core/settings/block.ts'
import { createGatewayWorld, type GatewayWorld } from '../../testing/gateway-world.ts'

const HOUR_MS = 3_600_000
const bad = '203.0.113.7'
const office = '198.51.100.1'

const blockFor = (world: GatewayWorld, forMs: number | null, change: Partial<StoredBlock> = {}): StoredBlock => ({
  by: 1 as AgentId,
  at: world.clock.now(),
  until: forMs === null ? null : ((world.clock.now() + forMs) as EpochMs),
  reason: 'abuse',
  network: '',
  ...change,
})
const store = async (world: GatewayWorld, key: string, value: StoredBlock | null): Promise<void> => {
  const actor = { kind: 'system' } as const
  expect(await world.store.journal.commit({ type: 'setting', actor, key, value })).toMatchObject({ ok: true })
  await world.settled()
}
const blockVisitor = async (world: GatewayWorld, id: VisitorId, forMs: number | null) =>
  store(world, visitorBlockKey(id), blockFor(world, forMs))
const blockAddress = async (world: GatewayWorld, address: string, forMs: number | null) => {
  const hash = createAddressHash(await world.store.secrets.visitorTokenKey())
  await store(world, addressBlockKey(hash(address)), blockFor(world, forMs, { network: networkOf(address) }))
}
const refused = { code: 4506, reason: 'blocked' }

it('[D10.23] a blocked visitor is told so at once and let in no more; what they wrote stays', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const other = await world.visit(await world.newVisitor())
  const visitor = await world.visit(id)
  visitor.say({ type: 'send', cid: 'cid-0001' as Cid, conversation: NO_CONVERSATION, text: 'hello', files: [] })
  await world.settled()
  await blockVisitor(world, id, null)
  expect(visitor.last('bye')).toEqual({ type: 'bye', code: 'blocked', retryAfterMs: 0 })
  expect(visitor.closedWith).toEqual(refused)
  const again = await world.visit(id)
  expect(again.heard).toEqual([{ type: 'bye', code: 'blocked', retryAfterMs: 0 }])
  expect(other.closedWith).toBeUndefined()
  const agent = await world.work(await world.newAgent())
  expect(agent.last('reset')?.snapshot).toMatchObject({ conversations: [{ lastMessage: { preview: 'hello' } }] })
})

it('[D10.23] it ends by itself, to the millisecond, and at once when it is taken back', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  await blockVisitor(world, id, HOUR_MS)
  world.clock.advance(HOUR_MS - 1)
  expect((await world.visit(id)).closedWith).toEqual(refused)
  world.clock.advance(1)
  expect((await world.visit(id)).last('live')).toBeDefined()
  await blockVisitor(world, id, null)
  await store(world, visitorBlockKey(id), null)
  expect((await world.visit(id)).last('live')).toBeDefined()
})

it('[D10.23] it outlives a restart, and what was over or taken back does not come again', async () => {
  const before = await createGatewayWorld()
  const [blocked, over, free] = [await before.newVisitor(), await before.newVisitor(), await before.newVisitor()]
  await blockVisitor(before, over, HOUR_MS)
  before.clock.advance(HOUR_MS)
  await blockVisitor(before, blocked, HOUR_MS)
  await blockVisitor(before, free, null)
  await store(before, visitorBlockKey(free), null)
  const after = await createGatewayWorld({ store: before.store, clock: before.clock })
  expect((await after.visit(blocked)).closedWith).toEqual(refused)
  expect((await after.visit(over)).last('live')).toBeDefined()
  expect((await after.visit(free)).last('live')).toBeDefined()
  expect(after.gateway.blocks.all().map(({ key }) => key)).toEqual([visitorBlockKey(blocked)])
})

it('[D10.23] an address is blocked for every visitor behind it, and for no colleague', async () => {
  const world = await createGatewayWorld()
  const [first, second, elsewhere] = [await world.newVisitor(), await world.newVisitor(), await world.newVisitor()]
  const visitor = await world.visit(first, {}, bad)
  const neighbour = await world.visit(elsewhere, {}, '203.0.113.8')
  const colleague = await world.newAgent()
  const agent = await world.work(colleague, {}, bad)
  await blockAddress(world, bad, null)
  expect(visitor.closedWith).toEqual(refused)
  expect(neighbour.closedWith).toBeUndefined()
  expect(agent.closedWith).toBeUndefined()
  expect((await world.visit(second, {}, bad)).closedWith).toEqual(refused)
  expect((await world.visit(first, {}, office)).last('live')).toBeDefined()
  expect((await world.work(colleague, {}, bad)).last('live')).toBeDefined()
  expect(world.gateway.blocks.refusesAddress(bad)).toBe(true)
  expect(world.gateway.blocks.refusesAddress(office)).toBe(false)
})

it('[D10.24] where visitors came from is known for a day, and how many others came from there', async () => {
  const world = await createGatewayWorld()
  const [first, second] = [await world.newVisitor(), await world.newVisitor()]
  await world.visit(first, {}, office)
  await world.visit(second, {}, office)
  await world.work(await world.newAgent(), {}, office)
  const { addresses } = world.gateway.blocks
  expect(addresses.placeOf(first)).toBe(office)
  expect(addresses.othersAt(office, first)).toBe(1)
  expect(world.gateway.colleaguesAt(office)).toBe(1)
  world.clock.advance(limits.addressMemoryMs)
  expect(addresses.placeOf(first)).toBeUndefined()
  expect(addresses.othersAt(office, first)).toBe(0)
})
