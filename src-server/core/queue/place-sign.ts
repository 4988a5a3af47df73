// What a visitor is told of their place in the queue, and whether it is worth telling again. Nobody else is in it.
import { limits, type EpochMs, type ServerFrameOf } from '../../protocol/index.ts'
import { openingAt } from '../hours/opening.ts'
import type { CareRules, CareState, Claim } from './care-state.ts'
import type { Outlook } from './waiting-line.ts'

export type PlaceSign = Omit<ServerFrameOf<'place'>, 'type' | 'conversation'>

export const NO_PLACE: PlaceSign = { state: 'none', position: 0, waitMs: null, opensAt: null }

const MINUTE_MS = 60_000

/** Whole minutes, fives past ten, quarters past an hour; always up: nobody is promised less than what was measured. */
const roundedWait = (ms: number): number => {
  const stepMs = ms <= 10 * MINUTE_MS ? MINUTE_MS : ms <= 60 * MINUTE_MS ? 5 * MINUTE_MS : 15 * MINUTE_MS
  return Math.max(1, Math.ceil(ms / stepMs)) * stepMs
}

/** Undefined while one of its groups is open; else when the first of them opens, null if that is not known. */
const closedUntil = ({ groups }: Claim, rules: CareRules, now: EpochMs): EpochMs | null | undefined => {
  let first: EpochMs | null = null
  for (const id of groups) {
    const { isOpen, until } = openingAt(rules.groupOf(id)?.hours ?? null, now)
    if (isOpen) return undefined
    if (until !== null && (first === null || until < first)) first = until
  }
  return first
}

/**
 * SPEC D7.24. Who is offered to somebody, or on the way to them, is next. A group that closes over those who wait says so: they keep
 * their places, but nobody promised to be there.
 */
export const placeSignOf = (
  state: CareState,
  outlook: Outlook | undefined,
  rules: CareRules,
  now: EpochMs,
): PlaceSign => {
  if (state.phase === 'closed' || state.phase === 'owned') return NO_PLACE
  const opensAt = closedUntil(state.claim, rules, now)
  if (opensAt !== undefined) return { ...NO_PLACE, state: 'closed', opensAt }
  // A message left while it was closed joins at the first look after the opening.
  if (state.phase === 'left') return { ...NO_PLACE, state: 'full' }
  const atMostMs = outlook?.wait?.atMostMs
  const waitMs = atMostMs === undefined || atMostMs > limits.maxWaitToldMs ? null : roundedWait(atMostMs)
  return { state: 'waiting', position: outlook?.position ?? 1, waitMs, opensAt: null }
}

/**
 * At once: another state, and every step among the first few. Farther back a place is told when it moved by a tenth, once in
 * `placeRepeatMs`; another estimate alone once in `waitRepeatMs`. A thousand who wait do not hear of each one who leaves.
 */
export const isWorthTelling = (told: PlaceSign, toldAt: EpochMs, sign: PlaceSign, now: EpochMs): boolean => {
  if (told.state !== sign.state || told.opensAt !== sign.opensAt) return true
  const moved = Math.abs(told.position - sign.position)
  if (moved > 0 && Math.min(told.position, sign.position) <= limits.placesToldAtOnce) return true
  // A clock that was set back makes nobody wait longer for the truth.
  const sinceMs = now < toldAt ? limits.waitRepeatMs : now - toldAt
  if (moved > 0 && moved >= told.position / 10) return sinceMs >= limits.placeRepeatMs
  return (moved > 0 || told.waitMs !== sign.waitMs) && sinceMs >= limits.waitRepeatMs
}
