// Tells waiting visitors their place in the queue, and agents which conversations are messages left outside hours. True only now:
// nothing of it is kept, and whoever connects hears it anew.
import {
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  type ConversationId,
  type EpochMs,
  type ServerFrameOf,
  type VisitorId,
} from '../../protocol/index.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import type { CareRules, CareState } from '../../core/queue/care-state.ts'
import type { Desk } from '../../core/queue/desk.ts'
import { isWorthTelling, NO_PLACE, placeSignOf, type PlaceSign } from '../../core/queue/place-sign.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { feedEphemeral } from './feed-ephemeral.ts'
import type { GatewayMember } from './gateway-member.ts'

export type PlaceSigns = {
  /** What is known of it now. */
  follow(conversation: ConversationId, state: CareState): void
  /** Its group is settled. */
  placed(): void
  /** At this moment, whoever is connected or not. */
  of(visitor: VisitorId): Omit<ServerFrameOf<'place'>, 'type'>
  /** For a connection that is live now. */
  present(member: GatewayMember): void
  stop(): void
}

type Told = { readonly visitor: VisitorId; readonly sign: PlaceSign; readonly at: EpochMs }

/** SPEC D7.24. */
export const createPlaceSigns = (parts: {
  readonly audience: Audience<GatewayMember>
  readonly desk: Desk
  readonly line: Pick<WaitingLine, 'outlook'>
  readonly rules: CareRules
  readonly clock: Clock
  readonly metrics: Metrics
  /** Nobody knows yet for which group it waits. */
  readonly isPlacing: (conversation: ConversationId) => boolean
}): PlaceSigns => {
  const { audience, desk, line, rules, clock, metrics, isPlacing } = parts
  /** Those that nobody has. */
  const waiting = new Map<ConversationId, CareState>()
  const told = new Map<ConversationId, Told>()
  let timer: { readonly at: EpochMs; readonly cancel: Cancel } | undefined

  const frameOf = (conversation: ConversationId, sign: PlaceSign): ServerFrameOf<'place'> => ({
    type: 'place',
    conversation,
    ...sign,
  })

  const signOf = (id: ConversationId, now: EpochMs): PlaceSign => {
    const state = waiting.get(id)
    return state ? placeSignOf(state, line.outlook(id, now), rules, now) : NO_PLACE
  }

  const tell = (id: ConversationId, visitor: VisitorId, sign: PlaceSign, now: EpochMs): void => {
    if (sign.state === 'none') told.delete(id)
    else told.set(id, { visitor, sign, at: now })
    metrics.count('places_told_total', { state: sign.state })
    feedEphemeral(audience.ofVisitor(visitor), frameOf(id, sign))
  }

  /** Agents need to know only that it is a message which nobody waits beside: its group and the time they have already. */
  const leftSign = (state: CareState | undefined): PlaceSign => ({
    ...NO_PLACE,
    state: state?.phase === 'left' ? state.why : 'none',
  })

  const flush = (): void => {
    const now = clock.now()
    for (const [id, { visitor }] of told) if (!waiting.has(id)) tell(id, visitor, NO_PLACE, now)
    for (const id of waiting.keys()) {
      const visitor = desk.conversation(id)?.visitor
      if (visitor === undefined || isPlacing(id) || audience.countOf({ kind: 'visitor', id: visitor }) === 0) continue
      const sign = signOf(id, now)
      const before = told.get(id)
      if (!before || isWorthTelling(before.sign, before.at, sign, now)) tell(id, visitor, sign, now)
    }
    // Estimates grow and groups open without anybody doing anything.
    if (waiting.size > 0) arm(limits.placeRepeatMs)
  }

  const arm = (delayMs: number): void => {
    const at = (clock.now() + delayMs) as EpochMs
    if (timer && timer.at <= at) return
    timer?.cancel()
    const cancel = clock.after(delayMs, () => {
      timer = undefined
      flush()
    })
    timer = { at, cancel }
  }

  return {
    follow(id, state) {
      const before = waiting.get(id)
      if (state.phase === 'closed' || state.phase === 'owned') waiting.delete(id)
      else waiting.set(id, state)
      const sign = leftSign(state)
      if (leftSign(before).state !== sign.state) feedEphemeral(audience.agentsOf(NO_AGENT), frameOf(id, sign))
      if (before || waiting.has(id)) arm(limits.placeEveryMs)
    },
    placed: () => arm(limits.placeEveryMs),
    of(visitor) {
      const conversation = desk.currentOf(visitor) ?? NO_CONVERSATION
      const sign = isPlacing(conversation) ? NO_PLACE : signOf(conversation, clock.now())
      return { conversation, ...sign }
    },
    present(member) {
      const { identity, reader } = member
      if (identity.kind === 'visitor') {
        const id = desk.currentOf(identity.id)
        // It is told with the next round: who is served at once hears of no queue.
        if (id !== undefined && told.has(id)) feedEphemeral([member], frameOf(id, signOf(id, clock.now())))
        else if (id !== undefined && waiting.has(id)) arm(limits.placeEveryMs)
        return
      }
      if (reader.kind !== 'agent' || reader.scope !== 'all') return
      for (const [id, state] of waiting)
        if (state.phase === 'left') feedEphemeral([member], frameOf(id, leftSign(state)))
    },
    stop: () => timer?.cancel(),
  }
}
