// Which conversations are worth keeping: those on screens lately, and of the closed ones the last touched (D9).
import { limits, NO_SEQ, type ConversationId, type Seq } from '#protocol'

/** Maps and sets keep the order of setting. @returns what had to leave */
const leaving = (kept: { readonly size: number; keys(): Iterable<ConversationId> }, most: number): ConversationId[] => {
  const left: ConversationId[] = []
  for (const oldest of kept.keys()) {
    if (kept.size - left.length <= most) break
    left.push(oldest)
  }
  return left
}

export class ConversationShelf {
  /** Least recently shown first. */
  readonly opened = new Set<ConversationId>()
  /** Least recently touched first. */
  readonly #closed = new Set<ConversationId>()
  /** How far conversations went that were let go: an answer under way may hold an older state of them. */
  readonly #letGo = new Map<ConversationId, Seq>()

  /** @returns those whose entries need not be kept any more. */
  show(id: ConversationId): readonly ConversationId[] {
    this.opened.delete(id)
    this.opened.add(id)
    const left = leaving(this.opened, limits.openedConversationsKept)
    for (const oldest of left) this.opened.delete(oldest)
    return left
  }

  /** @returns those that may be forgotten. */
  touch(id: ConversationId, isClosed: boolean): readonly ConversationId[] {
    this.#closed.delete(id)
    if (!isClosed) return []
    this.#closed.add(id)
    return leaving(this.#closed, limits.closedConversationsKept).filter((oldest) => !this.opened.has(oldest))
  }

  letGo(id: ConversationId, lastSeq: Seq): void {
    this.#closed.delete(id)
    this.#letGo.delete(id)
    this.#letGo.set(id, lastSeq)
    for (const oldest of leaving(this.#letGo, limits.closedConversationsKept)) this.#letGo.delete(oldest)
  }

  /** How far it went when it was let go; 0 when it never was. */
  lastSeqOf(id: ConversationId): Seq {
    return this.#letGo.get(id) ?? NO_SEQ
  }

  /** Another snapshot: old seqs mean nothing any more. What screens show stays wanted. */
  clear(): void {
    this.#closed.clear()
    this.#letGo.clear()
  }
}
