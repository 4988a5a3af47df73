// When an agent was there to be given work, told from signs in the journal: connections themselves are never in it.
import { limits } from '../../protocol/index.ts'

export type PresenceSign = { readonly at: number; readonly isThere: boolean }
/** Half open: [from, until). */
export type PresenceSpan = { readonly from: number; readonly until: number }

/**
 * From a sign of presence until the first sign of absence, or, when there is neither for `whatIfPresenceGapMs`, until
 * `whatIfPresenceTailMs` after the last. @param signs by rising time
 */
export const presenceSpans = (signs: readonly PresenceSign[]): readonly PresenceSpan[] => {
  const spans: PresenceSpan[] = []
  let from = 0
  let last: number | undefined
  const end = (until: number): void => {
    if (last !== undefined && until > from) spans.push({ from, until })
    last = undefined
  }
  for (const { at, isThere } of signs) {
    if (last !== undefined && at - last > limits.whatIfPresenceGapMs) end(last + limits.whatIfPresenceTailMs)
    if (!isThere) {
      end(at)
      continue
    }
    if (last === undefined) from = at
    last = at
  }
  if (last !== undefined) end(last + limits.whatIfPresenceTailMs)
  return spans
}
