// A day on the desk with a clock moved by hand, and every figure of *Now* counted again from what the journal says.
import { Compile } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import {
  everyone,
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  NO_OFFSET,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type RequestId,
} from '../../protocol/index.ts'
import { createGatewayWorld, type GatewayWorld } from '../../testing/gateway-world.ts'
import { NowAnswer } from '../../protocol/now-schemas.ts'
import { createNow } from './now.ts'
import { createRunningTimes } from './running-times.ts'

const closed = { timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [] }
let frames = 0
const send = (text: string, conversation: ConversationId = NO_CONVERSATION): ClientFrame => {
  frames += 1
  return { type: 'send', cid: `cid-now-${frames}-00` as Cid, conversation, text, files: [] }
}

/** `backMs`: by so much the clock has been set back. */
const watch = (world: GatewayWorld, backMs = () => 0) => {
  const { gateway, logger, store } = world
  const clock = { ...world.clock, now: () => (world.clock.now() - backMs()) as EpochMs }
  const times = createRunningTimes(clock)
  let sized = 0
  const now = createNow({
    gateway,
    clock,
    logger,
    times,
    journal: store.journal,
    isFailing: () => false,
    sizeOf: async () => {
      sized += 1
      return { databaseBytes: 4_096, freeBytes: null }
    },
  })
  return { now, times, sized: () => sized }
}

/** The same again from the journal alone, knowing which messages the desk was told are left. */
const recount = async ({ store, clock }: GatewayWorld, agent: AgentId, left: ReadonlySet<ConversationId>) => {
  const { conversations } = await store.journal.agentSnapshot(agent)
  const open = conversations.filter(({ status }) => status === 'open')
  const unowned = open.filter(({ owner }) => owner === NO_AGENT)
  const waiting = unowned.filter(({ id }) => !left.has(id))
  const owned = open.filter(({ owner }) => owner !== NO_AGENT)
  const { entries } = await store.journal.readAfter({ kind: 'agent', id: agent, scope: 'all' }, NO_OFFSET, 1_000)
  const lastMinute = entries.filter(({ kind, at }) => kind === 'message.sent' && at > clock.now() - 60_000)
  const took: number[] = []
  for (const { kind, conversation, at } of entries) {
    if (kind !== 'conversation.opened') continue
    const answer = entries.find(
      (entry) => entry.kind === 'message.sent' && entry.conversation === conversation && entry.author.kind === 'agent',
    )
    if (answer) took.push(answer.at - at)
  }
  took.sort((one, other) => one - other)
  const oldest = (group: number): number | null => {
    const waits = waiting
      .filter(({ placed }) => (placed?.group ?? 0) === group)
      .map(({ waitingSince }) => clock.now() - waitingSince)
    return waits.length === 0 ? null : Math.max(...waits)
  }
  return {
    conversations: {
      left: unowned.length - waiting.length,
      waiting: waiting.length,
      unanswered: owned.filter(({ waitingSince }) => waitingSince > 0).length,
      answered: owned.filter(({ waitingSince }) => waitingSince === 0).length,
    },
    queues: [0, 1, 2].map((group) => ({
      group,
      name: ['', 'Returns', 'Night'][group],
      waiting: waiting.filter(({ placed }) => (placed?.group ?? 0) === group).length,
      left: unowned.filter(({ id, placed }) => left.has(id) && placed?.group === group).length,
      oldestWaitMs: oldest(group),
    })),
    loadOf: (id: AgentId) => open.filter(({ owner }) => owner === id).length,
    messages: {
      visitors: lastMinute.filter(({ author }) => author.kind === 'visitor').length,
      desk: lastMinute.filter(({ author }) => author.kind === 'agent').length,
    },
    medianMs: took[(took.length - 1) >> 1],
    answers: took.length,
  }
}

