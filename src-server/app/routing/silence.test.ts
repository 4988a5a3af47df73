import { expect, it } from 'vitest'
import {
  everyone,
  limits,
  NO_CONVERSATION,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type Entry,
  type RequestId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld, type TestClient } from '../../testing/gateway-world.ts'

const MINUTE = 60_000
const autoClose = { warnAfterMs: 2 * MINUTE, closeAfterMs: 3 * MINUTE }
let frames = 0
const send = (text: string, conversation: ConversationId = NO_CONVERSATION): ClientFrame => {
  frames += 1
  return { type: 'send', cid: `cid-${frames}-0000` as Cid, conversation, text, files: [] }
}
const passWith = async (world: GatewayWorld, clients: readonly TestClient[], byMs: number): Promise<void> => {
  for (let left = byMs; left > 0; left -= 20_000) {
    for (const client of clients) client.say({ type: 'beat' })
    await world.pass(Math.min(left, 20_000))
  }
}
const entriesOf = (client: TestClient): readonly Entry[] => client.of('entry').map(({ entry }) => entry)
const warningsOf = (client: TestClient): readonly string[] =>
  entriesOf(client).flatMap((entry) =>
    entry.kind === 'message.sent' && entry.author.kind === 'system' ? [entry.body.text] : [],
  )
const closesOf = (client: TestClient): readonly string[] =>
  entriesOf(client).flatMap((entry) => (entry.kind === 'conversation.closed' ? [entry.body.reason] : []))

/** A visitor was answered just now. */
const answered = async (locale = 'en') => {
  const world = await createGatewayWorld()
  await world.set('group.0', { ...everyone, autoClose })
  const mei = await world.newAgent()
  const desk = await world.work(mei)
  const visitor = await world.visit(await world.newVisitor({ locale }))
  visitor.say(send('where is my parcel?'))
  await world.settled()
  const conversation = visitor.of('entry')[0]?.entry.conversation ?? NO_CONVERSATION
  desk.say(send('let me look', conversation))
  await world.settled()
  return { world, mei, desk, visitor, conversation, all: [desk, visitor] as const }
}
const summaryOf = async ({ world, mei, conversation }: Awaited<ReturnType<typeof answered>>) =>
  (await world.store.journal.agentSnapshot(mei)).conversations.find(({ id }) => id === conversation)

it('[D7.27] silence is warned of in the visitor’s language, in the server’s name, and then closes the conversation', async () => {
  for (const [locale, words] of [
    ['en-GB', '3 minutes'],
    ['zh-CN', '3 分钟'],
  ] as const) {
    const desk = await answered(locale)
    const { world, visitor, all } = desk
    await passWith(world, all, autoClose.warnAfterMs - 1)
    expect(warningsOf(visitor)).toEqual([])
    await passWith(world, all, 1)
    expect([warningsOf(visitor).length, warningsOf(visitor)[0]]).toEqual([1, expect.stringContaining(words)])
    expect(warningsOf(desk.desk)).toEqual(warningsOf(visitor))
    await passWith(world, all, autoClose.closeAfterMs - 1)
    expect(closesOf(visitor)).toEqual([])
    await passWith(world, all, 1)
    expect([closesOf(visitor), closesOf(desk.desk), warningsOf(visitor).length]).toEqual([['silence'], ['silence'], 1])
    visitor.say(send('here I am'))
    await world.settled()
    expect(entriesOf(visitor).some(({ kind }) => kind === 'conversation.reopened')).toBe(true)
    expect(world.alarms).toEqual([])
  }
})

