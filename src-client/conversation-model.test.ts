import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  NO_AGENT,
  THE_VISITOR,
  limits,
  type AgentId,
  type Author,
  type Cid,
  type ConversationId,
  type Entry,
  type EntryDraft,
  type EpochMs,
  type Offset,
  type ReceiptMark,
  type Seq,
  type Viewer,
  type VisitorId,
  type VisitorProfile,
} from '#protocol'
import { evolve, type ConversationState } from '../src-server/core/conversation/conversation-state.ts'
import { redact } from '../src-server/core/conversation/redact.ts'
import { summarize } from '../src-server/core/conversation/summarize.ts'
import {
  applyEntry,
  applyHistory,
  applyMark,
  conversationFromOpening,
  conversationOf,
  missingAfter,
  type ConversationModel,
} from './conversation-model.ts'

const conversation = 1 as ConversationId
const visitor: VisitorProfile = {
  id: 9 as VisitorId,
  name: '王芳',
  locale: 'zh-CN',
  userAgent: '',
  tags: [],
  page: { url: '', title: '', referrer: '' },
}
const agent: Viewer = { kind: 'agent', id: 2 as AgentId, name: '李雷', role: 'agent' }
const guest: Viewer = { kind: 'visitor', id: visitor.id, name: '' }
const fromVisitor: Author = { kind: 'visitor', id: THE_VISITOR }
const fromAgent: Author = { kind: 'agent', id: 2 }

const said = (author: Author, text: string): EntryDraft => ({
  author,
  kind: 'message.sent',
  body: { cid: `cid-${text}` as Cid, text, files: [] },
})
const assigned = (to: number): EntryDraft => ({
  author: fromAgent,
  kind: 'conversation.assigned',
  body: { agent: to as AgentId, agentName: '', previous: NO_AGENT, reason: null },
})
const kinds: readonly (() => EntryDraft)[] = [
  () => said(fromVisitor, '在吗'),
  () => said(fromAgent, 'Yes'),
  () => said({ kind: 'bot', id: 3 }, 'auto'),
  () => assigned(2),
  () => assigned(0),
  () => ({
    author: fromAgent,
    kind: 'conversation.transferred',
    body: { from: 2 as AgentId, to: 5 as AgentId, toName: '', note: 'x' },
  }),
  () => ({ author: fromAgent, kind: 'conversation.closed', body: { reason: 'resolved' } }),
  () => ({ author: fromVisitor, kind: 'conversation.reopened', body: {} }),
  () => ({ author: fromAgent, kind: 'hidden', body: {} }),
]

const opening: EntryDraft = { author: fromVisitor, kind: 'conversation.opened', body: { visitor } }

/** Numbered as a journal does, with other conversations' entries between. */
const journalOf = (drafts: readonly EntryDraft[]): readonly Entry[] =>
  [opening, ...drafts].map((draft, index): Entry => ({
    ...draft,
    offset: (index * 3 + 1) as Offset,
    at: (1_000 + index) as EpochMs,
    conversation,
    seq: (index + 1) as Seq,
  }))

const start = (entries: readonly Entry[]): ConversationModel => {
  const first = entries[0]
  if (first?.kind !== 'conversation.opened') throw new Error('no opening')
  return conversationFromOpening(first)
}

const inOrder = (entries: readonly Entry[], viewer: Viewer): ConversationModel =>
  entries.slice(1).reduce((model, entry) => applyEntry(model, entry, viewer), start(entries))

const closeGaps = (model: ConversationModel, entries: readonly Entry[], viewer: Viewer): ConversationModel => {
  let next = model
  for (let after = missingAfter(next); after !== undefined; after = missingAfter(next)) {
    const from = after
    next = applyHistory(next, entries.filter((entry) => entry.seq > from).slice(0, 3), viewer)
  }
  return next
}

const journal = fc
  .array(fc.constantFrom(...kinds), { maxLength: 30 })
  .map((made) => journalOf(made.map((make) => make())))

