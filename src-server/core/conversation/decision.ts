// The answer of a decision: what is to be written, or that nothing has to be.
import {
  NO_AGENT,
  NO_CONVERSATION,
  NO_OFFSET,
  NO_SEQ,
  ok,
  type AgentId,
  type Author,
  type ConversationId,
  type EntryDraft,
  type EpochMs,
  type Ok,
} from '../../protocol/index.ts'
import type { Actor, Outcome } from '../../ports/command.ts'
import type { ReceiptRecord } from './decision-context.ts'

export type PlacedDraft = { readonly conversation: ConversationId; readonly draft: EntryDraft }

/** What belongs to an entry but must not stand in the journal. */
export type Effect =
  | { readonly type: 'login'; readonly agent: AgentId; readonly login: string; readonly key: string }
  | { readonly type: 'password'; readonly agent: AgentId; readonly hash: string }
  | { readonly type: 'end-sessions'; readonly agent: AgentId }

export type Append = {
  readonly type: 'append'
  readonly drafts: readonly PlacedDraft[]
  /** Index of the draft that the command was about. */
  readonly main: number
  readonly agent: AgentId
  readonly effects: readonly Effect[]
}

export type Decision =
  | Append
  | { readonly type: 'mark'; readonly record: ReceiptRecord }
  /** Nothing to write: a duplicate, or already so. */
  | { readonly type: 'settled'; readonly outcome: Outcome }

export const append = (
  drafts: readonly PlacedDraft[],
  extra: Partial<Pick<Append, 'main' | 'agent' | 'effects'>> = {},
): Ok<Append> => ok({ type: 'append', drafts, main: drafts.length - 1, agent: NO_AGENT, effects: [], ...extra })

/** It is already as asked. */
export const unchanged = (
  at: EpochMs,
  about: { readonly conversation?: ConversationId; readonly agent?: AgentId } = {},
): Ok<Decision> => ok({ type: 'settled', outcome: emptyOutcome(at, about) })

export const emptyOutcome = (
  at: EpochMs,
  about: { readonly conversation?: ConversationId; readonly agent?: AgentId } = {},
): Outcome => ({
  conversation: about.conversation ?? NO_CONVERSATION,
  offset: NO_OFFSET,
  seq: NO_SEQ,
  at,
  duplicate: false,
  agent: about.agent ?? NO_AGENT,
})

/** How an actor signs entries: the conversation's one visitor is 0 on the wire. */
export const authorOf = (actor: Actor): Author =>
  actor.kind === 'agent' ? { kind: 'agent', id: actor.id } : { kind: actor.kind, id: 0 }
