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
import { ConversationShelf } from './conversation-shelf.ts'
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

export class ConversationTable {
  /** Heard of, but neither its opening nor its summary is here. */
  readonly unknown = new Map<ConversationId, Rumour>()
  readonly gapped = new Set<ConversationId>()
  /** Their unread count needs earlier entries. */
  readonly unsure = new Set<ConversationId>()
  /** A screen wants them, and they are not this viewer's to see. Another set when it changes. */
  missing: ReadonlySet<ConversationId> = new Set()
  /** What is not is forgotten as soon as it shows. */
  isKept: (summary: ConversationSummary, viewer: Viewer) => boolean = () => true
  readonly #models = new Map<ConversationId, ConversationModel>()
  readonly #shelf = new ConversationShelf()
  #views: ReadonlyMap<ConversationId, ConversationView> | undefined

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
    this.#shelf.clear()
    const entriesOf = byConversation(entries)
    const marksOf = byConversation(marks)
    for (const summary of conversations)
      this.#put(conversationOf(summary, entriesOf.get(summary.id), marksOf.get(summary.id)), viewer)
    for (const id of this.#shelf.opened) if (!this.#models.has(id)) this.unknown.set(id, nothingHeard)
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

  /** Shallow change of what is shown: loading, typing, its place. */
  patch(id: ConversationId, change: Partial<Pick<ConversationView, 'loading' | 'typing' | 'place'>>): void {
    const known = this.#models.get(id)
    if (!known) return
    this.#models.set(id, { ...known, view: { ...known.view, ...change } })
    this.#views = undefined
  }

  forgetPlaces(): void {
    for (const [id, { view }] of this.#models) if (view.place) this.patch(id, { place: undefined })
  }

  open(id: ConversationId): void {
    this.#setMissing(id, false)
    for (const oldest of this.#shelf.show(id)) this.#setOpened(oldest, false)
    if (this.#models.has(id)) this.#setOpened(id, true)
    else this.unknown.set(id, this.unknown.get(id) ?? nothingHeard)
    this.#touch(id)
  }

  opened(): ReadonlySet<ConversationId> {
    return this.#shelf.opened
  }

  /** The server knows no such conversation, or not for this viewer. */
  deny(id: ConversationId): void {
    const isWanted = this.#shelf.opened.has(id)
    this.forget(id)
    if (isWanted) this.#setMissing(id, true)
  }

  /** It is not this viewer's to see any more, or never was. */
  forget(id: ConversationId): void {
    this.#delete(id)
    this.#shelf.opened.delete(id)
    this.unknown.delete(id)
  }

  #addUnknown(model: ConversationModel, viewer: Viewer): void {
    const id = model.view.summary.id
    const { heardSeq, marks } = this.unknown.get(id) ?? nothingHeard
    this.unknown.delete(id)
    const marked = marks.reduce((next, mark) => applyMark(next, mark, viewer), model)
    this.#put({ ...marked, heardSeq: Math.max(model.heardSeq, heardSeq, this.#shelf.lastSeqOf(id)) as Seq }, viewer)
  }

  #put(model: ConversationModel, viewer: Viewer): void {
    const { id } = model.view.summary
    this.#views = undefined
    this.#setMissing(id, false)
    this.#models.set(id, model)
    this.#setOpened(id, this.#shelf.opened.has(id))
    if (!this.isKept(model.view.summary, viewer)) return this.forget(id)
    if (missingAfter(model) === undefined) this.gapped.delete(id)
    else this.gapped.add(id)
    if (model.isUnreadUnsure) this.unsure.add(id)
    else this.unsure.delete(id)
    this.#touch(id)
  }

  #setMissing(id: ConversationId, isMissing: boolean): void {
    if (this.missing.has(id) === isMissing) return
    const others = [...this.missing].filter((other) => other !== id)
    this.missing = new Set(isMissing ? [...others, id].slice(-limits.openedConversationsKept) : others)
  }

  #setOpened(id: ConversationId, opened: boolean): void {
    const model = this.#models.get(id)
    if (model && model.opened !== opened) this.#models.set(id, { ...model, opened })
  }

  #touch(id: ConversationId): void {
    const isClosed = this.#models.get(id)?.view.summary.status === 'closed'
    for (const oldest of this.#shelf.touch(id, isClosed)) this.#delete(oldest)
  }

  #delete(id: ConversationId): void {
    const model = this.#models.get(id)
    if (model) this.#shelf.letGo(id, model.view.summary.lastSeq)
    this.#models.delete(id)
    this.gapped.delete(id)
    this.unsure.delete(id)
    this.#views = undefined
  }
}
