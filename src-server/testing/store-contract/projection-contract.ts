// The projections against the journal they are folded from, after a long random day.
import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_OFFSET,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type Offset,
  type ReceiptMark,
  type VisitorId,
} from '../../protocol/index.ts'
import { evolve, type ConversationState } from '../../core/conversation/conversation-state.ts'
import { createDesk } from '../../core/queue/desk.ts'
import { createSeededRandom } from '../seeded-random.ts'
import type { ContractPart, Scene } from './contract-part.ts'
import { asAgent } from './store-actions.ts'

const STEPS = 400

const liveADay = async (scene: Scene, seed: number) => {
  const random = createSeededRandom(seed)
  const {
    store,
    clock,
    newAgent,
    newVisitor,
    say,
    reply,
    assign,
    transfer,
    close,
    dispatch,
    queue,
    note,
    agentReads,
    visitorReads,
  } = scene
  const agents = [await newAgent('Boss'), await newAgent('Li'), await newAgent('Mei')]
  const visitors: readonly VisitorId[] = [
    await newVisitor(),
    await newVisitor(),
    await newVisitor(),
    await newVisitor(),
  ]
  const agent = () => random.pick(agents) ?? NO_AGENT
  const visitor = () => random.pick(visitors) ?? visitors[0] ?? (0 as VisitorId)
  const conversation = () => (1 + random.integer(8)) as ConversationId
  const offset = () => random.integer(store.journal.head() + 2) as Offset
  const steps = [
    () => say(visitor(), 'hi'),
    () => say(visitor(), 'again'),
    () => reply(agent(), conversation(), 'answer'),
    () => reply(agent(), conversation(), 'more'),
    () => dispatch(conversation(), agent()),
    () => assign(agent(), conversation(), random.chance(0.3) ? NO_AGENT : agent(), agent()),
    () => transfer(agent(), conversation(), agent()),
    () => queue(NO_AGENT, conversation(), 0, { expectedOwner: agent(), front: random.chance(0.5) }),
    () => queue(agent(), conversation(), 0, { priority: random.integer(9) }),
    () => note(agent(), conversation(), 'a word'),
    () => close(agent(), conversation()),
    () => agentReads(agent(), conversation(), offset(), offset()),
    () => visitorReads(visitor(), conversation(), offset(), offset()),
  ]
  const waiting: Promise<unknown>[] = []
  for (let step = 0; step < STEPS; step += 1) {
    waiting.push((random.pick(steps) ?? (() => Promise.resolve()))())
    if (random.chance(0.2)) await Promise.all(waiting)
    if (random.chance(0.03)) clock.move(limits.reopenWithinMs / 2)
  }
  await Promise.all(waiting)
  return { agents, visitors }
}

const unreadBy = (
  entries: readonly Entry[],
  marks: readonly ReceiptMark[],
  viewer: AgentId,
  id: ConversationId,
): number => {
  const own = (mark: ReceiptMark): boolean =>
    mark.conversation === id && mark.reader.kind === 'agent' && mark.reader.id === viewer
  const read = marks.find(own)?.read ?? NO_OFFSET
  const isUnread = (entry: Entry): boolean =>
    entry.conversation === id && entry.kind === 'message.sent' && entry.author.kind === 'visitor' && entry.offset > read
  return Math.min(limits.maxUnreadCounted, entries.filter(isUnread).length)
}

/** What of a state an inbox row shows besides its visitor and the viewer's unread count. */
const shownOf = ({
  id,
  status,
  owner,
  openedAt,
  lastSeq,
  lastOffset,
  lastMessage,
  waitingSince,
  place,
  deskMessages,
}: ConversationState) => ({
  id,
  status,
  owner,
  openedAt,
  lastSeq,
  lastOffset,
  lastMessage,
  waitingSince,
  ...(place && {
    placed: {
      group: place.group,
      priority: place.priority,
      ...(place.reason && place.reason.intent > 0 && { intent: place.reason.intent }),
    },
  }),
  ...(deskMessages > 0 && { answered: true }),
})

export const projectionContract: ContractPart = (scene) => {
  it.each([1, 2, 3])('[D3] [D7] every projection equals a recount of the journal: seed %i', async (seed) => {
    const { store, replay } = scene()
    const desk = createDesk()
    store.journal.onCommitted((group) => group.entries.forEach(desk.apply))
    const { agents } = await liveADay(scene(), seed)
    const entries = await replay(asAgent(agents[0] ?? NO_AGENT), NO_OFFSET, 50)
    expect(entries.map((entry) => entry.offset)).toEqual(entries.map((_, index) => index + 1))

    const states = new Map<ConversationId, ConversationState>()
    for (const entry of entries) {
      if (entry.conversation === 0) continue
      const before = states.get(entry.conversation)
      expect(entry.seq).toBe((before?.lastSeq ?? 0) + 1)
      states.set(entry.conversation, evolve(before, entry))
    }
    expect(states.size).toBeGreaterThan(2)

    const marks = await store.journal.receiptsSince(asAgent(agents[0] ?? NO_AGENT), NO_OFFSET)
    for (const viewer of agents) {
      const listed: ConversationSummary[] = []
      for (const view of ['open', 'closed'] as const)
        listed.push(
          ...(
            await store.journal.list(asAgent(viewer), { view, visitor: 0 as VisitorId, before: NO_OFFSET, limit: 100 })
          ).conversations,
        )
      expect(listed).toHaveLength(states.size)
      for (const summary of listed) {
        const state = states.get(summary.id)
        if (!state) throw new Error('a conversation that the journal does not know')
        expect(summary).toEqual({ ...shownOf(state), visitor: summary.visitor, unread: summary.unread })
        expect(summary.visitor.id).toBe(state.visitor)
        expect(summary.unread).toBe(unreadBy(entries, marks, viewer, summary.id))
      }
    }
    const open = [...states.values()].filter((state) => state.status === 'open')
    const queued = await store.journal.openConversations()
    expect(queued).toHaveLength(open.length)
    for (const { id, declinedBy, ...shown } of queued) {
      expect(states.get(id)).toMatchObject(shown)
      expect(desk.conversation(id)).toMatchObject({ declinedBy, waitingSince: shown.waitingSince, place: shown.place })
    }
    expect(queued.map(({ queuedAt }) => queuedAt)).toEqual(queued.map(({ queuedAt }) => queuedAt).sort((a, b) => a - b))
  })
}
