// What truly happened, as the simulation saw it: what people wrote, what the desk acknowledged, and the journal itself.
import type { CommittedEntry, CommittedGroup } from '../../ports/journal.ts'
import {
  asRevised,
  isWritten,
  limits,
  NO_AGENT,
  type AgentId,
  type Cid,
  type ConversationId,
  type Entry,
  type EntryOf,
  type Offset,
  type Seq,
} from '../../protocol/index.ts'
import { entryToWire } from '../../protocol/wire-entry.ts'

/** Anything that must not be. Its message says what; the run adds the seed and the operations. */
class BrokenPromise extends Error {}

export const demand = (isHeld: boolean, promise: string): void => {
  if (!isHeld) throw new BrokenPromise(promise)
}

export type Written = {
  readonly cid: Cid
  /** `visitor 3` or `agent 2`. */
  readonly author: string
  readonly text: string
  /** What an agent had before them when they wrote it. */
  readonly seen: Seq | undefined
  /** The client's generation that wrote it: within one, messages keep their order. */
  readonly writer: string
}

export type Acknowledged = { readonly cid: Cid; readonly author: string; readonly offset: Offset; readonly seq: Seq }

export const authorName = ({ entry, visitor }: CommittedEntry): string =>
  entry.author.kind === 'visitor' ? `visitor ${visitor}` : `${entry.author.kind} ${entry.author.id}`

export type SimulationRecord = {
  readonly written: Map<string, Written>
  readonly acknowledged: Acknowledged[]
  /** Keys of messages that were shown as failed at some time. */
  readonly failed: Set<string>
  /** Keys of messages that the desk refused for good and their writer took back. */
  readonly discarded: Set<string>
  readonly journal: readonly CommittedEntry[]
  /** An entry of it as it reads now, or did once the journal was so long. */
  currently(entry: Entry, upTo?: Offset): Entry
  readonly counts: Map<string, number>
  count(what: string, by?: number): void
  /** Takes a committed group and checks what every journal must hold. What it finds is kept for `broken`. */
  committed(group: CommittedGroup): void
  /** Throws what a committed group broke: a listener of the store must not. */
  complain(): void
}

/** What goes through an outbox. */
export const hasCid = (entry: Entry): entry is EntryOf<'message.sent'> | EntryOf<'message.revised'> =>
  entry.kind === 'message.sent' || entry.kind === 'message.revised'

/** For comparing: what went over the wire says nil where nothing was said. */
export const wireOf = (entry: Entry): string => JSON.stringify(entryToWire(entry))

export const writtenKey = (author: string, cid: string): string => `${author} ${cid}`

export const createSimulationRecord = (): SimulationRecord => {
  const journal: CommittedEntry[] = []
  const written = new Map<string, Written>()
  const stored = new Set<string>()
  const seqs = new Map<ConversationId, number>()
  const owners = new Map<ConversationId, AgentId>()
  const answers = new Map<ConversationId, readonly { readonly author: number; readonly seq: Seq }[]>()
  const counts = new Map<string, number>()
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by)
  const revisions = new Map<Offset, EntryOf<'message.revised'>[]>()
  let broken: Error | undefined

  const currently = (entry: Entry, upTo?: Offset): Entry => {
    const newest = revisions.get(entry.offset)?.findLast(({ offset }) => offset <= (upTo ?? offset))
    const first = journal[entry.offset - 1]?.entry
    if (!newest || !first || !isWritten(first)) return first ?? entry
    return asRevised(first, { offset: newest.offset, at: newest.at, text: newest.body.text })
  }

  const checkMessage = (item: CommittedEntry): void => {
    const { entry } = item
    if (!hasCid(entry)) return
    const key = writtenKey(authorName(item), entry.body.cid)
    demand(written.get(key)?.text === (entry.body.text ?? ''), `[D1] nobody wrote what is stored at ${entry.offset}`)
    demand(!stored.has(key), `[D2] ${key} is stored twice`)
    stored.add(key)
    if (entry.kind === 'message.sent') checkAnswers(entry)
  }

  /** SPEC D5.2: an answer goes out over no colleague's that its writer had not seen. */
  const checkAnswers = ({ author, conversation, seq, body }: EntryOf<'message.sent'>): void => {
    if (author.kind !== 'agent') return
    const seen = written.get(writtenKey(`agent ${author.id}`, body.cid))?.seen
    const newest = answers.get(conversation) ?? []
    const missed = seen === undefined ? undefined : newest.find((one) => one.author !== author.id && one.seq > seen)
    demand(missed === undefined, `[D5.2] ${author.id} answered ${conversation} over ${missed?.author}'s ${missed?.seq}`)
    answers.set(conversation, [...newest, { author: author.id, seq }])
  }

  /** By its author, in time, and nothing after a recall. */
  const checkRevision = (item: CommittedEntry): void => {
    const { entry } = item
    if (entry.kind !== 'message.revised') return
    const { message } = entry.body
    const original = journal[message - 1]
    const name = `[D2.6] ${entry.offset} revises ${message}`
    demand(
      original?.entry.kind === 'message.sent' && original.entry.conversation === entry.conversation,
      `${name}, which is no message there`,
    )
    demand(original !== undefined && authorName(original) === authorName(item), `${name} of somebody else`)
    demand(original !== undefined && entry.at - original.entry.at <= limits.reviseWithinMs, `${name} too late`)
    const before = original && currently(original.entry)
    demand(before?.kind === 'message.sent' && before.body.revision?.recalled !== true, `${name}, which was recalled`)
    revisions.set(message, [...(revisions.get(message) ?? []), entry])
  }

  const checkOwner = ({ entry, owner }: CommittedEntry): void => {
    const before = owners.get(entry.conversation) ?? NO_AGENT
    if (entry.kind === 'conversation.assigned')
      demand(entry.body.previous === before, `[D7] ${entry.conversation} was ${before}'s, not ${entry.body.previous}'s`)
    if (entry.kind === 'conversation.transferred')
      demand(entry.body.from === before, `[D7] ${entry.conversation} was ${before}'s, not ${entry.body.from}'s`)
    owners.set(entry.conversation, owner)
  }

  const take = (item: CommittedEntry): void => {
    const { entry } = item
    demand(entry.offset === journal.length + 1, `[D3] offset ${entry.offset} follows ${journal.length}`)
    if (entry.conversation > 0) {
      const seq = (seqs.get(entry.conversation) ?? 0) + 1
      demand(entry.seq === seq, `[D3] seq ${entry.seq} of ${entry.conversation} should be ${seq}`)
      seqs.set(entry.conversation, seq)
      checkOwner(item)
    }
    checkMessage(item)
    checkRevision(item)
    count(entry.kind)
    journal.push(item)
  }

  return {
    written,
    acknowledged: [],
    failed: new Set(),
    discarded: new Set(),
    journal,
    currently,
    counts,
    count,
    committed({ entries, receipts }) {
      count('receipts', receipts.length)
      try {
        for (const item of entries) take(item)
      } catch (error) {
        broken ??= error instanceof Error ? error : new Error(String(error))
      }
    },
    complain() {
      if (broken) throw broken
    },
  }
}
