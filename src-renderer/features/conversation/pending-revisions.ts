// Edits and recalls of mine that are on their way, drawn as if they had arrived: what was done shows at once. One that failed shows nothing of
// itself here: the words are what they were. Pure.
import type { OutboxMessage, OutboxRevision } from '#client/client-state.ts'
import { asRevised, isWritten, type AgentId, type Cid, type Entry, type EntryOf, type Offset } from '#protocol'

export type Pending = {
  readonly entries: readonly Entry[]
  readonly outbox: readonly OutboxMessage[]
  /** Of the outbox, what is being recalled. */
  readonly leaving: ReadonlySet<Cid> | undefined
}

/** The same lists when nothing is on its way. */
export function withPending(
  entries: readonly Entry[],
  outbox: readonly OutboxMessage[],
  revisions: readonly OutboxRevision[],
  me: AgentId,
): Pending {
  const newest = new Map(
    revisions.filter(({ state }) => state !== 'failed').map((revision) => [revision.revises.message, revision]),
  )
  if (newest.size === 0) return { entries, outbox, leaving: undefined }
  const isLeaving = (cid: Cid): boolean => newest.get(cid)?.revises.isRecall === true
  return {
    entries: entries.map((entry) => {
      if (!isWritten(entry) || entry.author.kind !== 'agent' || entry.author.id !== me) return entry
      const revision = newest.get(entry.body.cid)
      return revision ? asPending(entry, revision) : entry
    }),
    outbox: outbox.map((message) => {
      const revision = newest.get(message.cid)
      return revision && !revision.revises.isRecall ? { ...message, text: revision.text } : message
    }),
    leaving: new Set(outbox.map(({ cid }) => cid).filter(isLeaving)),
  }
}

/** As the journal will have it: after what it has by now. */
function asPending(
  entry: EntryOf<'message.sent'> | EntryOf<'note.added'>,
  { createdAt, text, revises }: OutboxRevision,
): Entry {
  if (entry.body.revision?.recalled) return entry
  const offset = ((entry.body.revision?.offset ?? entry.offset) + 1) as Offset
  return asRevised(entry, { offset, at: createdAt, text: revises.isRecall ? null : text })
}
