// The search port: what people wrote, over all history. It may run a moment behind the journal, and says by how much.
import type {
  AgentId,
  ConversationId,
  ConversationSummary,
  EpochMs,
  GroupId,
  IntentId,
  Offset,
} from '../protocol/index.ts'
import type { PersonHit, SearchAuthors, SearchHit } from '../protocol/search-schemas.ts'
import type { Reader } from './journal.ts'

export type SearchQuery = {
  readonly text: string
  /** Only older hits than this offset; 0 for the newest. */
  readonly before: Offset
  readonly limit: number
  readonly conversation?: ConversationId | undefined
  readonly by?: SearchAuthors | undefined
  /** Who wrote it, or had the conversation then. */
  readonly agent?: AgentId | undefined
  /** From this moment on, and before that one. */
  readonly from?: EpochMs | undefined
  readonly until?: EpochMs | undefined
  // Of the conversation or its visitor, as they are now:
  readonly status?: ConversationSummary['status'] | undefined
  readonly group?: GroupId | undefined
  readonly intent?: IntentId | undefined
  readonly tag?: string | undefined
}

export type SearchSlice = {
  /** Newest first. */
  readonly hits: readonly SearchHit[]
  /** Those that the hits and people name. */
  readonly conversations: readonly ConversationSummary[]
  /** Visitors by name, newest first; only with the newest hits (`before` 0). */
  readonly people: readonly PersonHit[]
  /** `before` of what lies further back, also when nothing was found so far; 0: all was looked through. */
  readonly next: Offset
  /** Entries that the index has not seen yet. */
  readonly behind: number
}

export type MessageSearch = {
  /** Looks back for about limits.searchSliceMs, so that nobody who reads waits long behind a search. Finds nothing that the reader may not read. */
  slice(reader: Reader, query: SearchQuery): Promise<SearchSlice>
}
