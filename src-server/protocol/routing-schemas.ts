// What an office may say about who answers whom. Each thing is one journal setting (`routing.group.3`), null when deleted.
// Shapes and bounds only: what has to fit together (unknown groups, circles, doubles) is core/settings. Clients: types only.
import { Type, type Static, type TProperties } from 'typebox'
import type { AgentId, GroupId, IntentId, TagRuleId } from './ids.ts'
import { limits } from './limits.ts'

const MINUTES_A_DAY = 24 * 60

const integer = <Brand extends number = number>(minimum: number, maximum: number) =>
  Type.Unsafe<Brand>(Type.Integer({ minimum, maximum }))
const idOf = <Brand extends number>(minimum = 0) => integer<Brand>(minimum, Number.MAX_SAFE_INTEGER)
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
/** A field of another name is a typing error that must not be dropped in silence. */
const exact = <Fields extends TProperties>(fields: Fields) => Type.Object(fields, { additionalProperties: false })

/** EVERYONE's may be empty; any other's is judged with a code of its own. */
const name = Type.String({ maxLength: limits.maxNameLength })
const group = idOf<GroupId>()
const agents = (maxItems: number) => Type.Array(idOf<AgentId>(1), { maxItems, uniqueItems: true })

/** From and to in minutes of the local day, `from` included, `to` not; 24:00 is 1440. Past midnight is two spans. */
const Span = exact({ from: integer(0, MINUTES_A_DAY - 1), to: integer(1, MINUTES_A_DAY) })
const day = Type.Array(Span, { maxItems: limits.maxSpansPerDay })
export type Span = Static<typeof Span>

/** When a group is there for visitors. An exception's date replaces that whole day; no spans means closed. */
const Hours = exact({
  /** IANA name, as Intl knows it. */
  timeZone: Type.String({ minLength: 1, maxLength: limits.maxTimeZoneLength }),
  /** Monday first. */
  week: Type.Unsafe<readonly Span[][]>(Type.Array(day, { minItems: 7, maxItems: 7 })),
  exceptions: Type.Array(
    exact({
      date: Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
      name: Type.String({ maxLength: limits.maxNameLength }),
      open: day,
    }),
    { maxItems: limits.maxHoursExceptions },
  ),
})
export type Hours = Static<typeof Hours>

const groupFields = {
  name,
  /** Deactivated agents may stay named. EVERYONE's are all active agents, whatever stands here. */
  members: agents(limits.maxAgents),
  /** `offer` asks the agent first; `auto` gives. */
  acceptance: Type.Unsafe<'auto' | 'offer'>(Type.Enum(['auto', 'offer'])),
  /** An offer not taken within this goes to the next. */
  offerMs: integer(limits.minOfferMs, limits.maxOfferMs),
  /** Whoever does not reply within this loses the conversation to the next; 0 = never. */
  replyWithinMs: Type.Union([Type.Literal(0), integer(limits.minReplyWithinMs, limits.maxReplyWithinMs)]),
  /** Returning visitors go to their last agent, if that one is free. */
  returning: Type.Boolean(),
  /** Who still waits after `afterMs` may be answered by that group too. 0 = at once. */
  overflow: orNull(exact({ afterMs: integer(0, limits.maxOverflowAfterMs), to: group })),
  /** Visitors waiting at once; one more is asked to leave a message. 0 = nobody waits. */
  maxQueue: integer(0, limits.maxQueueLength),
  /** null = always open. */
  hours: orNull(Hours),
  /** When the visitor has been silent for `warnAfterMs` they are warned; `closeAfterMs` after the warning it closes. */
  autoClose: orNull(
    exact({
      warnAfterMs: integer(limits.minAutoCloseMs, limits.maxAutoCloseMs),
      closeAfterMs: integer(limits.minAutoCloseMs, limits.maxAutoCloseMs),
    }),
  ),
}
/** Key `routing.group.<id>`. EVERYONE is there unstored; stored under 0, everything but its id and members is as stored. */
export const Group = exact({ id: group, ...groupFields })
export const GroupWish = exact(groupFields)
export type Group = Static<typeof Group>
export type GroupWish = Static<typeof GroupWish>

