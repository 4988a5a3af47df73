// Which conversations I am asked to take, and which of mine I asked a colleague about. True only now: every connection is told anew.
import type { ConversationId, EpochMs, Offer, ServerFrameOf } from '#protocol'
import type { Cancel } from './environment.ts'

export type OfferOver = Pick<ServerFrameOf<'offerOver'>, 'why' | 'note'> & {
  /** What had been offered. */
  readonly offer: Offer
}

export class OfferTable {
  open: ReadonlyMap<ConversationId, Offer> = new Map()
  /** How far the server's clock is ahead of ours. */
  aheadMs = 0
  #now: (() => EpochMs) | undefined
  readonly #listeners = new Set<(over: OfferOver) => void>()

  opened(frame: ServerFrameOf<'offer'>): void {
    const until = (frame.until - this.aheadMs) as EpochMs
    this.open = new Map(this.open).set(frame.conversation, { ...frame, until })
  }

  over({ conversation, agent, why, note }: ServerFrameOf<'offerOver'>): void {
    const offer = this.open.get(conversation)
    if (!offer || offer.agent !== agent) return
    const open = new Map(this.open)
    open.delete(conversation)
    this.open = open
    for (const listener of this.#listeners) listener({ offer, why, note })
  }

  /** Our own clock, by which `until` is told. */
  setClock(now: () => EpochMs): void {
    this.#now = now
  }

  begin(serverTime: EpochMs): void {
    this.aheadMs = serverTime - (this.#now?.() ?? serverTime)
    if (this.open.size > 0) this.open = new Map()
  }

  onOver(listener: (over: OfferOver) => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
