import { expect, it } from 'vitest'
import {
  limits,
  NO_CONVERSATION,
  NO_OFFSET,
  type Cid,
  type Entry,
  type Epoch,
  type Offset,
  type ServerFrame,
} from '../../protocol/index.ts'
import { createGatewayWorld, type TestClient } from '../../testing/gateway-world.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'

let cids = 0
const say = (client: TestClient, text: string): void => {
  cids += 1
  client.say({ type: 'send', cid: `cid-${cids}-0000` as Cid, conversation: NO_CONVERSATION, text, files: [] })
}

/** What a client has after hearing these frames: reset replaces, entries are applied by offset. */
const known = (frames: readonly ServerFrame[], before: ReadonlyMap<Offset, Entry> = new Map()): Map<Offset, Entry> => {
  const entries = new Map(before)
  for (const frame of frames) {
    if (frame.type === 'reset') entries.clear()
    if (frame.type === 'reset' && frame.snapshot.kind === 'visitor')
      for (const entry of frame.snapshot.entries) entries.set(entry.offset, entry)
    if (frame.type === 'entries') for (const entry of frame.entries) entries.set(entry.offset, entry)
    if (frame.type === 'entry') entries.set(frame.entry.offset, frame.entry)
  }
  return entries
}

it('[D4.1] who comes back with a cursor gets what was missed, then lives', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const tab = await world.visit(id)
  say(tab, 'one')
  await world.settled()
  const cursor = tab.of('entry').at(-1)?.entry.offset ?? NO_OFFSET
  const other = await world.visit(id)
  tab.pair.cut()
  say(other, 'two')
  say(other, 'three')
  await world.settled()
  const back = await world.visit(id, { epoch: world.store.journal.epoch, cursor })
  expect(back.heard.map(({ type }) => type)).toEqual(['welcome', 'entries', 'live'])
  expect(back.of('entries')[0]?.entries.map(({ body }) => 'text' in body && body.text)).toEqual(['two', 'three'])
  expect(back.last('live')?.cursor).toBe(world.store.journal.head())
})

it('[D4.2] a cursor of another journal, or beyond this one’s end, is answered by a snapshot', async () => {
  const world = await createGatewayWorld()
  const cursor = 1 as Offset
  const foreign = await world.visit(await world.newVisitor(), { epoch: 'restored' as Epoch, cursor })
  expect(foreign.last('reset')?.reason).toBe('epoch')
  const ahead = await world.visit(await world.newVisitor(), { epoch: world.store.journal.epoch, cursor })
  expect(ahead.last('reset')?.reason).toBe('future')
})

it('[D4.2] who was away for too many entries of their own starts from a snapshot', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  const identity = await world.identityOf(`visitor:${id}`)
  for (let index = 0; index <= limits.maxReplayEntries + 1; index += 1) {
    await world.store.journal.commit({
      type: 'send',
      actor: { kind: 'visitor', id },
      conversation: NO_CONVERSATION,
      cid: `cid-${index}-0000`,
      text: 'x',
      files: [],
    })
  }
  expect(identity.kind).toBe('visitor')
  const back = await world.visit(id, { epoch: world.store.journal.epoch, cursor: 1 as Offset })
  expect(back.last('reset')?.reason).toBe('too_old')
})

it('[D4.3] many chunks follow each other to the end', async () => {
  const world = await createGatewayWorld()
  const id = await world.newVisitor()
  for (let index = 0; index < limits.replayChunk * 3; index += 1) {
    await world.store.journal.commit({
      type: 'send',
      actor: { kind: 'visitor', id },
      conversation: NO_CONVERSATION,
      cid: `cid-${index}-0000`,
      text: 'x',
      files: [],
    })
  }
  const back = await world.visit(id, { epoch: world.store.journal.epoch, cursor: 1 as Offset })
  const seqs = back.of('entries').flatMap(({ entries }) => entries.map(({ seq }) => seq))
  expect(seqs).toEqual(Array.from({ length: limits.replayChunk * 3 }, (_, index) => index + 2))
  expect(back.heard.at(-1)?.type).toBe('live')
})

it('[D4.5] a live client that noticed a gap resumes from before it', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  say(visitor, 'one')
  say(visitor, 'two')
  await world.settled()
  const first = visitor.of('entry')[0]?.entry.offset ?? NO_OFFSET
  visitor.forget()
  visitor.say({ type: 'resume', epoch: world.store.journal.epoch, cursor: first })
  await world.settled()
  expect(visitor.heard.map(({ type }) => type)).toEqual(['entries', 'live'])
  expect(visitor.of('entries')[0]?.entries).toHaveLength(2)
})

it('[D4.7] a beat tells of a newest entry that never arrived', async () => {
  const world = await createGatewayWorld()
  const visitor = await world.visit(await world.newVisitor())
  say(visitor, 'one')
  await world.pass(limits.heartbeatMs)
  const beat = visitor.last('beat')
  expect(beat?.head).toBe(world.store.journal.head())
  expect(beat?.last).toBe(visitor.of('entry').at(-1)?.entry.offset)
})

it.each(Array.from({ length: 25 }, (_, seed) => seed))(
  '[D4.3] [D3.1] seed %i: messages, cuts and returns at any moment, and everything arrives once and in order',
  async (seed) => {
    const random = createSeededRandom(seed)
    const world = await createGatewayWorld()
    const id = await world.newVisitor()
    const writer = await world.visit(id)
    let reader = await world.visit(id)
    let entries = new Map<Offset, Entry>()
    let cursor = NO_OFFSET
    const learn = (): void => {
      entries = known(reader.heard, entries)
      for (const frame of reader.heard) {
        if (frame.type === 'live') cursor = frame.cursor
        // Past a snapshot every entry moves the cursor: they come in order.
        if (frame.type === 'entry') cursor = frame.entry.offset
        if (frame.type === 'entries') cursor = frame.entries.at(-1)?.offset ?? cursor
        if (frame.type === 'reset') cursor = frame.snapshot.cursor
      }
      reader.forget()
    }
    for (let move = 0; move < 60; move += 1) {
      const chance = random.integer(10)
      if (chance < 5) say(writer, `message ${move}`)
      else if (chance < 7) writer.pair.flush()
      else if (chance < 9) reader.pair.toClient(random.integer(4))
      else {
        reader.pair.toClient(random.integer(3))
        reader.pair.cut()
        learn()
        // What is written between the journal's answer and its arrival is in nobody's answer.
        const answer = world.holdAnswers()
        reader = await world.visit(id, { epoch: world.store.journal.epoch, cursor })
        for (let more = random.integer(4); more > 0; more -= 1) say(writer, `during ${move}.${more}`)
        if (random.chance(0.7)) await world.settled()
        answer()
      }
      if (random.chance(0.3)) await world.settled()
      // The writer stays below its allowance.
      world.clock.advance(100)
    }
    await world.settled()
    learn()
    const truth = await world.store.journal.readAfter({ kind: 'visitor', id }, NO_OFFSET, 1_000)
    expect([...entries.values()].map(({ seq }) => seq)).toEqual(truth.entries.map(({ seq }) => seq))
  },
)
