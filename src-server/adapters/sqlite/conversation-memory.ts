// Conversations as the one writer left them, so that a message need not read back what the message before it wrote. True only as
// long as nobody else writes and every transaction that is rolled back is forgotten.
import { limits, type ConversationId, type Offset, type VisitorId } from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import type { Verdict } from '../../core/conversation/judge.ts'

export type ConversationMemory = {
  /** `load` is asked for what is not remembered. */
  conversation(id: ConversationId, load: () => ConversationState | undefined): ConversationState | undefined
  latestOf(visitor: VisitorId, load: () => ConversationState | undefined): ConversationState | undefined
  head(load: () => Offset): Offset
  /** What was just written, in the running transaction. */
  wrote(verdict: Verdict): void
  /** The running transaction did not happen. */
  forget(): void
}

export const createConversationMemory = (most: number = limits.maxRememberedConversations): ConversationMemory => {
  /** Those asked for longest ago come first. */
  const states = new Map<ConversationId, ConversationState>()
  /** Of visitors whose newest conversation is among them. */
  const latest = new Map<VisitorId, ConversationId>()
  let newest: Offset | undefined

  const keep = (state: ConversationState): ConversationState => {
    states.delete(state.id)
    states.set(state.id, state)
    if (states.size <= most) return state
    const [oldest] = states.values()
    if (oldest) {
      states.delete(oldest.id)
      latest.delete(oldest.visitor)
    }
    return state
  }
  const keepIfAny = (state: ConversationState | undefined) => state && keep(state)

  return {
    conversation: (id, load) => keepIfAny(states.get(id) ?? load()),
    latestOf(visitor, load) {
      const known = latest.get(visitor)
      const state = keepIfAny((known === undefined ? undefined : states.get(known)) ?? load())
      if (state) latest.set(visitor, state.id)
      return state
    },
    head: (load) => (newest ??= load()),
    wrote({ entries, states: written }) {
      newest = entries.at(-1)?.entry.offset ?? newest
      for (const state of written) {
        const known = latest.get(state.visitor)
        // A new conversation is the newest of its visitor.
        if (known !== undefined && known < state.id) latest.set(state.visitor, state.id)
        keep(state)
      }
    },
    forget() {
      states.clear()
      latest.clear()
      newest = undefined
    },
  }
}
