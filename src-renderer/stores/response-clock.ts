// By when a visitor should be answered: the office's response targets (SLA) applied to one conversation. Pure; whoever shows it ticks.
import type { ConversationView } from '#client/client-state.ts'
import { EVERYONE, type GroupId } from '#protocol'
import type { ResponseTarget, ResponseTargets } from '#protocol/targets-schemas.ts'

export type ResponseClock = {
  /** Whether it is the first answer that is waited for. */
  readonly isFirst: boolean
  readonly dueAt: number
  readonly targetMs: number
}

/** calm: more than half of the time is left. near: less. past: none. */
export type ClockLevel = 'calm' | 'near' | 'past'

/** A group's own, or else everyone's. */
export const targetOf = (targets: ResponseTargets, group: GroupId): ResponseTarget =>
  targets.groups.find((own) => own.group === group) ?? targets.everyone

/** Undefined while nobody waits, where nothing was promised, and for messages left while nobody was there. */
export function responseClock(
  { summary, place }: Pick<ConversationView, 'summary' | 'place'>,
  targets: ResponseTargets,
): ResponseClock | undefined {
  if (summary.status !== 'open' || summary.waitingSince === 0) return undefined
  if (place?.state === 'closed' || place?.state === 'full') return undefined
  const { firstMs, nextMs } = targetOf(targets, summary.placed?.group ?? EVERYONE)
  const isFirst = summary.answered !== true
  const targetMs = isFirst ? firstMs : nextMs
  return targetMs === 0 ? undefined : { isFirst, targetMs, dueAt: summary.waitingSince + targetMs }
}

export function clockLevel({ dueAt, targetMs }: ResponseClock, nowMs: number): ClockLevel {
  if (nowMs >= dueAt) return 'past'
  return dueAt - nowMs <= targetMs / 2 ? 'near' : 'calm'
}
