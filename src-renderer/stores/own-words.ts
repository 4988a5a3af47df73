// What of one's own may still be changed. The author alone may, for two minutes by the server's clock, which has the last word (D2.6).
import type { ClientState, OutboxMessage } from '#client/client-state.ts'
import { isRecalled, limits, type AgentId, type ConversationId, type EpochMs, type Written } from '#protocol'
import type { OwnWords } from './edit-store.ts'

const wordsOf = ({ kind, at, body }: Written): OwnWords => {
  const { cid, text } = body
  const words: OwnWords = { cid, isNote: kind === 'note.added', at, text, files: [], quote: 0 }
  return 'files' in body ? { ...words, files: body.files, quote: body.quote ?? 0 } : words
}

const unsentWords = ({ cid, text, files, quote }: OutboxMessage): OwnWords => ({
  cid,
  isNote: false,
  at: undefined,
  text,
  files,
  quote: quote ?? 0,
})

/** @returns undefined for what is somebody else's, or gone. */
export const ownWordsOf = (entry: Written, me: AgentId): OwnWords | undefined =>
  entry.author.kind === 'agent' && entry.author.id === me && !isRecalled(entry) ? wordsOf(entry) : undefined

/** How long something of then may still be changed, in ms; 0 when it is too late. @param now by the server's clock. */
export const changeableForMs = (at: EpochMs | undefined, now: number): number =>
  at === undefined ? limits.reviseWithinMs : Math.max(0, at + limits.reviseWithinMs - now)

/** What I said last in a conversation, when it may still be changed: to the visitor, not among colleagues. */
export const lastOwnWords = (
  { conversations, outbox }: Pick<ClientState, 'conversations' | 'outbox'>,
  id: ConversationId,
  me: AgentId,
  now: number,
): OwnWords | undefined => {
  const unsent = outbox.findLast(({ conversation, state }) => conversation === id && state !== 'failed')
  if (unsent) return unsentWords(unsent)
  const last = conversations
    .get(id)
    ?.entries.findLast(
      (entry) => entry.kind === 'message.sent' && !isRecalled(entry) && ownWordsOf(entry, me) !== undefined,
    )
  if (last?.kind !== 'message.sent' || changeableForMs(last.at, now) === 0) return undefined
  return wordsOf(last)
}
