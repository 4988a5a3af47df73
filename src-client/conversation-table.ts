// All conversations this client knows, which of them miss something, and which may be forgotten. Holds no requests: it
// says what is needed and takes in what came.
import {
  limits,
  NO_SEQ,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type ReceiptMark,
  type Seq,
  type Viewer,
} from '#protocol'
import type { ConversationView } from './client-state.ts'
import {
  applyEntry,
  applyHistory,
  applyMark,
  conversationFromOpening,
  conversationOf,
  missingAfter,
  type ConversationModel,
} from './conversation-model.ts'
import { mergeMark } from './receipt-marks.ts'

export type Applied = 'applied' | 'known' | 'gap'

const byConversation = <Item extends { readonly conversation: ConversationId }>(
  items: readonly Item[],
): ReadonlyMap<ConversationId, Item[]> => {
  const groups = new Map<ConversationId, Item[]>()
  for (const item of items) {
    const group = groups.get(item.conversation)
    if (group) group.push(item)
    else groups.set(item.conversation, [item])
  }
  return groups
}

/** What came of a conversation before its summary: how far it goes, and marks. */
type Rumour = { readonly heardSeq: Seq; readonly marks: readonly ReceiptMark[] }
const nothingHeard: Rumour = { heardSeq: NO_SEQ, marks: [] }

/** Maps keep the order of setting. */
const dropOldest = (map: Map<ConversationId, unknown>, most: number): void => {
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}

export class ConversationTable {
  /** Heard of, but neither its opening nor its summary is here. */
  readonly unknown = new Map<ConversationId, Rumour>()
  readonly gapped = new Set<ConversationId>()
  /** Their unread count needs earlier entries. */
  readonly unsure = new Set<ConversationId>()
  readonly #models = new Map<ConversationId, ConversationModel>()
  /** Least recently shown first. */
  readonly #opened = new Set<ConversationId>()
  /** Least recently touched first. */
  readonly #closed = new Set<ConversationId>()
  /** How far conversations went that were let go: an answer under way may hold an older state of them. */
  readonly #letGo = new Map<ConversationId, Seq>()
  readonly #scope: 'all' | 'own'
  #views: ReadonlyMap<ConversationId, ConversationView> | undefined

  constructor(scope: 'all' | 'own') {
    this.#scope = scope
  }

  get(id: ConversationId): ConversationModel | undefined {
    return this.#models.get(id)
  }

  views(): ReadonlyMap<ConversationId, ConversationView> {
    this.#views ??= new Map([...this.#models].map(([id, model]) => [id, model.view]))
    return this.#views
  }

