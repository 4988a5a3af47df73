// Journal entries for tests, numbered as a journal numbers them: offsets over everything, seq by conversation.
import {
  NO_CONVERSATION,
  type ConversationId,
  type Entry,
  type EntryDraft,
  type EpochMs,
  type Offset,
  type Seq,
  type VisitorId,
  type VisitorProfile,
} from '../protocol/index.ts'

export const someVisitor = (id: number, name = ''): VisitorProfile => ({
  id: id as VisitorId,
  name,
  locale: 'zh-CN',
  userAgent: '',
  tags: [],
  page: { url: '', title: '', referrer: '' },
})

export type EntryMaker = {
  /** The next entry of this journal; conversation 0 is the office itself. */
  make(conversation: number, draft: EntryDraft): Entry
  /** Everything made so far. */
  readonly entries: readonly Entry[]
}

export const createEntryMaker = (startMs = 1_750_000_000_000): EntryMaker => {
  const entries: Entry[] = []
  const seqs = new Map<number, number>()
  return {
    entries,
    make(conversation, draft) {
      const seq = conversation === NO_CONVERSATION ? 0 : (seqs.get(conversation) ?? 0) + 1
      seqs.set(conversation, seq)
      const offset = (entries.length + 1) as Offset
      const at = (startMs + offset) as EpochMs
      const entry: Entry = { ...draft, offset, at, conversation: conversation as ConversationId, seq: seq as Seq }
      entries.push(entry)
      return entry
    },
  }
}
