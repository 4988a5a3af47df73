// What each server frame means for this client: the model, the outbox, the receipts and the waiting requests learn of it.
import type { ConversationId, Entry, Offset, ReceiptMark, ServerFrame, Snapshot } from '#protocol'
import type { ClientDiagnostics } from './client-state.ts'
import type { DeskModel } from './desk-model.ts'
import { isTheirs } from './fold-summary.ts'
import type { OutboxSender } from './outbox-sender.ts'
import { authorOf, isSameAuthor, markOf } from './receipt-marks.ts'
import type { ReceiptSender } from './receipt-sender.ts'
import type { Repairs } from './repairs.ts'
import type { Requests } from './requests.ts'
import type { TypingSigns } from './typing-signs.ts'

type Parts = {
  readonly model: DeskModel
  readonly sender: OutboxSender
  readonly requests: Requests
  readonly repairs: Repairs
  readonly receipts: ReceiptSender
  readonly typing: TypingSigns
  /** Answers the server's beat. */
  sendBeat(): void
  /** Asks for everything after the cursor again. */
  sendResume(): void
  isLive(): boolean
  count(what: keyof ClientDiagnostics): void
  changed(): void
  /** As `changed`; the outbox is looked through as well. */
  conversationsChanged(): void
}

export class FrameHandler {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  handle(frame: ServerFrame): void {
    const { model, sender, requests, typing, count, changed, conversationsChanged } = this.#parts
    count('framesReceived')
    switch (frame.type) {
      case 'welcome':
        return model.welcome(frame)
      case 'entry':
        return this.#entries([frame.entry])
      case 'entries':
        // A replay, asked for or not: a server may let a slow reader catch up on its own account.
        model.isReplaying = true
        return this.#entries(frame.entries)
      case 'live':
        model.live(frame.cursor)
        model.announcement = frame.announcement
        // Told anew after this; what was not told again is not so any more.
        model.conversations.forgetPlaces()
        return conversationsChanged()
      case 'reset':
        return this.#reset(frame.snapshot)
      case 'ack':
        return sender.acked(frame.cid, frame)
      case 'reject':
        return sender.rejected(frame.cid, frame.code)
      case 'receipts':
        return this.#marks(frame.marks)
      case 'typing':
        return typing.seen(frame.conversation, frame.author, frame.active)
      case 'presence':
      case 'visitor':
      case 'people':
      case 'viewers':
      case 'offer':
      case 'offerOver':
        model.people.hear(frame)
        return changed()
      case 'history':
      case 'list':
      case 'done':
        return requests.replied(frame)
      case 'fail':
        return requests.failed(frame.rid, frame.code)
      case 'place':
        model.conversations.patch(frame.conversation, { place: frame })
        return changed()
      case 'announcement':
        model.announcement = frame.announcement
        return changed()
      case 'beat':
        return this.#beat(frame.head, frame.last)
      case 'bye':
        return
      default:
        return frame satisfies never
    }
  }

  #beat(head: Offset, last: Offset): void {
    const { model, receipts, sendBeat, sendResume, isLive, count, conversationsChanged } = this.#parts
    sendBeat()
    if (!isLive()) return
    receipts.tellAgain()
    if (!model.beat(head, last)) {
      count('silentGaps')
      sendResume()
    }
    conversationsChanged()
  }

  #entries(entries: readonly Entry[]): void {
    const { model, sender, repairs, count, conversationsChanged } = this.#parts
    const me = model.viewer && authorOf(model.viewer)
    for (const entry of entries) {
      const applied = model.apply(entry)
      if (applied === 'known') count('duplicateEntries')
      if (applied === 'gap') count('gaps')
      // A message of mine that came back is stored, whether or not anyone told me so.
      if ((entry.kind === 'message.sent' || entry.kind === 'message.revised') && me && isSameAuthor(entry.author, me))
        sender.acked(entry.body.cid, entry)
      this.#noteDelivered(entry.conversation)
    }
    conversationsChanged()
    repairs.run()
  }

  #reset(snapshot: Snapshot): void {
    const { model, sender, receipts, count, conversationsChanged } = this.#parts
    if (!model.viewer) return
    count('resets')
    if (model.reset(snapshot)) {
      // Offsets of another journal mean nothing in this one.
      sender.outbox.removeStored(() => true)
      receipts.clear()
    }
    const reader = authorOf(model.viewer)
    for (const [conversation, { delivered, read }] of receipts.wanted())
      model.mark({ conversation, reader, delivered, read })
    this.#confirm(snapshot.receipts)
    for (const { id } of snapshot.conversations) this.#noteDelivered(id)
    conversationsChanged()
  }

  #marks(marks: readonly ReceiptMark[]): void {
    const { model, repairs, changed } = this.#parts
    for (const mark of marks) model.mark(mark)
    this.#confirm(marks)
    changed()
    // An unread count may need earlier entries now.
    repairs.run()
  }

  #confirm(marks: readonly ReceiptMark[]): void {
    const { model, receipts } = this.#parts
    const me = model.viewer && authorOf(model.viewer)
    for (const mark of marks) if (me && isSameAuthor(mark.reader, me)) receipts.confirmed(mark.conversation, mark)
  }

  /** Only the owner's devices say that the visitor's words arrived: a whole office need not. */
  #noteDelivered(id: ConversationId): void {
    const { viewer, conversations } = this.#parts.model
    const view = conversations.get(id)?.view
    const newest = view?.summary.lastMessage
    if (!viewer || !view || !newest || !isTheirs(newest.author, viewer)) return
    if (viewer.kind === 'agent' && view.summary.owner !== viewer.id) return
    const told = markOf(view.marks, authorOf(viewer))?.delivered ?? 0
    if (told < newest.offset) this.#parts.receipts.want(id, { delivered: newest.offset })
  }
}