  /** Starts again from a snapshot. What a screen has open and the snapshot does not hold has to be looked up again. */
  reset(
    conversations: readonly ConversationSummary[],
    entries: readonly Entry[],
    marks: readonly ReceiptMark[],
    viewer: Viewer,
  ): void {
    for (const id of this.#models.keys()) this.#delete(id)
    this.unknown.clear()
    this.#letGo.clear()
    const entriesOf = byConversation(entries)
    const marksOf = byConversation(marks)
    for (const summary of conversations)
      this.#put(conversationOf(summary, entriesOf.get(summary.id), marksOf.get(summary.id)), viewer)
    for (const id of this.#opened) if (!this.#models.has(id)) this.unknown.set(id, nothingHeard)
  }

  apply(entry: Entry, viewer: Viewer): Applied {
    const id = entry.conversation
    const known = this.#models.get(id)
    if (!known && entry.kind === 'conversation.opened' && entry.seq === 1) {
      this.#addUnknown(conversationFromOpening(entry), viewer)
      return 'applied'
    }
    if (!known) {
      const rumour = this.unknown.get(id)
      if (!rumour || entry.seq > rumour.heardSeq)
        this.unknown.set(id, { ...(rumour ?? nothingHeard), heardSeq: entry.seq })
      return rumour ? 'known' : 'gap'
    }
    const next = applyEntry(known, entry, viewer)
    if (next === known) return 'known'
    this.#put(next, viewer)
    return next.view.summary.lastSeq >= entry.seq ? 'applied' : 'gap'
  }

  /** A page that was asked for a conversation that has been forgotten since comes too late. */
  applyHistory(id: ConversationId, page: readonly Entry[], viewer: Viewer): void {
    const known = this.#models.get(id)
    if (known) this.#put(applyHistory(known, page, viewer), viewer)
  }

  /** Takes summaries of conversations that are not here; of those that are, the entries tell more than a list. */
  addSummaries(summaries: readonly ConversationSummary[], marks: readonly ReceiptMark[], viewer: Viewer): void {
    const marksOf = byConversation(marks)
    for (const summary of summaries) {
      if (this.#models.has(summary.id)) this.#touch(summary.id)
      else this.#addUnknown(conversationOf(summary, [], marksOf.get(summary.id)), viewer)
    }
  }

  applyMark(mark: ReceiptMark, viewer: Viewer): void {
    const known = this.#models.get(mark.conversation)
    if (known) return this.#put(applyMark(known, mark, viewer), viewer)
    const rumour = this.unknown.get(mark.conversation)
    if (rumour) this.unknown.set(mark.conversation, { ...rumour, marks: mergeMark(rumour.marks, mark) })
  }

  /** Shallow change of what is shown: loading, typing. */
  patch(id: ConversationId, change: Partial<Pick<ConversationView, 'loading' | 'typing'>>): void {
    const known = this.#models.get(id)
    if (!known) return
    this.#models.set(id, { ...known, view: { ...known.view, ...change } })
    this.#views = undefined
  }

  open(id: ConversationId): void {
    this.#opened.delete(id)
    this.#opened.add(id)
    for (const oldest of this.#opened) {
      if (this.#opened.size <= limits.openedConversationsKept) break
      this.#opened.delete(oldest)
      const model = this.#models.get(oldest)
      if (model) this.#models.set(oldest, { ...model, opened: false })
    }
    const model = this.#models.get(id)
    if (!model) this.unknown.set(id, this.unknown.get(id) ?? nothingHeard)
    else if (!model.opened) this.#models.set(id, { ...model, opened: true })
    this.#touch(id)
  }

  opened(): ReadonlySet<ConversationId> {
    return this.#opened
  }

  /** It is not this viewer's to see any more, or never was. */
  forget(id: ConversationId): void {
    this.#delete(id)
    this.#opened.delete(id)
    this.unknown.delete(id)
  }

  #addUnknown(model: ConversationModel, viewer: Viewer): void {
    const id = model.view.summary.id
    const { heardSeq, marks } = this.unknown.get(id) ?? nothingHeard
    this.unknown.delete(id)
    const marked = marks.reduce((next, mark) => applyMark(next, mark, viewer), model)
    this.#put({ ...marked, heardSeq: Math.max(model.heardSeq, heardSeq, this.#letGo.get(id) ?? NO_SEQ) as Seq }, viewer)
  }

  #put(model: ConversationModel, viewer: Viewer): void {
    const { id, owner } = model.view.summary
    this.#views = undefined
    this.#models.set(id, this.#opened.has(id) === model.opened ? model : { ...model, opened: this.#opened.has(id) })
    if (this.#scope === 'own' && viewer.kind === 'agent' && owner !== viewer.id) return this.forget(id)
    if (missingAfter(model) === undefined) this.gapped.delete(id)
    else this.gapped.add(id)
    if (model.isUnreadUnsure) this.unsure.add(id)
    else this.unsure.delete(id)
    this.#touch(id)
  }

  #touch(id: ConversationId): void {
    this.#closed.delete(id)
    if (this.#models.get(id)?.view.summary.status !== 'closed') return
    this.#closed.add(id)
    for (const oldest of this.#closed) {
      if (this.#closed.size <= limits.closedConversationsKept) return
      if (!this.#opened.has(oldest)) this.#delete(oldest)
    }
  }

  #delete(id: ConversationId): void {
    const model = this.#models.get(id)
    if (model) {
      this.#letGo.delete(id)
      this.#letGo.set(id, model.view.summary.lastSeq)
      dropOldest(this.#letGo, limits.closedConversationsKept)
    }
    this.#models.delete(id)
    this.#closed.delete(id)
    this.gapped.delete(id)
    this.unsure.delete(id)
    this.#views = undefined
  }
}
