// What is known of one conversation between its first message and its close: plain data, made again from the journal
// after a restart. The step from one state to the next is `care`.
import type { AgentId, EpochMs, GroupId } from '../../protocol/index.ts'
import type { General, Group } from '../../protocol/routing-schemas.ts'

/** Its claim on a place in the queue; kept while somebody has it, because it may come back. */
export type Claim = {
  /** The groups that may answer: home first, then those it overflowed to. Never empty, never one twice. */
  readonly groups: readonly GroupId[]
  /** Since when the newest of them may. */
  readonly widenedAt: EpochMs
  readonly priority: number
  readonly isFront: boolean
  readonly queuedAt: EpochMs
  /** When it came. Of messages that join the queue at one opening, the first is the first. */
  readonly cameAt: EpochMs
  /** They said no or put it back: it does not come to them by itself until someone else had it. */
  readonly declinedBy: readonly AgentId[]
  /** They let an offer or a reply time out: asked again only when nobody else is free. */
  readonly passedBy: readonly AgentId[]
}

export type Left = {
  readonly phase: 'left'
  readonly claim: Claim
  readonly why: 'closed' | 'full'
}
export type Waiting = { readonly phase: 'waiting'; readonly claim: Claim }
export type Offered = {
  readonly phase: 'offered'
  readonly claim: Claim
  readonly agent: AgentId
  readonly offeredAt: EpochMs
}
/** An assignment is on its way to the journal. */
export type Going = { readonly phase: 'going'; readonly claim: Claim; readonly agent: AgentId }
export type Owned = {
  readonly phase: 'owned'
  readonly claim: Claim
  readonly agent: AgentId
  /** Since when the visitor has waited for an answer, whoever had it meanwhile; null when it is their turn. */
  readonly waitingSince: EpochMs | null
  /** Since when this agent has owed it. */
  readonly owedSince: EpochMs | null
  /** Since when the visitor, whose turn it is, has said nothing; null when it is the agent's. */
  readonly silentSince: EpochMs | null
  readonly warnedAt: EpochMs | null
  /** Since when the agent has been out of reach. */
  readonly goneSince: EpochMs | null
}
export type CareState = Left | Waiting | Offered | Going | Owned | { readonly phase: 'closed' }

/** The settings as they are now; they may change between any two steps. */
export type CareRules = {
  /** undefined for a deleted group. EVERYONE is always there. */
  groupOf(id: GroupId): Group | undefined
  readonly general: Pick<General, 'graceMs'>
}

/** Facts, except `tick`. Those about another agent than the one concerned change nothing. */
export type CareInput =
  /** A deadline may have passed, or a setting has changed. */
  | { readonly type: 'tick' }
  /** There is room again in the full queue in front of which a message was left. */
  | { readonly type: 'room' }
  /** Routing has found somebody. */
  | { readonly type: 'chosen'; readonly agent: AgentId }
  | { readonly type: 'accepted'; readonly agent: AgentId }
  | { readonly type: 'declined'; readonly agent: AgentId }
  /** The journal did not take the assignment. */
  | { readonly type: 'refused'; readonly agent: AgentId }
  /** The journal says who has it now, whatever was planned. */
  | { readonly type: 'assigned'; readonly agent: AgentId; readonly isThere: boolean }
  /** The journal says that nobody has it now. `by` the agent: put back; else taken away. */
  | { readonly type: 'released'; readonly agent: AgentId; readonly by: 'agent' | 'system' }
  /** The journal says that it waits for another group now. */
  | { readonly type: 'moved'; readonly group: GroupId; readonly priority: number }
  | { readonly type: 'visitorWrote' }
  | { readonly type: 'agentWrote' }
  /** The journal has the warning. */
  | { readonly type: 'warned' }
  /** `away`: takes nothing new and keeps what they have. `gone`: out of reach. */
  | { readonly type: 'agent'; readonly agent: AgentId; readonly is: 'gone' | 'back' | 'away' }
  | { readonly type: 'closed' }

export type CareEffect =
  | { readonly type: 'offer'; readonly agent: AgentId }
  | { readonly type: 'offerEnded'; readonly agent: AgentId; readonly why: 'timed_out' | 'declined' | 'unable' | 'over' }
  | { readonly type: 'assign'; readonly agent: AgentId }
  | { readonly type: 'release'; readonly agent: AgentId; readonly why: 'no_reply' | 'agent_gone' }
  /** Its place in the queues is another: `placeOf` says which. */
  | { readonly type: 'queue' }
  | { readonly type: 'warn' }
  | { readonly type: 'close' }

export type CareStep = {
  readonly state: CareState
  readonly effects: readonly CareEffect[]
  /** When the next `tick` is due; null for never. */
  readonly wakeAt: EpochMs | null
}

/** A fresh claim: nobody asked yet. */
export const claimOn = (group: GroupId, priority: number, now: EpochMs): Claim => ({
  groups: [group],
  widenedAt: now,
  priority,
  isFront: false,
  queuedAt: now,
  cameAt: now,
  declinedBy: [],
  passedBy: [],
})
