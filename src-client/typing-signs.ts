// Who is typing: signs that fade by themselves when no news comes, and our own sign, sent no more often than it fades.
import { limits, type Author, type ConversationId, type EpochMs } from '#protocol'
import type { Cancel } from './environment.ts'
import { isSameAuthor } from './receipt-marks.ts'

type Sign = { readonly conversation: ConversationId; readonly author: Author; readonly until: EpochMs }
type Timer = { now(): EpochMs; after(delayMs: number, task: () => void): Cancel }

export class TypingSigns {
  readonly #timer: Timer
  readonly #changed: (conversation: ConversationId, typing: readonly Author[]) => void
  #signs: readonly Sign[] = []
  #cancel: Cancel | undefined
  /** When we last told that we type, by conversation. */
  readonly #told = new Map<ConversationId, EpochMs>()

  constructor(timer: Timer, changed: (conversation: ConversationId, typing: readonly Author[]) => void) {
    this.#timer = timer
    this.#changed = changed
  }

  seen(conversation: ConversationId, author: Author, active: boolean): void {
    const others = this.#signs.filter(
      (sign) => sign.conversation !== conversation || !isSameAuthor(sign.author, author),
    )
    const until = (this.#timer.now() + limits.typingFadesMs) as EpochMs
    this.#signs = active ? [...others, { conversation, author, until }] : others
    this.#tell(conversation)
    this.#arm()
  }

  /** Nobody is known to type any more: the connection went. */
  clear(): void {
    const conversations = new Set(this.#signs.map((sign) => sign.conversation))
    this.#signs = []
    this.#told.clear()
    for (const conversation of conversations) this.#tell(conversation)
    this.#arm()
  }

  /** Whether our own sign has to be sent now, given how long the last one lasts on the other side. */
  shouldTell(conversation: ConversationId, active: boolean): boolean {
    const told = this.#told.get(conversation)
    if (!active) return this.#told.delete(conversation)
    const now = this.#timer.now()
    // One in the future was told before the clock was set back.
    if (told !== undefined && told <= now && now - told < limits.typingFadesMs / 2) return false
    this.#told.set(conversation, now)
    return true
  }

  #tell(conversation: ConversationId): void {
    this.#changed(
      conversation,
      this.#signs.filter((sign) => sign.conversation === conversation).map((sign) => sign.author),
    )
  }

  #arm(): void {
    this.#cancel?.()
    this.#cancel = undefined
    const next = Math.min(...this.#signs.map((sign) => sign.until))
    if (next === Infinity) return
    this.#cancel = this.#timer.after(Math.max(0, next - this.#timer.now()), () => this.#fade())
  }

  #fade(): void {
    const now = this.#timer.now()
    // Longer than any sign lasts: the clock was set back.
    const isFaded = ({ until }: Sign): boolean => until <= now || until > now + limits.typingFadesMs
    const faded = this.#signs.filter(isFaded)
    this.#signs = this.#signs.filter((sign) => !isFaded(sign))
    for (const conversation of new Set(faded.map((sign) => sign.conversation))) this.#tell(conversation)
    this.#arm()
  }
}
