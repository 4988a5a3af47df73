// What routing wants to know of a visitor who begins to wait: their tags, their language, and who helped them last.
import {
  NO_AGENT,
  NO_OFFSET,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type VisitorId,
} from '../../protocol/index.ts'
import type { Journal, Reader } from '../../ports/journal.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'

export type ArrivalFacts = {
  readonly tags: readonly string[]
  readonly locale: string
  readonly lastHelp: { readonly agent: AgentId; readonly at: EpochMs } | undefined
}

/** This conversation and the two before it: enough to find who helped last, even when one of them was never answered. */
const RECENT = 3

/** The server asks for itself: it may see everything. */
export const ITSELF: Reader = { kind: 'agent', id: NO_AGENT, scope: 'all' }

export type GatherFacts = (visitor: VisitorId, conversation: ConversationId) => Promise<ArrivalFacts>

/** Rejects when the store cannot be read. */
export const createGatherFacts =
  (journal: Pick<Journal, 'list'>, visitors: Pick<VisitorStore, 'profile'>): GatherFacts =>
  async (visitor, conversation) => {
    const query = { view: 'visitor', visitor, before: NO_OFFSET, limit: RECENT } as const
    const [profile, recent] = await Promise.all([visitors.profile(visitor), journal.list(ITSELF, query)])
    // The owner stays with a closed conversation.
    const helped = recent.conversations.find(({ id, owner }) => id !== conversation && owner !== NO_AGENT)
    return {
      tags: profile?.tags ?? [],
      locale: profile?.locale ?? '',
      lastHelp: helped && { agent: helped.owner, at: helped.lastMessage?.at ?? helped.openedAt },
    }
  }
