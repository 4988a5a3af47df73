import { beforeAll, describe, expect, it } from 'vitest'
import {
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type EntryKind,
  type EntryOf,
  type EpochMs,
} from '../../protocol/index.ts'
import { evolve, type ConversationState } from '../../core/conversation/conversation-state.ts'
import { createMemoryStore, type MemoryImage } from '../../adapters/memory/create-memory-store.ts'
import { receiptKey } from '../../adapters/memory/memory-tables.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { writeMemoryHistory } from '../../testing/memory-history.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { closingHour, openingHour } from '../colleagues.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A Tuesday afternoon in a shop eight hours ahead. */
const NOW = Date.UTC(2026, 5, 9, 7, 20) as EpochMs
const OFFSET_MS = 8 * HOUR_MS
const wish = { seed: 11, now: NOW, utcOffsetMs: OFFSET_MS, days: 200, conversations: 1_600 }

let image: MemoryImage
beforeAll(async () => {
  image = await writeMemoryHistory(wish)
}, 60_000)

const entries = () => image.tables.entries.map(({ entry }) => entry)
const of = <Kind extends EntryKind>(kind: Kind): EntryOf<Kind>[] =>
  entries().filter((entry): entry is Extract<typeof entry, EntryOf<Kind>> => entry.kind === kind)
const localHour = (at: number): number => ((at + OFFSET_MS) % DAY_MS) / HOUR_MS
const conversations = () => Array.from(image.tables.conversations.values())
const open = () => conversations().filter(({ status }) => status === 'open')
const unreadBy = (agent: AgentId, { id, visitorMessages }: ConversationState): number =>
  visitorMessages - (image.tables.receipts.get(receiptKey(id, { kind: 'agent', id: agent }))?.seen ?? 0)

describe('the past', () => {
  it('is the same from the same seed, moment and place', async () => {
    const small = { ...wish, days: 20, conversations: 120 }
    const [one, again, other] = await Promise.all([
      writeMemoryHistory(small),
      writeMemoryHistory(small),
      writeMemoryHistory({ ...small, seed: 12 }),
    ])
    expect(again).toEqual(one)
    expect(other.tables.entries).not.toEqual(one.tables.entries)
  })

  it('[D3] lies in order, without gaps, before now', () => {
    const all = entries()
    expect(all.map(({ offset }) => offset)).toEqual(all.map((_, index) => index + 1))
    expect(all.every(({ at }, index) => at >= (all[index - 1]?.at ?? 0) && at <= NOW)).toBe(true)
    expect(all[0]?.at).toBeGreaterThanOrEqual(NOW - wish.days * DAY_MS)
  })

  it('[D3] [D7] is what a recount of the journal gives', () => {
    const states = new Map<number, ConversationState>()
    for (const entry of entries())
      if (entry.conversation !== NO_CONVERSATION)
        states.set(entry.conversation, evolve(states.get(entry.conversation), entry))
    expect(new Map(image.tables.conversations)).toEqual(states)
  })

  it('has about as many conversations as asked for, each with a dozen entries', () => {
    expect(conversations().length).toBeGreaterThan(1_400)
    const perConversation = entries().length / conversations().length
    expect(perConversation).toBeGreaterThan(10)
    expect(perConversation).toBeLessThan(18)
  })

  it('is bilingual, more than half of it Chinese', () => {
    const firsts = of('conversation.opened').map(({ body }) => body.visitor.locale)
    const share = firsts.filter((locale) => locale.startsWith('zh')).length / firsts.length
    expect(share).toBeGreaterThan(0.52)
    expect(share).toBeLessThan(0.68)
  })

  it('says nothing that is not finished', () => {
    for (const { body } of of('message.sent'))
      expect(body.text).not.toMatch(/[{}|]|[!！]{2}|^[A-Za-z]{1,6}>|undefined/u)
    for (const { body } of of('conversation.transferred')) expect(body.note).not.toMatch(/[{}]|^$/u)
  })

  it('is varied', () => {
    const texts = of('message.sent').map(({ body }) => body.text)
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.15)
    expect(Math.max(...texts.map(({ length }) => length))).toBeGreaterThan(100)
  })

  it('keeps the hours of the shop', () => {
    const settled = of('message.sent').filter(({ at }) => at < NOW - DAY_MS)
    const ofAgents = settled.filter(({ author }) => author.kind === 'agent').map(({ at }) => localHour(at))
    // Whoever is in a conversation at closing time sees it through.
    expect(ofAgents.every((hour) => hour >= openingHour || hour < 3)).toBe(true)
    const late = ofAgents.filter((hour) => hour < openingHour || hour > closingHour + 1)
    expect(late.length / ofAgents.length).toBeLessThan(0.03)
  })

  it('answers within a minute or so by day, and nobody within a second', () => {
    const firstAnswers = new Map<number, number>()
    for (const { conversation, author, at } of of('message.sent'))
      if (author.kind === 'agent' && !firstAnswers.has(conversation)) firstAnswers.set(conversation, at)
    const waits = conversations().map(({ id, openedAt }) => (firstAnswers.get(id) ?? NOW) - openedAt)
    const sorted = waits.toSorted((left, right) => left - right)
    expect(sorted[0]).toBeGreaterThan(1_000)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(2 * 60_000)
    // Some waited for a night.
    expect(sorted.at(-40)).toBeGreaterThan(2 * HOUR_MS)
  })

  it('[D8] says why each conversation went to whom', () => {
    const reasons = of('conversation.assigned').map(({ body }) => body.reason)
    const rules = new Set(['two_choices', 'fair_turn', 'least_share', 'taken'])
    expect(new Set(reasons.map((reason) => reason?.rule))).toEqual(rules)
    for (const { body } of of('conversation.assigned'))
      if (body.reason?.layer !== 'manual')
        expect(body.reason?.candidates.map(({ agent }) => agent)).toContain(body.agent)
  })

  it('closes for every reason, reopens, hands over, and has colleagues who step out', () => {
    expect(new Set(of('conversation.closed').map(({ body }) => body.reason))).toEqual(
      new Set(['resolved', 'no_reply', 'spam', 'other']),
    )
    expect(of('conversation.reopened').length).toBeGreaterThan(30)
    expect(of('conversation.transferred').length).toBeGreaterThan(30)
    expect(of('agent.status').length).toBeGreaterThan(50)
    expect(of('agent.changed').map(({ body }) => body.agent.role)).toEqual([
      'owner',
      'agent',
      'admin',
      'agent',
      'agent',
    ])
  })
})

