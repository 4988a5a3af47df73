// Tells the server how far we received and read. Receipts have no answer, so each is told again until the server's own
// marks confirm it, a few times on each connection: some have nothing new in them. Several moves become one frame.
import { limits, NO_OFFSET, type ClientFrameOf, type ConversationId, type Offset } from '#protocol'
import type { Cancel } from './environment.ts'

type Marks = { readonly delivered: Offset; readonly read: Offset }
type Wanted = Marks & { readonly timesSent: number }
type Surroundings = {
  after(delayMs: number, task: () => void): Cancel
  isLive(): boolean
  send(frame: ClientFrameOf<'receipt'>): boolean
}

const later = (one: Offset, other: Offset): Offset => (one > other ? one : other)
const none: Marks = { delivered: NO_OFFSET, read: NO_OFFSET }

/** On one connection, a heartbeat apart: a disk that was full for a moment has recovered by then. */
const MAX_TIMES_SENT = 5

export class ReceiptSender {
  readonly #around: Surroundings
  readonly #wanted = new Map<ConversationId, Wanted>()
  /** Wanted and due to be sent. */
  readonly #unsent = new Set<ConversationId>()
  #timer: Cancel | undefined

  constructor(around: Surroundings) {
    this.#around = around
  }

  want(conversation: ConversationId, marks: Partial<Marks>): void {
    const old = this.#wanted.get(conversation) ?? none
    const read = later(old.read, marks.read ?? NO_OFFSET)
    // Who has read it has received it.
    const delivered = later(later(old.delivered, marks.delivered ?? NO_OFFSET), read)
    if (delivered === old.delivered && read === old.read) return
    this.#wanted.delete(conversation)
    this.#wanted.set(conversation, { delivered, read, timesSent: 0 })
    this.#unsent.add(conversation)
    for (const oldest of this.#wanted.keys()) {
      if (this.#wanted.size <= limits.closedConversationsKept) break
      this.#forget(oldest)
    }
    this.#arm()
  }

  /** How far this person has read here, told to the server or not. */
  wanted(): ReadonlyMap<ConversationId, Marks> {
    return this.#wanted
  }

  confirmed(conversation: ConversationId, marks: Marks): void {
    const wanted = this.#wanted.get(conversation)
    if (!wanted || marks.delivered < wanted.delivered || marks.read < wanted.read) return
    this.#forget(conversation)
  }

  /** A new connection knows of nothing yet. */
  live(): void {
    for (const [conversation, { delivered, read }] of this.#wanted)
      this.#wanted.set(conversation, { delivered, read, timesSent: 0 })
    this.tellAgain()
  }

  /** At each heartbeat. */
  tellAgain(): void {
    for (const [conversation, { timesSent }] of this.#wanted)
      if (timesSent < MAX_TIMES_SENT) this.#unsent.add(conversation)
    this.#arm()
  }

  clear(): void {
    this.#wanted.clear()
    this.#unsent.clear()
  }

  stop(): void {
    this.#timer?.()
    this.#timer = undefined
  }

  #forget(conversation: ConversationId): void {
    this.#wanted.delete(conversation)
    this.#unsent.delete(conversation)
  }

  #arm(): void {
    if (this.#timer || this.#unsent.size === 0 || !this.#around.isLive()) return
    this.#timer = this.#around.after(limits.receiptFlushMs, () => {
      this.#timer = undefined
      this.#flush()
    })
  }

  #flush(): void {
    if (!this.#around.isLive()) return
    for (const conversation of [...this.#unsent].slice(0, limits.receiptsPerFlush)) {
      this.#unsent.delete(conversation)
      const wanted = this.#wanted.get(conversation)
      if (!wanted) continue
      const { delivered, read, timesSent } = wanted
      this.#around.send({ type: 'receipt', conversation, delivered, read })
      this.#wanted.set(conversation, { delivered, read, timesSent: timesSent + 1 })
    }
    this.#arm()
  }
}
