import { expect, it } from 'vitest'
import {
  limits,
  NO_CONVERSATION,
  type Cid,
  type ClientFrameOf,
  type ConversationId,
  type VisitorId,
  NO_OFFSET,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld } from '../../testing/gateway-world.ts'

const sendOf = (cid: string, text = 'hello', conversation = NO_CONVERSATION): ClientFrameOf<'send'> => ({
  type: 'send',
  cid: cid as Cid,
  conversation,
  text,
  files: [],
})

const messagesIn = async (world: GatewayWorld): Promise<readonly string[]> => {
  const { entries } = await world.store.journal.readAfter(
    { kind: 'agent', id: 0 as never, scope: 'all' },
    0 as never,
    500,
  )
  return entries.flatMap((entry) => (entry.kind === 'message.sent' ? [entry.body.text] : []))
}

it('[D1.1] [D1.2] [D1.4] while the disk is slow nobody is told anything; then everybody, the sender by the entry itself', async () => {
  const world = await createGatewayWorld()
  const agent = await world.work(await world.newAgent())
  const visitor = await world.visit(await world.newVisitor())
  agent.forget()
  visitor.forget()
  const release = world.store.hold()
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  expect([...agent.heard, ...visitor.heard]).toEqual([])
  release()
  await world.settled()
  expect(agent.of('entry').map(({ entry }) => entry.kind)).toContain('message.sent')
  const message = visitor.of('entry').find(({ entry }) => entry.kind === 'message.sent')?.entry
  expect(message).toMatchObject({ body: { cid: 'cid-0001' } })
  expect(visitor.of('ack')).toEqual([])
})

it('[D1.4] what was stored before is acknowledged anew, also to a connection that was told the entry', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const [visitor, elsewhere] = [await world.visit(id), await world.visit(id)]
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  const { offset, seq, at, conversation } = visitor.of('entry').at(-1)?.entry ?? {}
  expect([...visitor.of('ack'), ...elsewhere.of('ack')]).toEqual([])
  for (const again of [visitor, elsewhere]) {
    again.say(sendOf('cid-0001'))
    await world.settled()
    expect(again.of('ack')).toEqual([{ type: 'ack', cid: 'cid-0001', conversation, offset, seq, at }])
  }
})

it('[D1.4] a connection that is still catching up is told by an ack', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const visitor = await world.visit(id)
  const release = world.holdAnswers()
  visitor.say({ type: 'resume', epoch: world.store.journal.epoch, cursor: NO_OFFSET })
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  expect(visitor.of('ack')).toHaveLength(1)
  release()
  await world.settled()
  expect(visitor.of('live')).toHaveLength(2)
})

it.each(['storage_busy', 'storage_full', 'storage_failed'] as const)(
  '[D1.3] %s: the sender is told, nobody else hears of it, and the retry is stored once',
  async (code) => {
    const world = await createGatewayWorld()
    const visitor = await world.visit(await world.newVisitor())
    visitor.forget()
    world.store.failNext(code, 1)
    visitor.say(sendOf('cid-0001'))
    await world.settled()
    expect(visitor.heard).toEqual([{ type: 'reject', cid: 'cid-0001', code }])
    visitor.say(sendOf('cid-0001'))
    await world.settled()
    expect(visitor.acknowledged()).toHaveLength(1)
    expect(await messagesIn(world)).toEqual(['hello'])
  },
)

it('[D2.1] a retry gets the first result', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  visitor.say(sendOf('cid-0001'))
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  const [first, ...others] = visitor.acknowledged()
  expect(others).toEqual([first, first])
  expect(visitor.of('entry').filter(({ entry }) => entry.kind === 'message.sent')).toHaveLength(1)
})

it('[D2.2] [D5.1] over HTTP it is the same message, whichever came first', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const identity = await world.identityOf(`visitor:${id}`)
  const visitor = await world.visit(id)
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  const { type: _type, ...ack } = visitor.acknowledged().at(-1) ?? { type: 'ack' }
  expect(await world.gateway.send(identity, sendOf('cid-0001'))).toEqual({ ok: true, value: ack })
  const overHttp = await world.gateway.send(identity, sendOf('cid-0002'))
  visitor.say(sendOf('cid-0002'))
  await world.settled()
  expect(overHttp).toMatchObject({ ok: true, value: { offset: visitor.acknowledged().at(-1)?.offset } })
  expect(await messagesIn(world)).toEqual(['hello', 'hello'])
})

it('[D2.3] a cid that was used for something else is refused', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  visitor.say(sendOf('cid-0001', 'one'))
  visitor.say(sendOf('cid-0001', 'other'))
  await world.settled()
  expect(visitor.last('reject')).toEqual({ type: 'reject', cid: 'cid-0001', code: 'cid_reused' })
})

it('[D10.9] what is wrong with a message is told to its sender and costs nothing else', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  visitor.say(sendOf('short'))
  visitor.say(sendOf('cid-0001', '  '))
  visitor.say(sendOf('cid-0002', 'x'.repeat(limits.maxMessageLength + 1)))
  visitor.say(sendOf('cid-0003', 'hi', 99 as ConversationId))
  visitor.say(sendOf('cid-0004', 'fine'))
  await world.settled()
  const codes = visitor.of('reject').map(({ code }) => code)
  expect(codes).toEqual(['cid_malformed', 'message_empty', 'message_too_long', 'conversation_unknown'])
  expect(visitor.acknowledged()).toHaveLength(1)
})

it('[D10.5] a visitor from after the backup that was restored is told so with the first message, which is not refused', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(4_711 as VisitorId)
  expect(visitor.closedWith).toBeUndefined()
  visitor.say(sendOf('cid-0001'))
  await world.settled()
  expect(visitor.of('reject')).toEqual([])
  expect(visitor.closedWith).toEqual({ code: 4503, reason: 'unauthorized' })
})

it('[D9.4] over HTTP one author’s messages under way are bounded, others’ are not touched', async () => {
  const world = await createGatewayWorld()
  const loud = await world.identityOf(`visitor:${await world.newVisitor()}`)
  const other = await world.identityOf(`visitor:${await world.newVisitor()}`)
  const release = world.store.hold()
  const message = (index: number) => sendOf(`cid-${index}-00`, 'x')
  const sends = Array.from({ length: limits.maxSendsInFlight + 1 }, (_, index) =>
    world.gateway.send(loud, message(index)),
  )
  expect(await sends.at(-1)).toEqual({ ok: false, code: 'too_many_in_flight' })
  const theirs = world.gateway.send(other, message(0))
  release()
  expect((await Promise.all(sends.slice(0, -1))).every(({ ok }) => ok)).toBe(true)
  expect(await theirs).toMatchObject({ ok: true })
})

it('[D9.3] over HTTP a flood is refused and passes', async () => {
  const world = await createGatewayWorld()
  const author = await world.identityOf(`visitor:${await world.newVisitor()}`)
  const send = (index: number) => world.gateway.send(author, sendOf(`cid-${index}-00`, 'x'))
  for (let index = 0; index < limits.frameBurst; index += 1) await send(index)
  expect(await send(500)).toEqual({ ok: false, code: 'flood' })
  world.clock.advance(1_000)
  expect(await send(501)).toMatchObject({ ok: true })
})
