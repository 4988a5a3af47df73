// From a command to everything a store has to write for it: the decision, numbered and folded into the projections.
import {
  NO_AGENT,
  NO_CONVERSATION,
  NO_SEQ,
  ok,
  type AgentId,
  type ConversationId,
  type Entry,
  type EpochMs,
  type Offset,
  type Result,
  type Seq,
} from '../../protocol/index.ts'
import type { Command, Outcome } from '../../ports/command.ts'
import type { CommittedEntry, CommittedReceipt } from '../../ports/journal.ts'
import { evolve, type ConversationState } from './conversation-state.ts'
import { decide } from './decide.ts'
import { emptyOutcome, type Append, type Effect } from './decision.ts'
import type { DecisionContext, ReceiptRecord } from './decision-context.ts'

export type Verdict = {
  readonly outcome: Outcome
  /** Offsets follow the journal's head without a gap, seqs their conversation's last (D3). */
  readonly entries: readonly CommittedEntry[]
  /** The touched conversations as they are after the entries. */
  readonly states: readonly ConversationState[]
  readonly effects: readonly Effect[]
  readonly receipt: { readonly record: ReceiptRecord; readonly committed: CommittedReceipt } | undefined
}

const nothing = { entries: [], states: [], effects: [], receipt: undefined } as const

const numbered = (context: DecisionContext, decision: Append, now: EpochMs): Verdict => {
  const states = new Map<ConversationId, ConversationState>()
  const stateOf = (id: ConversationId): ConversationState | undefined => states.get(id) ?? context.conversation(id)
  const entries: CommittedEntry[] = []
  let offset = context.head()
  for (const { conversation, draft } of decision.drafts) {
    offset = (offset + 1) as Offset
    if (conversation === NO_CONVERSATION) {
      const entry: Entry = { offset, at: now, conversation, seq: NO_SEQ, ...draft }
      entries.push({ entry, visitor: 0, owner: NO_AGENT, previousOwner: NO_AGENT })
      continue
    }
    const before = stateOf(conversation)
    const entry: Entry = { offset, at: now, conversation, seq: ((before?.lastSeq ?? NO_SEQ) + 1) as Seq, ...draft }
    const after = evolve(before, entry)
    states.set(conversation, after)
    const previousOwner: AgentId = before?.owner ?? NO_AGENT
    entries.push({ entry, visitor: after.visitor, owner: after.owner, previousOwner })
  }
  const main = entries[decision.main]?.entry
  if (!main) throw new Error('a decision names a main draft that it does not have')
  return {
    ...nothing,
    outcome: {
      conversation: main.conversation,
      offset: main.offset,
      seq: main.seq,
      at: now,
      duplicate: false,
      agent: decision.agent,
    },
    entries,
    states: [...states.values()],
    effects: decision.effects,
  }
}

/** Decides one command against the context. Pure: what it returns becomes true when the adapter has written it. */
export const judge = (context: DecisionContext, command: Command, now: EpochMs): Result<Verdict> => {
  const decided = decide(context, command, now)
  if (!decided.ok) return decided
  const decision = decided.value
  switch (decision.type) {
    case 'settled':
      return ok({ ...nothing, outcome: decision.outcome })
    case 'append':
      return ok(numbered(context, decision, now))
    case 'mark': {
      const { record } = decision
      const state = context.conversation(record.mark.conversation)
      if (!state) throw new Error('a receipt was decided for a conversation that is not there')
      const committed: CommittedReceipt = { mark: record.mark, visitor: state.visitor, owner: state.owner }
      return ok({
        ...nothing,
        outcome: emptyOutcome(now, { conversation: state.id }),
        receipt: { record, committed },
      })
    }
    default:
      return decision satisfies never
  }
}
