import { expect, it } from 'vitest'
import { limits, NO_OFFSET, NO_SEQ, type Entry, type Offset, type Seq, type VisitorId } from '../../protocol/index.ts'
import type { ContractPart, Scene } from './contract-part.ts'
import { asAgent, asVisitor } from './store-actions.ts'

/** Two agents, three visitors, some of everything. */
const busyDesk = async ({ newAgent, newVisitor, say, reply, transfer, dispatch, done }: Scene) => {
  const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
  const visitors = [await newVisitor(), await newVisitor(), await newVisitor()] as const
  const [one, two, three] = visitors
  const a = (await done(say(one, 'a1'))).conversation
  const b = (await done(say(two, 'b1'))).conversation
  const c = (await done(say(three, 'c1'))).conversation
  await done(dispatch(a, li))
  await done(dispatch(b, mei))
  for (const text of ['x', 'y', 'z']) {
    await done(reply(li, a, text))
    await done(reply(mei, b, text))
  }
  await done(transfer(li, a, mei, 'yours'))
  await done(say(one, 'a2'))
  return { li, mei, visitors, a, b, c }
}

const offsetsOf = (entries: readonly Entry[]): readonly Offset[] => entries.map((entry) => entry.offset)

export const replayContract: ContractPart = (scene) => {
  it('[D4] a replay in chunks gives exactly what a listener heard, from any cursor', async () => {
    const { store, replay } = scene()
    const heard: Entry[] = []
    store.journal.onCommitted((group) => heard.push(...group.entries.map(({ entry }) => entry)))
    const { li } = await busyDesk(scene())
    expect(await replay(asAgent(li))).toEqual(heard)
    for (const cursor of [1, 5, 11]) {
      expect(await replay(asAgent(li), cursor as Offset, 3)).toEqual(heard.slice(cursor))
    }
    const end = await store.journal.readAfter(asAgent(li), store.journal.head(), 10)
    expect(end).toEqual({ entries: [], upTo: store.journal.head(), more: false })
  })

  it('[D4] [D9.11] a chunk weighs no more than a page, and says where to read on', async () => {
    const { store, newAgent, newVisitor, say, done, replay } = scene()
    const reader = asAgent(await newAgent('Li'))
    const visitor = await newVisitor()
    const longest = '茶'.repeat(limits.maxMessageLength)
    const count = Math.ceil((2 * limits.maxPageBytes) / (3 * longest.length))
    for (let said = 0; said < count; said += 1) await done(say(visitor, longest))
    const all = await replay(reader)
    const chunk = await store.journal.readAfter(reader, NO_OFFSET, all.length)
    expect(chunk.more).toBe(true)
    expect(chunk.entries.length).toBeLessThan(all.length)
    expect(chunk).toEqual({
      entries: all.slice(0, chunk.entries.length),
      upTo: chunk.entries.at(-1)?.offset,
      more: true,
    })
    const rest = await store.journal.readAfter(reader, chunk.upTo, 1)
    expect(rest.entries).toEqual([all[chunk.entries.length]])
  })

  it('[D4] a visitor’s replay holds all of their own conversations and nothing else', async () => {
    const { replay } = scene()
    const { li, visitors, a } = await busyDesk(scene())
    const all = await replay(asAgent(li))
    const own = all.filter((entry) => entry.conversation === a)
    expect(await replay(asVisitor(visitors[0]), NO_OFFSET, 2)).toEqual(own)
    const cursor = own[2]?.offset ?? NO_OFFSET
    expect(await replay(asVisitor(visitors[0]), cursor)).toEqual(own.slice(3))
    expect(await replay(asVisitor(999 as VisitorId))).toEqual([])
  })

  it('[D4] an agent’s own scope holds what is or was theirs at the time, and the office', async () => {
    const { replay, store } = scene()
    const { li, mei, a, b } = await busyDesk(scene())
    const all = await replay(asAgent(li))
    const transfer = all.find((entry) => entry.kind === 'conversation.transferred')
    const assigned = all.filter((entry) => entry.kind === 'conversation.assigned')
    const isLis = (entry: Entry): boolean =>
      entry.conversation === 0 ||
      (entry.conversation === a &&
        entry.offset >= (assigned.find((one) => one.conversation === a)?.offset ?? 0) &&
        entry.offset <= (transfer?.offset ?? 0))
    expect(await replay(asAgent(li, 'own'), NO_OFFSET, 2)).toEqual(all.filter(isLis))
    const meis = await replay(asAgent(mei, 'own'))
    expect(meis.some((entry) => entry.offset === transfer?.offset)).toBe(true)
    expect(meis.filter((entry) => entry.conversation === b)).toHaveLength(4)
    expect(await store.journal.countAfter(asAgent(li, 'own'), NO_OFFSET, 100)).toBe(all.filter(isLis).length)
  })

  it('[D4] entries behind a cursor are counted in the reader’s scope, no further than asked', async () => {
    const { store, replay } = scene()
    const { li, mei, visitors } = await busyDesk(scene())
    for (const reader of [asAgent(li), asAgent(li, 'own'), asAgent(mei, 'own'), asVisitor(visitors[0])]) {
      for (const cursor of [0, 4, 12].map((value) => value as Offset)) {
        const exact = (await replay(reader, cursor)).length
        expect(await store.journal.countAfter(reader, cursor, 1_000)).toBe(exact)
        expect(await store.journal.countAfter(reader, cursor, 3)).toBe(Math.min(3, exact))
      }
    }
  })

  it('[D4] a visitor’s snapshot: their conversations newest first, the latest entries, the cursor', async () => {
    const { store, replay, done, say, close } = scene()
    const { li, visitors, a } = await busyDesk(scene())
    const [one] = visitors
    const snapshot = await store.journal.visitorSnapshot(one)
    expect(snapshot.cursor).toBe(store.journal.head())
    expect(snapshot.conversations.map(({ id }) => id)).toEqual([a])
    expect(snapshot.entries).toEqual(await replay(asVisitor(one)))
    // Past the bounds: only the newest.
    for (let text = 0; text < limits.visitorSnapshotEntries; text += 1) await done(say(one, `more ${text}`))
    const full = await store.journal.visitorSnapshot(one)
    expect(full.entries).toHaveLength(limits.visitorSnapshotEntries)
    expect(full.entries.at(-1)?.offset).toBe(store.journal.head())
    for (let round = 0; round <= limits.visitorSnapshotConversations; round += 1) {
      const { conversation } = await done(say(one, 'again'))
      await done(close(li, conversation))
      const mixed = await store.journal.visitorSnapshot(one)
      expect(mixed.entries.at(-1)?.offset).toBe(store.journal.head())
      scene().clock.move(limits.reopenWithinMs + 1)
    }
    const late = await store.journal.visitorSnapshot(one)
    expect(late.conversations).toHaveLength(limits.visitorSnapshotConversations)
    const ids = late.conversations.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((x, y) => y - x))
    expect(offsetsOf(late.entries)).toEqual([...offsetsOf(late.entries)].sort((x, y) => x - y))
  })

  it('[D4] an agent’s snapshot: everything open, everyone on the desk, the cursor', async () => {
    const { store, done, close } = scene()
    const { li, mei, a, b, c } = await busyDesk(scene())
    await done(close(li, c))
    const snapshot = await store.journal.agentSnapshot(mei)
    expect(snapshot.cursor).toBe(store.journal.head())
    expect(new Set(snapshot.conversations.map(({ id }) => id))).toEqual(new Set([a, b]))
    expect(snapshot.agents.map(({ id }) => id)).toEqual([li, mei])
    expect(snapshot.conversations.find(({ id }) => id === a)).toMatchObject({ owner: mei, status: 'open' })
  })

  it('[D4.6] past the bound of a snapshot an agent’s own conversations come before everybody else’s', async () => {
    const { store, newAgent, newVisitor, say, dispatch, done } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const { conversation } = await done(say(await newVisitor(), 'first of all'))
    await done(dispatch(conversation, mei))
    const visitors = await Promise.all(Array.from({ length: limits.maxSnapshotConversations }, () => newVisitor()))
    await Promise.all(visitors.map((visitor) => done(say(visitor, 'later'))))
    const has = async (agent: typeof li): Promise<readonly boolean[]> => {
      const { conversations } = await store.journal.agentSnapshot(agent)
      expect(conversations).toHaveLength(limits.maxSnapshotConversations)
      return [conversations.some(({ id }) => id === conversation)]
    }
    expect([await has(mei), await has(li)]).toEqual([[true], [false]])
  })

  it('[D3] history: between two seqs the newest, after one alone the oldest, always by rising seq', async () => {
    const { store } = scene()
    const { li, visitors, a } = await busyDesk(scene())
    const ask = async (after: number, before: number, limit: number) => {
      const query = { conversation: a, after: after as Seq, before: before as Seq, limit }
      const found = await store.journal.history(asAgent(li), query)
      return found.ok ? found.value.map((entry) => entry.seq) : found.code
    }
    expect(await ask(0, 0, 3)).toEqual([6, 7, 8])
    expect(await ask(0, 6, 3)).toEqual([3, 4, 5])
    expect(await ask(2, 0, 3)).toEqual([3, 4, 5])
    expect(await ask(2, 7, 2)).toEqual([5, 6])
    expect(await ask(8, 0, 3)).toEqual([])
    const query = { conversation: a, after: NO_SEQ, before: NO_SEQ, limit: 10 }
    expect(await store.journal.history(asVisitor(visitors[1]), query)).toEqual({
      ok: false,
      code: 'conversation_unknown',
    })
    expect((await store.journal.history(asVisitor(visitors[0]), query)).ok).toBe(true)
  })

  it('[D9] lists are bounded pages, newest first, each view its own', async () => {
    const { store, done, close } = scene()
    const { li, mei, visitors, a, b, c } = await busyDesk(scene())
    const ask = async (
      reader: Parameters<typeof store.journal.list>[0],
      view: 'mine' | 'queue' | 'open' | 'closed' | 'visitor',
      extra = {},
    ) =>
      (
        await store.journal.list(reader, { view, visitor: visitors[2], before: NO_OFFSET, limit: 10, ...extra })
      ).conversations.map(({ id }) => id)
    expect(await ask(asAgent(mei), 'mine')).toEqual([a, b])
    expect(await ask(asAgent(li), 'mine')).toEqual([])
    expect(await ask(asAgent(li), 'queue')).toEqual([c])
    expect(await ask(asAgent(li), 'open')).toEqual([a, b, c])
    expect(await ask(asAgent(li), 'visitor')).toEqual([c])
    expect(await ask(asAgent(li), 'closed')).toEqual([])
    await done(close(li, c))
    expect(await ask(asAgent(li), 'closed')).toEqual([c])
    expect(await ask(asAgent(li), 'open', { limit: 1 })).toEqual([a])
    const [first] = (
      await store.journal.list(asAgent(li), { view: 'open', visitor: visitors[0], before: NO_OFFSET, limit: 1 })
    ).conversations
    expect(await ask(asAgent(li), 'open', { before: first?.lastOffset, limit: 5 })).toEqual([b])
    // A visitor asking for anything gets their own.
    expect(await ask(asVisitor(visitors[1]), 'open')).toEqual([b])
  })
}
