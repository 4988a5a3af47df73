// What must hold when everything has come to rest: all that was acknowledged is stored, everyone sees the same as the desk,
// nothing waits.
import { isDeepStrictEqual } from 'node:util'
import { redact } from '../../core/conversation/redact.ts'
import type { ConversationView } from '#client/client-state.ts'
import type { Store } from '../../ports/store.ts'
import {
  limits,
  NO_AGENT,
  type AgentState,
  type ConversationId,
  type ConversationSummary,
  type Offset,
  type ReceiptMark,
} from '../../protocol/index.ts'
import type { SimulatedPerson } from './simulated-person.ts'
import { authorName, demand, hasCid, wireOf, writtenKey, type SimulationRecord } from './simulation-record.ts'

const described = (value: unknown): string => JSON.stringify(value)

export const checkJournal = async (store: Store, record: SimulationRecord): Promise<void> => {
  const { entries } = await store.journal.readAfter({ kind: 'agent', id: NO_AGENT, scope: 'all' }, 0 as Offset, 1e9)
  const heard = record.journal.map(({ entry }) => record.currently(entry))
  demand(isDeepStrictEqual([...entries], heard), '[D1] the journal is not what was published')
  const places = new Map(
    record.journal.map((item) => {
      const { entry } = item
      return [hasCid(entry) ? writtenKey(authorName(item), entry.body.cid) : '', entry]
    }),
  )
  for (const { author, cid, offset, seq } of record.acknowledged) {
    const stored = places.get(writtenKey(author, cid))
    demand(stored?.offset === offset && stored.seq === seq, `[D1] ${author}'s acknowledged ${cid} is not at ${offset}`)
  }
  for (const [key, { text, writer }] of record.written)
    demand(places.has(key) || record.discarded.has(key), `[D5] "${text}" of ${writer} is lost`)
}

/** Messages of one page in one conversation stand in the order of writing; those that had failed meanwhile are left out. */
export const checkOrder = (record: SimulationRecord): void => {
  const offsets = new Map<string, Offset>()
  for (const item of record.journal)
    if (hasCid(item.entry)) offsets.set(writtenKey(authorName(item), item.entry.body.cid), item.entry.offset)
  const newest = new Map<string, Offset>()
  for (const [key, { writer, text }] of record.written) {
    const offset = offsets.get(key)
    if (offset === undefined || record.failed.has(key)) continue
    demand(offset > (newest.get(writer) ?? 0), `[D2] "${text}" of ${writer} was overtaken`)
    newest.set(writer, offset)
  }
}

export const checkOutbox = (person: SimulatedPerson, record: SimulationRecord): void => {
  const { outbox: messages, revisions, link } = person.client().state()
  const outbox = [...messages, ...revisions]
  demand(link.kind === 'live', `${person.name} is ${described(link)} on a good network`)
  demand(outbox.length === 0, `[D5] ${person.name}'s outbox still holds ${described(outbox)}`)
  for (const name of ['badFrames', 'storageFailures', 'storageRowsSkipped'] as const)
    demand(person.client().diagnostics()[name] === 0, `${person.name} counted ${name}`)
  record.count('http sends', person.client().diagnostics().httpSends)
}

/** Who has a page open. */
export type Presence = { readonly agents: ReadonlySet<number>; readonly visitors: ReadonlySet<number> }

export const presenceOf = (people: readonly SimulatedPerson[]): Presence => {
  const ids = (kind: 'agent' | 'visitor'): ReadonlySet<number> =>
    new Set(people.filter(({ who }) => who.kind === kind).map(({ who }) => who.id))
  return { agents: ids('agent'), visitors: ids('visitor') }
}

const byId = <Item extends { readonly id: number }>(items: Iterable<Item>): Item[] =>
  [...items].sort((a, b) => a.id - b.id)
const byReader = (marks: readonly ReceiptMark[]): string[] => marks.map((mark) => JSON.stringify(mark)).sort()

/** The page a visitor is on now is no part of an entry: it comes with presence. */
const withoutPage = (summary: ConversationSummary) => ({ ...summary, visitor: { ...summary.visitor, page: undefined } })

