// The routing decisions of a conversation, explained (D8): what the server answers to "why her, and why not him". Clients
// import types only.
import { Type, type Static } from 'typebox'
import { authorKinds } from './domain.ts'
import type { AgentId, EpochMs, GroupId, IntentId, Offset } from './ids.ts'

const number = <Id extends number>() => Type.Unsafe<Id>(Type.Integer({ minimum: 0 }))
const text = Type.String()
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values]))

/** What became of one colleague in a decision. Each is one plain sentence on the desk. */
export const decisionWhys = [
  'chosen',
  'full',
  'away',
  'busy',
  'offline',
  'language',
  'declined',
  'not_member',
  'weight',
  'not_drawn',
  /** More in use of what they may carry. */
  'more_load',
  /** Slower, or of less weight: the same load would have been more to them. */
  'slower',
  /** As good, but the chosen one had waited longer for a conversation. */
  'shorter_idle',
  /** The visitor knew the chosen one. */
  'not_known',
  // Of colleagues who are not in the list of candidates at all:
  /** The rule named others. */
  'not_named',
  /** No active colleague then, or added later. */
  'not_there',
  /** Further behind than the candidates that are kept. */
  'not_noted',
  /** A person decided, nobody was compared. */
  'by_hand',
] as const
export type DecisionWhy = (typeof decisionWhys)[number]

const decisionKinds = ['queued', 'assigned', 'released', 'transferred'] as const

const layers = ['manual', 'load', 'tag', 'intent', 'weight'] as const

const DecisionCandidate = Type.Object({
  agent: number<AgentId>(),
  load: number(),
  capacity: number(),
  /** Less is better. */
  score: Type.Number(),
  /** The agent's own, in the last layer times their speed; 1 is normal. Null in decisions of before it was kept. */
  weight: Type.Union([Type.Number(), Type.Null()]),
  why: oneOf(decisionWhys),
})
export type DecisionCandidate = Static<typeof DecisionCandidate>

/** By the name it has now; null: deleted. */
const Named = <Id extends number>() =>
  Type.Object({ id: number<Id>(), name: Type.Union([text, Type.Null()]), before: text })

export const RoutingDecisionRow = Type.Object({
  offset: number<Offset>(),
  at: number<EpochMs>(),
  kind: oneOf(decisionKinds),
  by: Type.Object({ kind: oneOf(authorKinds), id: number() }),
  /** Who got it; 0 = the queue. */
  agent: number<AgentId>(),
  agentName: text,
  /** Who had it; 0 = nobody. */
  previous: number<AgentId>(),
  note: text,
  layer: oneOf(layers),
  /** As stored: `least_share`, `returning`, `moved`, a tag's pattern, an intent's name. */
  rule: text,
  /** The tag rule's pattern, with whether there still is one. */
  tag: Type.Union([Type.Object({ pattern: text, isGone: Type.Boolean() }), Type.Null()]),
  /** `before`: the name it had then. Null: everyone. */
  group: Type.Union([Named<GroupId>(), Type.Null()]),
  /** What the visitor's words were understood as. */
  intent: Type.Union([Named<IntentId>(), Type.Null()]),
  /** 0 to 1 */
  confidence: Type.Number(),
  /** Microseconds; null where nothing was measured. */
  tookMicros: Type.Union([Type.Number(), Type.Null()]),
  candidates: Type.Array(DecisionCandidate),
  /** Of whoever is not among the candidates; null: nobody was chosen here. */
  others: Type.Union([oneOf(decisionWhys), Type.Null()]),
})
export type RoutingDecisionRow = Static<typeof RoutingDecisionRow>

/** GET /conversations/:id/decisions */
export const DecisionList = Type.Object({
  /** Oldest first; of many the newest `limits.maxDecisions`. */
  decisions: Type.Array(RoutingDecisionRow),
  agents: Type.Array(Type.Object({ id: number<AgentId>(), name: text, active: Type.Boolean() })),
})
export type DecisionList = Static<typeof DecisionList>
