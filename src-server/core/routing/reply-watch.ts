// Finds in the journal's entries how long each owner took to reply, and with how many conversations at hand.
import { NO_AGENT, type AgentId, type ConversationId } from '../../protocol/index.ts'
import type { EntryTrace, OpenConversation } from '../../ports/journal.ts'
import type { ResponseTimes } from './response-times.ts'

export type ReplyWatch = {
  /** Starts over; what was learned stays. Replies to what was asked before count from the question. */
  load(open: readonly OpenConversation[]): void
  /** In the journal's order, each entry once. */
  apply(trace: EntryTrace): void
  /** What it has not heard of yet, as another watch knows it. */
  adopt(other: ReplyWatch): void
  readonly talks: ReadonlyMap<ConversationId, Talk>
}

type Talk = {
  owner: AgentId
  /** When the owner got it; 0 when that was before this watch began. */
  ownedSince: number
  /** Since when the visitor waits for an answer; 0 when it is their turn. */
  waitingSince: number
  hasReplied: boolean
}

export const createReplyWatch = (times: Pick<ResponseTimes, 'record'>): ReplyWatch => {
  const talks = new Map<ConversationId, Talk>()
  const loads = new Map<AgentId, number>()

  const addLoad = (agent: AgentId, by: 1 | -1): void => {
    if (agent !== NO_AGENT) loads.set(agent, (loads.get(agent) ?? 0) + by)
  }

  const follow = ({ conversation, at, owner }: EntryTrace): Talk => {
    const there = talks.get(conversation)
    if (there?.owner === owner) return there
    addLoad(there?.owner ?? NO_AGENT, -1)
    addLoad(owner, 1)
    const next = { owner, ownedSince: at, waitingSince: there?.waitingSince ?? 0, hasReplied: false }
    talks.set(conversation, next)
    return next
  }

  const forget = (conversation: ConversationId): void => {
    addLoad(talks.get(conversation)?.owner ?? NO_AGENT, -1)
    talks.delete(conversation)
  }

  const reply = (talk: Talk, at: EntryTrace['at']): void => {
    const { owner, ownedSince, waitingSince, hasReplied } = talk
    talk.waitingSince = 0
    // Who takes a conversation by replying read it before they had it: nobody knows since when.
    if (waitingSince === 0 || ownedSince === at) return
    const tookMs = at - Math.max(waitingSince, ownedSince)
    times.record({ agent: owner, kind: hasReplied ? 'later' : 'first', tookMs, load: loads.get(owner) ?? 1, at })
    talk.hasReplied = true
  }

  return {
    load(open) {
      talks.clear()
      loads.clear()
      for (const { id, owner, waitingSince } of open) {
        // Whether the owner replied before is not known; most of what is open has been answered.
        talks.set(id, { owner, ownedSince: 0, waitingSince, hasReplied: true })
        addLoad(owner, 1)
      }
    },
    talks,
    adopt(other) {
      for (const [conversation, talk] of other.talks) {
        if (talks.has(conversation)) continue
        talks.set(conversation, { ...talk })
        addLoad(talk.owner, 1)
      }
    },
    apply(trace) {
      const { kind, author, conversation, at } = trace
      if (conversation === 0) return
      if (kind === 'conversation.closed') return forget(conversation)
      const talk = follow(trace)
      if (kind !== 'message.sent') return
      if (author.kind === 'visitor') talk.waitingSince ||= at
      else if (author.kind === 'agent' && author.id === talk.owner) reply(talk, at)
      else if (author.kind === 'agent') talk.waitingSince = 0
    },
  }
}