const same = (name: string, what: string, shown: unknown, stored: unknown): void =>
  demand(
    isDeepStrictEqual(shown, stored),
    `${name} shows ${what}\n  ${described(shown)}\n  the desk has\n  ${described(stored)}`,
  )

/** Their screen equals a fresh snapshot. */
export const checkScreen = async (
  person: SimulatedPerson,
  store: Store,
  there: Presence,
  record: SimulationRecord,
): Promise<void> => {
  const { name, who } = person
  const state = person.client().state()
  const shown = new Map<ConversationId, ConversationView>(state.conversations)
  const compare = (summary: ConversationSummary, marks: readonly ReceiptMark[]): void => {
    const view = shown.get(summary.id)
    shown.delete(summary.id)
    same(name, `conversation ${summary.id}`, view && withoutPage(view.summary), withoutPage(summary))
    if (!view) return
    const own = marks.filter(({ conversation }) => conversation === summary.id)
    // Everything on screen reads as it does now, whenever it was loaded.
    for (const entry of view.entries) {
      const stored = record.journal[entry.offset - 1]?.entry
      same(name, `entry ${entry.offset}`, wireOf(entry), stored && wireOf(redact(record.currently(stored), who)))
    }
    same(name, `marks of ${summary.id}`, byReader(view.marks), byReader(own))
  }
  if (who.kind === 'visitor') {
    const snapshot = await store.journal.visitorSnapshot(who.id)
    for (const summary of snapshot.conversations) compare(summary, snapshot.receipts)
    return
  }
  const snapshot = await store.journal.agentSnapshot(who.id)
  const visible = snapshot.conversations.filter(({ owner }) => who.scope === 'all' || owner === who.id)
  for (const summary of visible) compare(summary, snapshot.receipts)
  // Closed ones stay on a screen that had them, and must be right as well.
  const closed = await store.journal.list(who, { view: 'closed', visitor: 0 as never, before: 0 as Offset, limit: 1e6 })
  for (const summary of closed.conversations) if (shown.has(summary.id)) compare(summary, closed.receipts)
  same(
    name,
    'conversations that are not there',
    [...shown.values()].map(({ summary }) => withoutPage(summary)),
    [],
  )
  const agents: AgentState[] = snapshot.agents.map((agent) => ({ ...agent, connected: there.agents.has(agent.id) }))
  for (const { visitor } of visible) {
    const isOnline = there.visitors.has(visitor.id)
    demand(
      state.visitorsOnline.has(visitor.id) === isOnline,
      `${name} sees visitor ${visitor.id} ${isOnline ? 'gone' : 'here'}`,
    )
  }
  // Since when the desk set somebody away is heard, and no part of a snapshot.
  const shownAgents = [...state.agents.values()].map(({ setAwayAt: _setAwayAt, ...agent }) => agent)
  same(name, 'colleagues', byId(shownAgents), byId(agents))
}

/** Nobody waits beside an agent who could take the conversation. */
export const checkQueue = async (store: Store, there: Presence, record: SimulationRecord): Promise<void> => {
  const open = await store.journal.openConversations()
  const waiting = open.filter(({ owner }) => owner === NO_AGENT)
  record.count('waiting at rest', waiting.length)
  const declined = new Set<ConversationId>()
  for (const { entry } of record.journal)
    if (entry.kind === 'conversation.assigned' && entry.body.agent === NO_AGENT) declined.add(entry.conversation)
    else if (entry.conversation > 0 && entry.kind !== 'message.sent') declined.delete(entry.conversation)
  for (const { id, active, status, capacity } of await store.journal.agents()) {
    const load = open.filter(({ owner }) => owner === id).length
    const isIdle =
      active && status === 'online' && there.agents.has(id) && load < Math.min(capacity, limits.defaultAgentCapacity)
    const overlooked = isIdle ? waiting.filter((conversation) => !declined.has(conversation.id)) : []
    demand(overlooked.length === 0, `[D7] agent ${id} is idle while ${described(overlooked)} wait`)
  }
}
