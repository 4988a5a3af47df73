// Tells the server how far we received and read. Wishes are kept until the server's own marks confirm them, so a broken
// connection loses none; several moves become one frame.
import { limits, NO_OFFSET, type ClientFrameOf, type ConversationId, type Offset } from '#protocol'
import type { Cancel } from './environment.ts'

type Marks = { readonly delivered: Offset; readonly read: Offset }
type Surroundings = {
  after(delayMs: number, task: () => void): Cancel
  isLive(): boolean
  send(frame: ClientFrameOf<'receipt'>): boolean
}

const later = (one: Offset, other: Offset): Offset => (one > other ? one : other)
const none: Marks = { delivered: NO_OFFSET, read: NO_OFFSET }

export class ReceiptSender {
  readonly #around: Surroundings
  readonly #wanted = new Map<ConversationId, Marks>()
  /** Wanted and not yet sent on this connection. */
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
    this.#wanted.set(conversation, { delivered, read })
    this.#unsent.add(conversation)
    this.#arm()
  }

  /** How far this person has read here, told to the server or not. */
  wanted(): ReadonlyMap<ConversationId, Marks> {
    return this.#wanted
  }

  confirmed(conversation: ConversationId, marks: Marks): void {
    const wanted = this.#wanted.get(conversation)
    if (!wanted || marks.delivered < wanted.delivered || marks.read < wanted.read) return
    this.#wanted.delete(conversation)
    this.#unsent.delete(conversation)
  }

  /** On a new connection everything unconfirmed is told again. */
  live(): void {
    for (const conversation of this.#wanted.keys()) this.#unsent.add(conversation)
    this.#arm()
  }

  stop(): void {
    this.#timer?.()
    this.#timer = undefined
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
      const marks = this.#wanted.get(conversation)
      if (marks) this.#around.send({ type: 'receipt', conversation, ...marks })
    }
    this.#arm()
  }
}