it('[D7.27] a warning answers nobody: whose turn it is, and who owes what, stays', async () => {
  const desk = await answered()
  const { world, visitor, conversation, all } = desk
  await passWith(world, all, autoClose.warnAfterMs)
  expect(await summaryOf(desk)).toMatchObject({ waitingSince: 0, lastMessage: { author: { kind: 'system' } } })
  visitor.say(send('and now?'))
  await world.settled()
  const asked = world.clock.now()
  expect(await summaryOf(desk)).toMatchObject({ waitingSince: asked })
  // The visitor wrote: no close, and no warning while they wait.
  await passWith(world, all, 3 * autoClose.closeAfterMs)
  expect([closesOf(visitor), warningsOf(visitor).length]).toEqual([[], 1])
  desk.desk.say(send('it is on its way', conversation))
  await world.settled()
  await passWith(world, all, autoClose.warnAfterMs)
  expect(warningsOf(visitor).length).toBe(2)
  desk.desk.say(send('are you there?', conversation))
  await world.settled()
  await passWith(world, all, autoClose.closeAfterMs - MINUTE)
  // The agent's word began the silence anew.
  expect([closesOf(visitor), warningsOf(visitor).length]).toEqual([[], 3])
})

it('[D7.27] a restart neither warns twice nor forgets to close, and leaves the visitor a moment to be heard', async () => {
  const desk = await answered()
  await passWith(desk.world, desk.all, autoClose.warnAfterMs - MINUTE)
  const restart = async (world: GatewayWorld, downMs: number): Promise<[GatewayWorld, TestClient]> => {
    await world.gateway.stop()
    world.clock.advance(downMs)
    const next = await createGatewayWorld({ store: world.store, clock: world.clock })
    return [next, await next.work(desk.mei)]
  }
  const [second, secondDesk] = await restart(desk.world, 0)
  await passWith(second, [secondDesk], MINUTE)
  expect(warningsOf(secondDesk).length).toBe(1)
  const [third, thirdDesk] = await restart(second, 0)
  await passWith(third, [thirdDesk], autoClose.closeAfterMs - 1)
  expect([warningsOf(thirdDesk), closesOf(thirdDesk)]).toEqual([[], []])
  const [fourth, fourthDesk] = await restart(third, 60 * MINUTE)
  await passWith(fourth, [fourthDesk], limits.minAutoCloseMs - 1)
  expect(closesOf(fourthDesk)).toEqual([])
  await passWith(fourth, [fourthDesk], 1)
  expect([warningsOf(fourthDesk), closesOf(fourthDesk)]).toEqual([[], ['silence']])
})

it('[D7.27] a storage that refuses is asked again, and the time until the close begins with the stored warning', async () => {
  const { world, visitor, all } = await answered()
  await passWith(world, all, autoClose.warnAfterMs - 1)
  world.store.failNext('storage_busy', 2)
  await passWith(world, all, 1)
  expect(warningsOf(visitor)).toEqual([])
  for (let tries = 0; tries < 2; tries += 1) await world.pass(limits.assignRetryMs)
  expect(warningsOf(visitor).length).toBe(1)
  await passWith(world, all, autoClose.closeAfterMs - 1)
  expect(closesOf(visitor)).toEqual([])
  world.store.failNext('storage_busy', 1)
  await passWith(world, all, 1)
  expect(closesOf(visitor)).toEqual([])
  await world.pass(limits.assignRetryMs)
  expect(closesOf(visitor)).toEqual(['silence'])
})

it('[D7.27] a word in the very moment of the warning or the close comes first', async () => {
  const { world, desk, visitor, conversation } = await answered()
  const after = 0 as never
  const system = { kind: 'system' } as const
  const warn = { type: 'warn', actor: system, conversation, closeAfterMs: MINUTE } as const
  // Both were decided before the last message was known.
  expect(await world.store.journal.commit({ ...warn, after })).toMatchObject({ ok: true, value: { offset: 0 } })
  await world.store.journal.commit({ type: 'close', actor: system, conversation, reason: 'silence', after })
  await world.settled()
  expect([warningsOf(visitor), closesOf(visitor)]).toEqual([[], []])
  desk.say({ type: 'close', rid: 1 as RequestId, conversation, reason: 'silence' as never })
  await world.settled()
  // Nobody but the server closes for silence.
  expect(desk.closedWith).toMatchObject({ reason: 'bad_frame' })
})