describe('a conversation as a client knows it', () => {
  it('[D3] any order, repetition and loss of entries, with gaps repaired, ends as if they had come in order', () => {
    const deliveries = journal.chain((entries) =>
      fc.record({
        entries: fc.constant(entries),
        delivered: fc.array(fc.constantFrom(...entries), { maxLength: 60 }),
        repairEvery: fc.integer({ min: 1, max: 10 }),
      }),
    )
    fc.assert(
      fc.property(deliveries, fc.constantFrom(agent, guest), ({ entries, delivered, repairEvery }, viewer) => {
        let model = start(entries)
        delivered.forEach((entry, index) => {
          model = applyEntry(model, entry, viewer)
          const seqs = model.view.entries.map(({ seq }) => seq)
          expect(seqs).toEqual(seqs.map((_, place) => (seqs[0] ?? 0) + place))
          expect(seqs.at(-1)).toBe(model.view.summary.lastSeq)
          if (index % repairEvery === 0) model = closeGaps(model, entries, viewer)
        })
        const newest = entries.at(-1)
        if (newest) model = closeGaps(applyEntry(model, newest, viewer), entries, viewer)
        expect(model).toEqual(inOrder(entries, viewer))
      }),
      { numRuns: 300 },
    )
  })

  it('[D3] folds to the very summary that the server would send', () => {
    fc.assert(
      fc.property(journal, fc.constantFrom(agent, guest), fc.nat(100), (entries, viewer, read) => {
        const reader = viewer.kind === 'agent' ? { kind: viewer.kind, id: viewer.id } : { kind: viewer.kind, id: 0 }
        const mark: ReceiptMark = { conversation, reader, delivered: read as Offset, read: read as Offset }
        const state = entries.reduce<ConversationState | undefined>(evolve, undefined)
        const isSeen = ({ kind, author, offset }: Entry): boolean =>
          kind === 'message.sent' && (author.kind === 'visitor') === (viewer.kind === 'agent') && offset <= read
        const expected = state && summarize(state, visitor, viewer, entries.filter(isSeen).length)
        const shown = entries.map((entry) => redact(entry, viewer))
        expect(applyMark(inOrder(shown, viewer), mark, viewer).view.summary).toEqual(expected)
        const markedFirst = shown
          .slice(1)
          .reduce((model, entry) => applyEntry(model, entry, viewer), applyMark(start(shown), mark, viewer))
        expect(markedFirst.view.summary).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('puts earlier pages in front, however they overlap', () => {
    const entries = journalOf(Array.from({ length: 20 }, (_, index) => said(fromVisitor, `${index}`)))
    const { summary } = inOrder(entries, agent).view
    let model = conversationOf(summary)
    expect(model.view).toMatchObject({ entries: [], atStart: false })
    model = applyHistory(model, entries.slice(15), agent)
    expect(model.view.entries).toEqual(entries.slice(15))
    model = applyHistory(model, entries.slice(3, 18), agent)
    expect(model.view.entries).toEqual(entries.slice(3))
    expect(applyHistory(model, entries.slice(0, 2), agent)).toBe(model)
    model = applyHistory(model, entries.slice(0, 5), agent)
    expect(model.view).toMatchObject({ entries, atStart: true, summary })
  })

  it('keeps of a snapshot only the entries that reach up to the summary', () => {
    const entries = journalOf([said(fromVisitor, 'a'), said(fromVisitor, 'b'), said(fromVisitor, 'c')])
    const { summary } = inOrder(entries, guest).view
    const holed = entries.filter(({ seq }) => seq !== 2)
    expect(conversationOf(summary, holed).view).toMatchObject({ entries: entries.slice(2), atStart: false })
    expect(conversationOf(summary, entries.slice(0, 2)).view.entries).toEqual([])
  })

  it('[D6] moves marks forward only', () => {
    const model = start(journalOf([]))
    const mark = (delivered: number, read: number): ReceiptMark => ({
      conversation,
      reader: fromVisitor,
      delivered: delivered as Offset,
      read: read as Offset,
    })
    const once = applyMark(model, mark(5, 3), agent)
    expect(applyMark(once, mark(4, 2), agent)).toBe(once)
    expect(applyMark(once, mark(4, 4), agent).view.marks).toEqual([mark(5, 4)])
  })

  it('does not guess an unread count that its entries cannot show', () => {
    const entries = journalOf(Array.from({ length: 10 }, (_, index) => said(fromVisitor, `${index}`)))
    const { summary } = inOrder(entries, agent).view
    const half = entries[5]?.offset ?? (0 as Offset)
    const mark: ReceiptMark = { conversation, reader: fromAgent, delivered: half, read: half }
    const unsure = applyMark(conversationOf(summary), mark, agent)
    expect(unsure.view.summary.unread).toBe(10)
    expect(applyHistory(unsure, entries.slice(4), agent).view.summary.unread).toBe(5)
  })

  it('[D9] keeps only the newest entries of a conversation that no screen shows', () => {
    const drafts = Array.from({ length: 5 * limits.unopenedEntriesKept }, (_, index) => said(fromVisitor, `${index}`))
    const model = inOrder(journalOf(drafts), agent)
    expect(model.view.entries.length).toBeLessThanOrEqual(2 * limits.unopenedEntriesKept)
    expect(model.view.entries.at(-1)?.seq).toBe(drafts.length + 1)
    expect(model.view.atStart).toBe(false)
  })
})
