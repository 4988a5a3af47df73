import { beforeEach, expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type ConversationId,
  type RequestId,
  type Seq,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'
import { offerMs, offerVerbs } from '../../testing/offer-verbs.ts'

let world: GatewayWorld
const { nextRid, order, answer, ask, ownerOf, offeredTo, endsHeardBy, setOffers, status } = offerVerbs(() => world)

beforeEach(async () => {
  world = await createGatewayWorld()
  await setOffers()
})

it('[D7.25] the one who was chosen is asked in every window, and has it once they say yes, with the reason stored', async () => {
  const mei = await world.newAgent()
  const [desk, second] = [await world.work(mei), await world.work(mei)]
  const conversation = await ask()
  const until = world.clock.now() + offerMs
  const wanted = { conversation, agent: mei, until, from: NO_AGENT, note: '', group: 0 }
  expect([desk.last('offer'), second.last('offer')]).toMatchObject([wanted, wanted])
  expect(desk.last('offer')?.why?.candidates[0]).toMatchObject({ agent: mei, load: 0 })
  expect(await ownerOf(conversation)).toBe(NO_AGENT)
  expect(await answer(desk, conversation, true)).toBe('done')
  expect(await ownerOf(conversation)).toBe(mei)
  expect([endsHeardBy(desk), endsHeardBy(second)]).toEqual([['accepted'], ['accepted']])
  const stored = desk.of('entry').flatMap(({ entry }) => (entry.kind === 'conversation.assigned' ? [entry] : []))
  expect(stored).toMatchObject([
    { author: { kind: 'system' }, body: { agent: mei, reason: { candidates: [{ agent: mei }] } } },
  ])
  expect(await answer(second, conversation, true)).toBe('offer_over')
  expect(world.alarms).toEqual([])
})

it('[D7.25] not answered in time it goes to the next, and comes back only when nobody else is free', async () => {
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const desks = [await world.work(mei), await world.work(jan)] as const
  const conversation = await ask()
  const first = offeredTo(desks[0]).length > 0 ? 0 : 1
  const [one, other] = first === 0 ? desks : [desks[1], desks[0]]
  expect([offeredTo(one), offeredTo(other)]).toEqual([[conversation], []])
  await world.pass(offerMs)
  expect([endsHeardBy(one), offeredTo(other)]).toEqual([['timed_out'], [conversation]])
  expect(await answer(one, conversation, true)).toBe('offer_over')
  await world.pass(offerMs)
  // Both let it pass: now both may be asked again.
  expect(offeredTo(one).length + offeredTo(other).length).toBe(3)
  await status(one, 'away')
  await world.pass(1)
  expect(await answer(other, conversation, true)).toBe('done')
  expect(world.alarms).toEqual([])
})

it('[D7.25] who declined is not asked again until someone else had it', async () => {
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const conversation = await ask()
  expect(await answer(desk, conversation, false)).toBe('done')
  expect(endsHeardBy(desk)).toEqual(['declined'])
  await world.pass(10 * offerMs)
  expect(offeredTo(desk)).toEqual([conversation])
  const jan = await world.work(await world.newAgent())
  expect(offeredTo(jan)).toEqual([conversation])
  await answer(jan, conversation, true)
  await order(jan, (rid) => ({ type: 'assign', rid, conversation, agent: NO_AGENT }))
  expect(offeredTo(desk)).toEqual([conversation, conversation])
  expect(world.alarms).toEqual([])
})

it('[D7.25] nobody is offered more than they could carry, and nobody waits beside a free colleague meanwhile', async () => {
  const desk = await world.work(await world.newAgent({ capacity: 2 }))
  const three = [await ask(), await ask(), await ask()]
  expect(offeredTo(desk)).toEqual(three.slice(0, 2))
  await world.pass(offerMs - 1)
  expect(offeredTo(desk)).toEqual(three.slice(0, 2))
  const other = await world.work(await world.newAgent())
  expect(offeredTo(other)).toEqual(three.slice(2))
  await answer(desk, three[0] ?? NO_CONVERSATION, true)
  expect(offeredTo(desk)).toEqual(three.slice(0, 2))
  expect(world.alarms).toEqual([])
})

it('[D7.25] what is offered stays in the queue: a colleague who takes it ends the offer, and the one who accepts too late is told', async () => {
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const desk = await world.work(mei)
  const colleague = await world.work(jan)
  await status(colleague, 'away')
  const conversation = await ask()
  // Both at the same moment: the journal lets one have it.
  desk.say({ type: 'answer', rid: 901 as RequestId, conversation, accept: true, note: '' })
  colleague.say({ type: 'assign', rid: 902 as RequestId, conversation, agent: jan })
  await world.settled()
  const codes = [...desk.of('fail'), ...colleague.of('fail')].map(({ code }) => code)
  expect(codes).toEqual(['already_assigned'])
  const second = await ask()
  expect(await order(colleague, (rid) => ({ type: 'assign', rid, conversation: second, agent: jan }))).toBe('done')
  expect(endsHeardBy(desk).at(-1)).toBe('taken')
  expect(await answer(desk, second, true)).toBe('offer_over')
  expect(await ownerOf(second)).toBe(jan)
  const third = await ask()
  expect(await order(desk, (rid) => ({ type: 'assign', rid, conversation: third, agent: mei }))).toBe('done')
  expect(endsHeardBy(desk).at(-1)).toBe('accepted')
})

it('[D7.25] a colleague who takes it before the yes is stored wins', async () => {
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const [desk, colleague] = [await world.work(mei), await world.work(jan)]
  await status(colleague, 'away')
  const conversation = await ask()
  colleague.say({ type: 'assign', rid: 902 as RequestId, conversation, agent: jan })
  desk.say({ type: 'answer', rid: 903 as RequestId, conversation, accept: true, note: '' })
  colleague.pair.flush()
  desk.pair.flush()
  await world.settled()
  expect(desk.of('fail')).toMatchObject([{ code: 'already_assigned' }])
  expect(await ownerOf(conversation)).toBe(jan)
  await world.pass(5_000)
  expect([await ownerOf(conversation), offeredTo(desk)]).toEqual([jan, [conversation]])
})

it('[D7.25] forged, double and late answers change nothing', async () => {
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  const [desk, other] = [await world.work(mei), await world.work(jan)]
  await status(other, 'away')
  const conversation = await ask()
  expect(await answer(other, conversation, true)).toBe('offer_over')
  expect(await answer(other, conversation, false)).toBe('offer_over')
  expect(await answer(desk, 999 as ConversationId, true)).toBe('offer_over')
  // Whoever shows what is not offered to them is told so.
  expect([await ownerOf(conversation), endsHeardBy(desk), endsHeardBy(other)]).toEqual([
    NO_AGENT,
    ['over'],
    ['over', 'over'],
  ])
  expect(desk.of('offerOver')).toMatchObject([{ conversation: 999 }])
  expect(await answer(desk, conversation, true)).toBe('done')
  expect(await answer(desk, conversation, false)).toBe('offer_over')
  expect(await ownerOf(conversation)).toBe(mei)
  const visitor = await world.visit(await world.newVisitor())
  expect(await answer(visitor, conversation, true)).toBe('forbidden')
})

it('[D7.25] who goes away, vanishes or is deactivated is asked no longer: at once the next is', async () => {
  const leave: readonly ((desk: TestClient, agent: AgentId) => Promise<unknown>)[] = [
    (desk) => status(desk, 'away'),
    async (desk) => {
      desk.pair.cut()
      await world.pass(limits.agentGraceMs)
    },
    (_desk, agent) =>
      world.store.journal.commit({ type: 'change-agent', actor: { kind: 'system' }, agent, change: { active: false } }),
  ]
  for (const goes of leave) {
    world = await createGatewayWorld()
    await setOffers({ offerMs: 10 * limits.agentGraceMs })
    const mei = await world.newAgent()
    const desk = await world.work(mei)
    const conversation = await ask()
    const next = await world.work(await world.newAgent())
    expect([offeredTo(desk), offeredTo(next)]).toEqual([[conversation], []])
    await goes(desk, mei)
    await world.settled()
    expect(offeredTo(next)).toEqual([conversation])
    await world.pass(1_000)
    expect(await answer(next, conversation, true)).toBe('done')
    expect(world.alarms).toEqual([])
  }
})

it('[D7.25] a reload and another window are told what is offered; an ended one is not there any more', async () => {
  const mei = await world.newAgent({ capacity: 2 })
  const desk = await world.work(mei)
  const [first, second] = [await ask(), await ask()]
  await answer(desk, first, true)
  desk.pair.cut()
  const back = await world.work(mei)
  const heard = back.heard.map(({ type }) => type)
  expect([offeredTo(back), heard.indexOf('offer') > heard.indexOf('live')]).toEqual([[second], true])
  expect(await answer(back, second, true)).toBe('done')
  expect(offeredTo(await world.work(mei))).toEqual([])
})

it('[D7.29] of whatever scope, who is asked may read it first; live it comes to scope own with the assignment', async () => {
  const desk = await world.work(await world.newAgent(), { scope: 'own' })
  const conversation = await ask()
  const readAll = async (): Promise<readonly string[]> => {
    const rid = nextRid()
    desk.say({ type: 'history', rid, conversation, after: 0 as Seq, before: 0 as Seq, limit: 100 })
    await world.settled()
    return desk.of('history').flatMap((page) => (page.rid === rid ? page.entries.map(({ kind }) => kind) : []))
  }
  expect([offeredTo(desk), await readAll()]).toEqual([[conversation], ['conversation.opened', 'message.sent']])
  const heard = () => desk.of('entry').filter(({ entry }) => entry.conversation === conversation)
  expect(heard()).toEqual([])
  await answer(desk, conversation, true)
  expect(heard().map(({ entry }) => entry.kind)).toEqual(['conversation.assigned'])
})

it('[D7.25] a restart forgets offers and makes them again', async () => {
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const conversation = await ask()
  await answer(desk, conversation, false)
  await world.gateway.stop()
  const { store, clock } = world
  world = await createGatewayWorld({ store, clock })
  const back = await world.work(mei)
  expect(offeredTo(back)).toEqual([conversation])
  expect(await answer(back, conversation, true)).toBe('done')
})

it('[D7.25] a storage that refuses what was accepted: the agent is told, and it is offered again', async () => {
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const conversation = await ask()
  world.store.failNext('storage_failed', 1)
  expect(await answer(desk, conversation, true)).toBe('storage_failed')
  expect(await ownerOf(conversation)).toBe(NO_AGENT)
  await world.pass(2 * limits.assignRetryMs)
  expect(offeredTo(desk)).toEqual([conversation, conversation])
  expect(await answer(desk, conversation, true)).toBe('done')
  expect([await ownerOf(conversation), world.alarms]).toEqual([mei, []])
})

it('[D7.25] a group that gives without asking from now on gives what is offered, too', async () => {
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const conversation = await ask()
  await setOffers({ acceptance: 'auto' })
  await world.settled()
  expect([endsHeardBy(desk), await ownerOf(conversation)]).toEqual([['over'], mei])
  await setOffers()
  const next = await ask()
  expect(offeredTo(desk)).toEqual([conversation, next])
  // A shorter time holds for who is being asked, too.
  await world.pass(offerMs - 1)
  expect(endsHeardBy(desk)).toEqual(['over'])
})

it('[D7.25] a visitor’s close, or a supervisor’s, ends the offer', async () => {
  const boss = await world.work(await world.newAgent({ role: 'owner' }))
  await status(boss, 'away')
  const desk = await world.work(await world.newAgent())
  const conversation = await ask()
  await order(boss, (rid) => ({ type: 'close', rid, conversation, reason: 'spam' }))
  expect(endsHeardBy(desk)).toEqual(['over'])
  expect(await answer(desk, conversation, true)).toBe('offer_over')
})

it('[D9.21] a crowd is offered in portions, and others are heard in between', async () => {
  const agents: AgentId[] = []
  const desks: TestClient[] = []
  for (let count = 0; count < 10; count += 1) {
    agents.push(await world.newAgent())
    desks.push(await world.work(agents[count] ?? NO_AGENT))
    await status(desks[count] as TestClient, 'away')
  }
  for (let count = 0; count < limits.maxAssignmentsAtOnce + 6; count += 1) await ask()
  await Promise.all(agents.map((agent) => world.store.journal.commit({ type: 'status', agent, status: 'online' })))
  await world.settled()
  const offered = (): number => desks.flatMap(offeredTo).length
  expect(offered()).toBe(limits.maxAssignmentsAtOnce)
  await world.pass(limits.groupCommitMs)
  expect(offered()).toBe(limits.maxAssignmentsAtOnce + 6)
  // Why it is they: their own line, not everybody's.
  expect(desks.flatMap((desk) => desk.of('offer')).every(({ why }) => why?.candidates.length === 1)).toBe(true)
  expect(world.alarms).toEqual([])
})