describe('the desk that somebody finds', () => {
  const OWNER = 1 as AgentId

  it('has a queue, some conversations of mine, and colleagues at work', () => {
    const owners = open().map(({ owner }) => owner)
    expect(owners.filter((owner) => owner === NO_AGENT)).toHaveLength(3)
    expect(owners.filter((owner) => owner === OWNER)).toHaveLength(4)
    expect(new Set(owners).size).toBe(6)
    expect(Array.from(image.tables.agents.values(), ({ status }) => status)).toEqual(Array(5).fill('online'))
    expect(open().every(({ lastMessage }) => (lastMessage?.at ?? 0) > NOW - HOUR_MS)).toBe(true)
    expect(entries().at(-1)?.at).toBeGreaterThan(NOW - 60_000)
  })

  it('has unread messages of mine, and none in what is over', () => {
    const mine = open().filter(({ owner }) => owner === OWNER)
    expect(mine.filter((state) => unreadBy(OWNER, state) > 0)).toHaveLength(3)
    const closed = conversations().filter(({ status }) => status === 'closed')
    for (const agent of image.tables.agents.keys())
      if (agent === OWNER) expect(closed.filter((state) => unreadBy(agent, state) > 0)).toEqual([])
  })

  it('is the same at any hour of the day', async () => {
    for (const hour of [0, 4, 8, 13, 21]) {
      const now = (NOW - (NOW % DAY_MS) + hour * HOUR_MS) as EpochMs
      const { tables } = await writeMemoryHistory({ ...wish, now, seed: hour, days: 6, conversations: 90 })
      const left = Array.from(tables.conversations.values()).filter(({ status }) => status === 'open')
      expect(left.filter(({ owner }) => owner === NO_AGENT)).toHaveLength(3)
      expect(left.length).toBeGreaterThan(10)
      expect(left.length).toBeLessThan(15)
    }
  })

  it('opens in a store', async () => {
    const store = createMemoryStore({ clock: createManualClock(NOW), random: createSeededRandom(1), image })
    const snapshot = await store.journal.agentSnapshot(OWNER)
    expect(snapshot.conversations).toHaveLength(open().length)
    expect(await store.journal.openConversations()).toHaveLength(open().length)
  })
})
