// A stored setting's value as what it claims to be, or nothing: only what routing relies on is looked at. What a person may
// ask for is judged where it is asked for; a journal may be older, newer or restored.
import type { AgentSkills, General, Group, Intent, TagRule } from '../../protocol/routing-schemas.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isId = (value: unknown): value is number => isAmount(value) && Number.isSafeInteger(value)
const isListOf =
  (isOne: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isOne)
const isText = (value: unknown): value is string => typeof value === 'string'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const orNull =
  (isOne: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || isOne(value)
const isIds = isListOf((value) => isId(value) && value > 0)
const isObject = (value: unknown): boolean => fieldsOf(value) !== undefined

const isSpan = (value: unknown): boolean => {
  const span = fieldsOf(value)
  return span !== undefined && isAmount(span['from']) && isAmount(span['to'])
}
const isDay = isListOf(isSpan)
const isException = (value: unknown): boolean => {
  const exception = fieldsOf(value)
  return exception !== undefined && isText(exception['date']) && isDay(exception['open'])
}
const DAYS_A_WEEK = 7
const isHours = (value: unknown): boolean => {
  const hours = fieldsOf(value)
  if (!hours || !isText(hours['timeZone']) || !Array.isArray(hours['week'])) return false
  return (
    hours['week'].length === DAYS_A_WEEK && isListOf(isDay)(hours['week']) && isListOf(isException)(hours['exceptions'])
  )
}
const isOverflow = (value: unknown): boolean => {
  const overflow = fieldsOf(value)
  return overflow !== undefined && isAmount(overflow['afterMs']) && isId(overflow['to'])
}
const isAutoClose = (value: unknown): boolean => {
  const autoClose = fieldsOf(value)
  return autoClose !== undefined && isAmount(autoClose['warnAfterMs']) && isAmount(autoClose['closeAfterMs'])
}

type Shape<Value> = { readonly [Field in keyof Value]-?: (value: unknown) => boolean }

const group: Shape<Group> = {
  id: isId,
  name: isText,
  members: isIds,
  acceptance: (value) => value === 'auto' || value === 'offer',
  offerMs: isAmount,
  replyWithinMs: isAmount,
  returning: isFlag,
  overflow: orNull(isOverflow),
  maxQueue: isAmount,
  hours: orNull(isHours),
  autoClose: orNull(isAutoClose),
}
const tagRule: Shape<TagRule> = { id: isId, pattern: isText, group: isId, agents: isIds, priority: isAmount }
const intent: Shape<Intent> = { id: isId, name: isText, examples: isListOf(isText), group: isId }
const skills: Shape<AgentSkills> = { languages: isListOf(isText), weight: isAmount }
const general: Shape<General> = {
  intentWaitMs: isAmount,
  threshold: orNull(isAmount),
  graceMs: isAmount,
  returningWithinMs: isAmount,
}

/** What was stored before a field existed has the default's value in it. */
const reader =
  <Value extends object>(shape: Shape<Value>) =>
  (value: unknown, defaults: Partial<Value> = {}): Value | undefined => {
    if (!isObject(value)) return undefined
    const whole: Fields = { ...(defaults as Fields), ...fieldsOf(value) }
    for (const [field, fits] of Object.entries<(value: unknown) => boolean>(shape))
      if (!fits(whole[field])) return undefined
    return whole as Value
  }

export const readGroup = reader(group)
export const readTagRule = reader(tagRule)
export const readIntent = reader(intent)
export const readSkills = reader(skills)
export const readGeneral = reader(general)
