// Everything the server told, and the cursor that stands for it. The cursor lives in memory only: after a reload there are
// no entries either, so a fresh snapshot is the only right start; what must outlive a reload is the outbox (D5).
import {
  NO_OFFSET,
  type Announcement,
  type Entry,
  type Epoch,
  type Offset,
  type ReceiptMark,
  type ServerFrameOf,
  type Snapshot,
  type Viewer,
} from '#protocol'
import { ConversationTable, type Applied } from './conversation-table.ts'
import { PeopleTable } from './people-table.ts'

export class DeskModel {
  readonly conversations = new ConversationTable()
  readonly people = new PeopleTable()
  viewer: Viewer | undefined
  /** Highest id of a frame of ours that the server knows. */
  takes = 0
  /** Of the journal that `cursor` counts in. */
  epoch = '' as Epoch
  /** Everything in our scope up to here has been received, the marks that moved before it included. */
  cursor: Offset = NO_OFFSET
  /**
   * From `hello`, `resume` or the first `entries` until `live`. The cursor rests: marks come after a replay's entries, and a connection that
   * breaks between them must not have moved it past marks that it lacks.
   */
  isReplaying = false
  ready = false
  announcement: Announcement | null = null
  /** Of the journal behind this connection; ours only once its reset came or our cursor was accepted. */
  #epochOffered = '' as Epoch

  welcome({ takes, viewer, epoch, serverTime }: ServerFrameOf<'welcome'>): void {
    this.takes = takes
    this.viewer = viewer
    this.#epochOffered = epoch
    this.people.welcome(serverTime)
  }

  /** @returns whether it is another journal than before: nothing of the old one is there any more. */
  reset(snapshot: Snapshot): boolean {
    if (!this.viewer) return false
    const isOther = this.epoch !== '' && this.epoch !== this.#epochOffered
    this.epoch = this.#epochOffered
    this.cursor = snapshot.cursor
    this.conversations.reset(
      snapshot.conversations,
      snapshot.kind === 'visitor' ? snapshot.entries : [],
      snapshot.receipts,
      this.viewer,
    )
    // A snapshot is the whole desk's; of those outside our scope we would not hear that they left.
    const ours = new Set([...this.conversations.views().values()].map(({ summary }) => summary.visitor.id))
    this.people.reset(snapshot, ours)
    this.ready = true
    return isOther
  }

  apply(entry: Entry): Applied {
    if (!this.viewer) return 'known'
    if (!this.isReplaying) this.#moveCursor(entry.offset)
    if (entry.seq > 0) return this.#applyToConversation(entry, this.viewer)
    this.people.apply(entry)
    return 'applied'
  }

  /** The server tells of visitors only while they have an open conversation that is ours to see. */
  #applyToConversation(entry: Entry, viewer: Viewer): Applied {
    const visitor = this.conversations.get(entry.conversation)?.view.summary.visitor.id
    const applied = this.conversations.apply(entry, viewer)
    const after = this.conversations.get(entry.conversation)?.view.summary
    if (visitor !== undefined && after?.status !== 'open') this.people.visitor(visitor, false, null)
    return applied
  }

  mark(mark: ReceiptMark): void {
    if (this.viewer) this.conversations.applyMark(mark, this.viewer)
  }

  live(cursor: Offset): void {
    this.isReplaying = false
    this.ready = true
    this.#moveCursor(cursor)
  }

  /** @returns false when the newest entry sent to us never came: a silent gap. */
  beat(head: Offset, last: Offset): boolean {
    if (this.isReplaying) return true
    if (last > this.cursor) return false
    this.#moveCursor(head)
    return true
  }

  #moveCursor(to: Offset): void {
    if (to > this.cursor) this.cursor = to
  }
}
