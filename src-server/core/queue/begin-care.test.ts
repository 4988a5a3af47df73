import { expect, it } from 'vitest'
import { everyone, NO_AGENT, type ConversationId, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import { beginCare } from './begin-care.ts'
import type { CareRules } from './care-state.ts'
import type { DeskConversation } from './desk.ts'

const at = (time: string): EpochMs => Date.parse(time) as EpochMs
const [night, opening, morning] = [at('2026-03-30T22:00Z'), at('2026-03-31T09:00Z'), at('2026-03-31T09:30Z')]
const week = Array.from({ length: 7 }, () => [{ from: 9 * 60, to: 17 * 60 }])
const rules: CareRules = {
  groupOf: () => ({ ...everyone, hours: { timeZone: 'UTC', week, exceptions: [] } }),
  general: { graceMs: 0 },
}
const waiting = (queuedAt: number): DeskConversation => ({
  id: 1 as ConversationId,
  visitor: 2 as VisitorId,
  owner: NO_AGENT,
  declinedBy: NO_AGENT,
  queuedAt: queuedAt as EpochMs,
  waitingSince: night,
  place: null,
  lastMessage: null,
})
const claimOf = (known: DeskConversation, now: EpochMs) => {
  const state = beginCare(known, false, now, rules)
  return state.phase === 'waiting' ? state.claim : undefined
}

it('[D7.22] [D7.3] read anew, a message left before the opening joined at the opening, and came when it was written', () => {
  expect(claimOf(waiting(night), morning)).toMatchObject({ queuedAt: opening, cameAt: night, isFront: false })
  expect(claimOf(waiting(opening + 1), morning)).toMatchObject({ queuedAt: opening + 1, cameAt: opening + 1 })
  // Not open yet: what it will have joined at is for the opening to say.
  expect(claimOf(waiting(night), (opening - 1) as EpochMs)).toMatchObject({ queuedAt: night })
})

it('[D7.8] read anew, who stands in front of everybody still does', () => {
  expect(claimOf(waiting(0), morning)).toMatchObject({ isFront: true, cameAt: night })
})
