// Within which time the office wants visitors to be answered (SLA). One journal setting, `desk.targets`. It promises nothing to visitors and
// moves no conversation: desks count down by it. Clients: types only.
import { Type, type Static } from 'typebox'
import type { GroupId } from './ids.ts'
import { limits } from './limits.ts'

/** Milliseconds; 0 = no target. */
const target = Type.Union([
  Type.Literal(0),
  Type.Integer({ minimum: limits.minResponseTargetMs, maximum: limits.maxResponseTargetMs }),
])

const targetFields = {
  /** From the visitor's first message to the first answer. */
  firstMs: target,
  /** From the visitor's first unanswered message to the answer, once somebody has answered before. */
  nextMs: target,
}
const ResponseTarget = Type.Object(targetFields, { additionalProperties: false })
export type ResponseTarget = Static<typeof ResponseTarget>

const targetsFields = {
  everyone: ResponseTarget,
  /** Groups that have their own; all others have everyone's. */
  groups: Type.Array(
    Type.Object(
      { group: Type.Unsafe<GroupId>(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })), ...targetFields },
      { additionalProperties: false },
    ),
    { maxItems: limits.maxGroups },
  ),
}
/** Key `desk.targets`. */
export const ResponseTargets = Type.Object(targetsFields, { additionalProperties: false })
export type ResponseTargets = Static<typeof ResponseTargets>

/** GET /response-targets. "0" = nothing is stored, the defaults hold. */
export const ResponseTargetsRow = Type.Object({ version: Type.String({ maxLength: 32 }), ...targetsFields })
export type ResponseTargetsRow = Static<typeof ResponseTargetsRow>
