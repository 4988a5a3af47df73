// What is known of a message's way, from what this window witnessed and what follows from it. Pure.
import type { ConversationView, MessageState } from '#client/client-state.ts'
import type { Author, Cid, ConversationId, EpochMs, Offset } from '#protocol'
import type { ReceiptTimes } from './receipt-times.ts'

export type LedgerTime =
  | { readonly kind: 'at'; readonly at: EpochMs }
  /** It was so at this time; since when is not known. */
  | { readonly kind: 'by'; readonly at: EpochMs }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not yet' }

export type LedgerLine = { readonly step: 'written' | 'stored' | 'delivered' | 'read'; readonly time: LedgerTime }

export type Sent = {
  readonly cid: Cid
  readonly author: Author
  readonly at: EpochMs
  /** undefined: not stored yet. */
  readonly offset: Offset | undefined
}

const notYet: LedgerTime = { kind: 'not yet' }
const unknown: LedgerTime = { kind: 'unknown' }

const answerAfter = ({ entries }: ConversationView, offset: Offset): EpochMs | undefined => {
  const index = entries.findLastIndex((entry) => entry.offset <= offset)
  return entries.slice(index + 1).find(({ kind, author }) => kind === 'message.sent' && author.kind === 'visitor')?.at
}

/** The earlier of two that both say "by then". */
const earlier = (one: EpochMs | undefined, other: EpochMs | undefined): LedgerTime => {
  const at = one === undefined ? other : other === undefined || one < other ? one : other
  return at === undefined ? unknown : { kind: 'by', at }
}

/** Local, stored, delivered, read. */
export function ledgerOf(
  { cid, at, offset }: Sent,
  state: MessageState,
  view: ConversationView,
  times: Pick<ReceiptTimes, 'of' | 'written'>,
): readonly LedgerLine[] {
  const conversation: ConversationId = view.summary.id
  const written = times.written(cid)
  const ofReading = (what: 'delivered' | 'read'): LedgerTime => {
    const isThere = what === 'read' ? state === 'read' : state === 'read' || state === 'delivered'
    if (offset === undefined || !isThere) return notYet
    const witnessed = times.of(conversation, offset, what)
    if (witnessed?.isExact) return { kind: 'at', at: witnessed.at }
    // Whoever answers has read: the answer has a time of the server's own.
    return earlier(witnessed?.at, answerAfter(view, offset))
  }
  return [
    { step: 'written', time: written === undefined ? unknown : { kind: 'at', at: written } },
    { step: 'stored', time: offset === undefined ? notYet : { kind: 'at', at } },
    { step: 'delivered', time: ofReading('delivered') },
    { step: 'read', time: ofReading('read') },
  ]
}