const tagRuleFields = {
  /** `vip`, `order:*` or `*`; compared after NFKC and without case. Exact before longest prefix before `*`. */
  pattern: Type.String({ minLength: 1, maxLength: limits.maxTagLength }),
  group,
  /** Empty = the group's members. */
  agents: agents(limits.maxAgentsPerRule),
  /** Higher is served sooner, and wins between patterns of the same precision. */
  priority: integer(0, limits.maxRulePriority),
}
/** Key `routing.tag.<id>`. */
export const TagRule = exact({ id: idOf<TagRuleId>(1), ...tagRuleFields })
export const TagRuleWish = exact(tagRuleFields)
export type TagRule = Static<typeof TagRule>
export type TagRuleWish = Static<typeof TagRuleWish>

const intentFields = {
  name,
  /** Their number is judged with a code of its own (`intent_examples`). */
  examples: Type.Array(Type.String({ maxLength: limits.maxExampleLength }), {
    maxItems: 10 * limits.maxIntentExamples,
  }),
  group,
}
/** Key `routing.intent.<id>`. */
export const Intent = exact({ id: idOf<IntentId>(1), ...intentFields })
export const IntentWish = exact(intentFields)
export type Intent = Static<typeof Intent>
export type IntentWish = Static<typeof IntentWish>

const skillFields = {
  /** BCP 47 primary tags, lower case; empty = all. */
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), {
    maxItems: limits.maxAgentLanguages,
    uniqueItems: true,
  }),
  /** 1 = normal, 2 = twice the share; 0 = nothing comes by itself. */
  weight: Type.Number({ minimum: 0, maximum: limits.maxAgentWeight }),
}
/** Key `routing.agent.<id>`. Who has none speaks every language with weight 1. */
export const AgentSkills = exact(skillFields)
export type AgentSkills = Static<typeof AgentSkills>

const generalFields = {
  /** How long first messages are gathered before the intent is asked. */
  intentWaitMs: integer(0, limits.maxIntentWaitMs),
  /** Confidence below which an intent is unknown; null = calibrated from the examples. */
  threshold: orNull(Type.Number({ minimum: 0, maximum: 1 })),
  /** How long a vanished agent keeps their conversations. */
  graceMs: integer(0, limits.maxGraceMs),
  returningWithinMs: integer(0, limits.maxReturningWithinMs),
}
/** Key `routing.general`. */
export const General = exact(generalFields)
export type General = Static<typeof General>

/** Of a stored value: whoever changes it says which one they saw. "0" = nothing is stored, the defaults hold. */
const version = Type.String({ maxLength: 32 })
const seen = <Fields extends TProperties>(fields: Fields) => Type.Object({ version, ...fields })

/** GET /groups, EVERYONE first. */
export const GroupRow = seen({ id: group, ...groupFields })
export type GroupRow = Static<typeof GroupRow>
/** GET /tag-rules */
export const TagRuleRow = seen({ id: idOf<TagRuleId>(1), ...tagRuleFields })
export type TagRuleRow = Static<typeof TagRuleRow>
/** GET /intents */
export const IntentRow = seen({ id: idOf<IntentId>(1), ...intentFields })
export type IntentRow = Static<typeof IntentRow>
/** GET /intent-reading: who reads what visitors write, at this moment. */
export const IntentReading = Type.Object({
  /** `idle` without intents; in every other phase what was learned last decides. */
  phase: Type.Enum(['idle', 'training', 'serving', 'failed']),
  /** Of the sentence models that are loaded. */
  models: Type.Array(Type.String()),
  /** What they read; character n-grams stand in for the rest. */
  scripts: Type.Array(Type.Enum(['han', 'other'])),
  /** Why the last change could not be learned; null when it could. */
  code: orNull(Type.String()),
})
export type IntentReading = Static<typeof IntentReading>
/** GET /agent-skills: of every colleague, stored or not. */
export const SkillsRow = seen({ agent: idOf<AgentId>(1), ...skillFields })
export const SkillsList = Type.Object({ agents: Type.Array(SkillsRow) })
export type SkillsRow = Static<typeof SkillsRow>
/** GET /routing */
export const GeneralRow = seen(generalFields)
export type GeneralRow = Static<typeof GeneralRow>
