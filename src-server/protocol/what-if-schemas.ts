// The what-if (D8): drafts of routing settings, and a day as it would have gone with them. Clients import types only.
import { Type, type Static } from 'typebox'
import type { AgentId, GroupId } from './ids.ts'
import { limits } from './limits.ts'
import { AgentSkills, General, GroupWish, IntentWish, TagRuleWish } from './routing-schemas.ts'

const number = <Id extends number>() => Type.Unsafe<Id>(Type.Integer({ minimum: 0 }))
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const draftOf = <const Kind extends string, Value extends Parameters<typeof Type.Union>[0][number]>(
  kind: Kind,
  value: Value,
) =>
  Type.Object(
    {
      kind: Type.Literal(kind),
      /** null = a new one. */
      id: orNull(number()),
      /** As it would be saved; null = deleted. */
      value: orNull(value),
    },
    { additionalProperties: false },
  )

/** One setting as somebody thinks of saving it. `skills` are under their agent's id, `general` has no id. */
export const WhatIfDraft = Type.Union([
  draftOf('group', GroupWish),
  draftOf('tag', TagRuleWish),
  draftOf('intent', IntentWish),
  draftOf('skills', AgentSkills),
  draftOf('general', General),
])
export type WhatIfDraft = Static<typeof WhatIfDraft>

/** POST /what-if */
export const WhatIfQuestion = Type.Object(
  {
    /** On the calendar of `timeZone`. */
    day: Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
    timeZone: Type.String({ minLength: 1, maxLength: limits.maxTimeZoneLength }),
    drafts: Type.Array(WhatIfDraft, { maxItems: limits.maxWhatIfDrafts }),
  },
  { additionalProperties: false },
)
export type WhatIfQuestion = Static<typeof WhatIfQuestion>

/** Milliseconds from the visitor's first word to the first reply. Null: so many were never answered. */
const wait = orNull(Type.Number())
export const WaitFigures = Type.Object({
  /** Visitors who waited. Who was asked to leave a message is not among them. */
  arrivals: number(),
  answered: number(),
  medianMs: wait,
  p90Ms: wait,
  /** Of those who were answered. */
  longestMs: wait,
  /** Share in [0, 1] of all who waited. */
  withinMinute: Type.Number(),
})
export type WaitFigures = Static<typeof WaitFigures>

const DayFigures = Type.Object({
  whole: WaitFigures,
  /** Left a message in front of a closed group or a full queue. */
  messages: number(),
  /** Jain's index of load over capacity: 1 when all are equally busy. */
  fairness: Type.Number(),
})
export type DayFigures = Static<typeof DayFigures>

const compared = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => ({
  before: schema,
  after: schema,
})

export const WhatIfReport = Type.Object({
  arrivals: number(),
  ...compared(DayFigures),
  /** What the journal says really happened, people's own decisions included. */
  really: WaitFigures,
  /** `name` empty: everyone. Null: nobody was placed there. */
  groups: Type.Array(Type.Object({ id: number<GroupId>(), name: Type.String(), ...compared(orNull(WaitFigures)) })),
  /** Conversations each got. */
  agents: Type.Array(Type.Object({ id: number<AgentId>(), name: Type.String(), ...compared(number()) })),
  tookMs: Type.Number(),
})
export type WhatIfReport = Static<typeof WhatIfReport>
