// What truly happened, as the simulation saw it: what people wrote, what the desk acknowledged, and the journal itself.
import type { CommittedEntry, CommittedGroup } from '../../ports/journal.ts'
import {
  NO_AGENT,
  type AgentId,
  type Cid,
  type ConversationId,
  type EntryOf,
  type Offset,
  type Seq,
} from '../../protocol/index.ts'

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
  readonly counts: Map<string, number>
  count(what: string, by?: number): void
  /** Takes a committed group and checks what every journal must hold. What it finds is kept for `broken`. */
  committed(group: CommittedGroup): void
  /** Throws what a committed group broke: a listener of the store must not. */
  complain(): void
}

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
  let broken: Error | undefined

  const checkMessage = (item: CommittedEntry): void => {
    const { entry } = item
    if (entry.kind !== 'message.sent') return
    const key = writtenKey(authorName(item), entry.body.cid)
    demand(written.get(key)?.text === entry.body.text, `[D1] nobody wrote what is stored at ${entry.offset}`)
    demand(!stored.has(key), `[D2] ${key} is stored twice`)
    stored.add(key)
    checkAnswers(entry)
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
    count(entry.kind)
    journal.push(item)
  }

  return {
    written,
    acknowledged: [],
    failed: new Set(),
    discarded: new Set(),
    journal,
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
