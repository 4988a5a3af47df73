// Whose a conversation is to read. The one rule: history, and what a search finds, follow it.
import type { VisitorId } from '../../protocol/index.ts'
import type { Reader } from '../../ports/journal.ts'

/** Visitors their own, agents every one: a scope says what is delivered unasked (SPEC D7.29). */
export const mayRead = (reader: Reader, { visitor }: { readonly visitor: VisitorId }): boolean =>
  reader.kind === 'agent' || visitor === reader.id
