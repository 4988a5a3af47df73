// The door of a group's queue: wait here, or leave a message.
import type { EpochMs } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import { openingAt } from '../hours/opening.ts'

export type Admission =
  | { readonly admit: 'queue' }
  /** `opensAt`: when the group opens and the message joins the queue; null when that is not known. */
  | { readonly admit: 'message'; readonly why: 'closed' | 'full'; readonly opensAt: EpochMs | null }

const QUEUE: Admission = { admit: 'queue' }

/**
 * SPEC D7.22.
 *
 * @param length who waits in the group's queue already
 * @param isSomebodyFree whoever is served at once does not wait: a queue of length 0 stops nobody then
 */
export const admissionTo = (
  group: Pick<Group, 'hours' | 'maxQueue'>,
  { length, isSomebodyFree }: { readonly length: number; readonly isSomebodyFree: boolean },
  now: EpochMs,
): Admission => {
  const { isOpen, until } = openingAt(group.hours, now)
  if (!isOpen) return { admit: 'message', why: 'closed', opensAt: until }
  const hasRoom = length < group.maxQueue || (length === 0 && isSomebodyFree)
  return hasRoom ? QUEUE : { admit: 'message', why: 'full', opensAt: null }
}