describe('now', () => {
  it('[D8.10] [D8.11] after a day on the desk every figure equals a recount from the journal', async () => {
    const world = await createGatewayWorld()
    const { now } = watch(world)
    const mei = await world.newAgent({ capacity: 2 })
    const lin = await world.newAgent({ capacity: 1 })
    await world.set('group.1', { ...everyone, id: 1, name: 'Returns', members: [mei] })
    await world.set('group.2', { ...everyone, id: 2, name: 'Night', members: [mei, lin], hours: closed })
    await world.set('tag.1', { id: 1, pattern: 'returns', group: 1, agents: [], priority: 0 })
    await world.set('tag.2', { id: 2, pattern: 'night', group: 2, agents: [], priority: 0 })
    const meisDesk = await world.work(mei)
    const linsDesk = await world.work(lin)
    for (const desk of [meisDesk, linsDesk]) desk.say({ type: 'status', rid: 1 as RequestId, status: 'online' })
    await world.settled()

    const visitors = []
    for (const tag of ['returns', 'returns', '', 'returns', 'night', '', 'returns']) {
      const visitor = await world.visit(await world.newVisitor({ tags: tag === '' ? [] : [tag] }))
      visitor.say(send(`about ${tag}`))
      await world.pass(7_000)
      visitors.push(visitor)
    }
    const told = () =>
      new Set(meisDesk.of('place').flatMap((sign) => (sign.state === 'closed' ? [sign.conversation] : [])))
    const answerAll = async (): Promise<void> => {
      for (const [agent, desk] of [
        [mei, meisDesk],
        [lin, linsDesk],
      ] as const) {
        const { conversations } = await world.store.journal.agentSnapshot(agent)
        const theirs = conversations.filter(({ owner, waitingSince }) => owner === agent && waitingSince > 0)
        for (const { id } of theirs.slice(0, 1)) desk.say(send('let me look', id))
      }
      await world.pass(9_000)
    }
    await answerAll()
    visitors[0]?.say(send('and one more thing'))
    await world.pass(1_500)

    const answer = await now.read()
    const again = await recount(world, mei, told())
    expect(again.conversations).toMatchObject({ left: 1 })
    expect(Math.min(again.conversations.waiting, again.conversations.unanswered, again.answers)).toBeGreaterThan(0)
    expect(answer.conversations).toEqual(again.conversations)
    expect(answer.queues).toEqual(again.queues)
    expect(answer.agents.map(({ id, load, capacity, connected }) => [id, load, capacity, connected])).toEqual([
      [mei, again.loadOf(mei), 2, true],
      [lin, again.loadOf(lin), 1, true],
    ])
    expect(answer.messages).toEqual(again.messages)
    expect(answer.firstResponse.count).toBe(again.answers)
    expect(answer.firstResponse.medianMs).toBeGreaterThanOrEqual(again.medianMs ?? Number.NaN)
    expect([answer.visitors, answer.connections]).toEqual([7, 9])
    // Nothing beside the schema's fields, so nobody's name but the agents'.
    expect(Compile(NowAnswer).Check(answer)).toBe(true)
    now.stop()
  })

  it('[D8.11] what leaves its window is in no figure any more', async () => {
    const world = await createGatewayWorld()
    const { now, times } = watch(world)
    const mei = await world.newAgent()
    const desk = await world.work(mei)
    const visitor = await world.visit(await world.newVisitor())
    visitor.say(send('hello'))
    await world.settled()
    await world.pass(4_000)
    const { conversations } = await world.store.journal.agentSnapshot(mei)
    desk.say(send('hello', conversations[0]?.id))
    await world.settled()
    times.observe('send_to_ack_seconds', 0.003)
    const first = await now.read()
    expect(first).toMatchObject({
      messages: { visitors: 1, desk: 1 },
      firstResponse: { medianMs: 4_000, count: 1 },
      acknowledged: { p99Ms: 3, count: 1 },
    })
    world.clock.advance(60_000)
    expect((await now.read()).messages).toEqual({ visitors: 0, desk: 0 })
    world.clock.advance(limits.nowAcknowledgedWindowMs)
    expect((await now.read()).acknowledged).toMatchObject({ p99Ms: null, count: 0 })
    world.clock.advance(limits.nowFirstResponseWindowMs)
    expect((await now.read()).firstResponse).toMatchObject({ medianMs: null, count: 0 })
    now.stop()
  })

  it('[D8.12] however many ask, one answer serves them for a moment, and the last hour is bounded', async () => {
    const world = await createGatewayWorld()
    const { now, sized } = watch(world)
    const [one, other] = await Promise.all([now.read(), now.read()])
    expect(one).toBe(other)
    world.clock.advance(limits.nowKeptMs)
    expect(await now.read()).not.toBe(one)
    expect(sized()).toBe(1)
    await world.pass((limits.nowSamples + 3) * limits.nowSampleEveryMs)
    const { history } = await now.read()
    expect(history.samples).toHaveLength(limits.nowSamples)
    expect((history.samples.at(-1)?.at ?? 0) - (history.samples[0]?.at ?? 0)).toBe(
      (limits.nowSamples - 1) * limits.nowSampleEveryMs,
    )
    now.stop()
    await world.pass(limits.nowSampleEveryMs)
    expect((await now.read()).history.samples.at(-1)).toBe(history.samples.at(-1))
  })

  it('[D8.11] a clock that is set back leaves figures that are no nonsense', async () => {
    const world = await createGatewayWorld()
    let backMs = 0
    const { now, times } = watch(world, () => backMs)
    times.observe('send_to_ack_seconds', 0.5)
    const before = await now.read()
    backMs = 3_600_000
    const after = await now.read()
    expect(after).not.toBe(before)
    expect(after.acknowledged).toMatchObject({ p99Ms: null, count: 0 })
    now.stop()
  })
})

it('[D8.10] a group deleted while somebody waits for it keeps its row', async () => {
  const world = await createGatewayWorld()
  const { now } = watch(world)
  const mei = await world.newAgent()
  await world.set('group.1', { ...everyone, id: 1, name: 'Returns', members: [mei] })
  await world.set('tag.1', { id: 1, pattern: 'returns', group: 1, agents: [], priority: 0 })
  const visitor = await world.visit(await world.newVisitor({ tags: ['returns'] }))
  visitor.say(send('hello'))
  await world.settled()
  await world.set('group.1', null)
  await world.pass(1_000)
  const { queues, conversations } = await now.read()
  expect(queues.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(conversations.waiting)
  expect(queues.find(({ group }) => group === (1 as GroupId))).toMatchObject({ name: '', waiting: 1 })
  now.stop()
})
