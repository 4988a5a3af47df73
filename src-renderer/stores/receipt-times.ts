// When this window saw what it knows of a message's way: written here, on the visitor's screen, read. The server keeps how far a reader got, not
// when; so a time is either witnessed, or "at the latest". In memory, by the server's clock.
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import { NO_OFFSET, type Cid, type ConversationId, type EpochMs, type Offset, type ReceiptMark } from '#protocol'

export type Witnessed = {
  readonly at: EpochMs
  /** Seen as it happened; otherwise it was so already when this window came to know of it. */
  readonly isExact: boolean
}

export type ReceiptTimes = {
  /** Begins to follow the client. @returns how to stop */
  readonly watch: () => () => void
  /** When the visitor's mark passed a message; undefined while it has not, or when nothing is known. */
  readonly of: (conversation: ConversationId, offset: Offset, what: 'delivered' | 'read') => Witnessed | undefined
  /** When this window wrote it; undefined for what was written elsewhere, or before a reload. */
  readonly written: (cid: Cid) => EpochMs | undefined
}

type Move = Witnessed & { readonly upTo: Offset }
type Moves = { readonly marks: readonly ReceiptMark[]; readonly delivered: Move[]; readonly read: Move[] }

/** Of a conversation, the newest: a day of lively talk. What lies before them is told "at the latest". */
export const maxMovesKept = 200
/** Messages of this window whose time of writing is remembered: a day's work. */
export const maxWrittenKept = 1_000

const farthest = (marks: readonly ReceiptMark[], what: 'delivered' | 'read'): Offset =>
  marks.find(({ reader }) => reader.kind === 'visitor')?.[what] ?? NO_OFFSET

const note = (moves: Move[], upTo: Offset, witnessed: Witnessed): void => {
  if (upTo <= (moves.at(-1)?.upTo ?? NO_OFFSET)) return
  moves.push({ ...witnessed, upTo })
  if (moves.length <= maxMovesKept) return
  moves.shift()
  const [oldest] = moves
  // What it passed is no longer known from what was passed before.
  if (oldest) moves[0] = { ...oldest, isExact: false }
}

export function createReceiptTimes(client: Pick<Client, 'state' | 'subscribe'>, now: () => number): ReceiptTimes {
  let known = new Map<ConversationId, Moves>()
  let seen: Pick<ClientState, 'conversations' | 'outbox'> | undefined
  const written = new Map<Cid, EpochMs>()

  const follow = (conversations: ClientState['conversations'], isLive: boolean, at: EpochMs): void => {
    const next = new Map<ConversationId, Moves>()
    for (const [id, { marks }] of conversations) {
      const before = known.get(id)
      if (before?.marks === marks) {
        next.set(id, before)
        continue
      }
      const { delivered, read } = before ?? { delivered: [], read: [] }
      const witnessed = { at, isExact: isLive && before !== undefined }
      note(delivered, farthest(marks, 'delivered'), witnessed)
      note(read, farthest(marks, 'read'), witnessed)
      next.set(id, { marks, delivered, read })
    }
    known = next
  }
  const look = (): void => {
    const { conversations, outbox, link, clockAheadMs = 0 } = client.state()
    if (conversations !== seen?.conversations)
      follow(conversations, link.kind === 'live', (now() + clockAheadMs) as EpochMs)
    if (outbox !== seen?.outbox) {
      for (const { cid, createdAt } of outbox)
        if (!written.has(cid)) written.set(cid, (createdAt + clockAheadMs) as EpochMs)
      for (const cid of written.keys()) {
        if (written.size <= maxWrittenKept) break
        written.delete(cid)
      }
    }
    seen = { conversations, outbox }
  }

  return {
    watch: () => {
      look()
      return client.subscribe(look)
    },
    of: (conversation, offset, what) => {
      const move = known.get(conversation)?.[what].find(({ upTo }) => upTo >= offset)
      return move && { at: move.at, isExact: move.isExact }
    },
    written: (cid) => written.get(cid),
  }
}
