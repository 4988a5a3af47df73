import { beforeEach, expect, it } from 'vitest'
import { limits, type AgentId, type ConversationId } from '../../protocol/index.ts'
import { createMissedOffers, type MissedOffers } from './missed-offers.ts'

const [mei, jan] = [1 as AgentId, 2 as AgentId]
const one = 11 as ConversationId
let missed: MissedOffers
/** @returns after which of so many offers, one after another, they are to be set away */
const letPass = (agent: AgentId, times: number): readonly number[] =>
  Array.from({ length: times }, (_, index) => {
    missed.offered(one, agent)
    return missed.ended(one, true) ? index + 1 : 0
  }).filter(Boolean)

beforeEach(() => {
  missed = createMissedOffers()
})

it('[D7.28] after so many in a row it is enough, and of each agent on their own', () => {
  expect(letPass(mei, limits.maxOffersMissed - 1)).toEqual([])
  expect(letPass(jan, limits.maxOffersMissed - 1)).toEqual([])
  expect(letPass(mei, 2)).toEqual([1, 2])
})

it('[D7.28] a sign of life begins the count anew', () => {
  for (let round = 0; round < 5; round += 1) {
    expect(letPass(mei, limits.maxOffersMissed - 1)).toEqual([])
    missed.alive(mei)
  }
  expect(letPass(mei, limits.maxOffersMissed)).toEqual([limits.maxOffersMissed])
})

it('[D7.28] what was offered at the same time counts as one, also after a sign of life in between', () => {
  const burst = Array.from({ length: 8 }, (_, index) => (20 + index) as ConversationId)
  for (const id of burst) missed.offered(id, mei)
  expect(burst.some((id) => missed.ended(id, true))).toBe(false)
  missed.alive(mei)
  for (const id of burst) missed.offered(id, mei)
  expect(burst.some((id) => missed.ended(id, true))).toBe(false)
  for (const id of burst) missed.offered(id, mei)
  expect(burst.map((id) => missed.ended(id, true)).indexOf(true)).toBe(0)
})

it('[D7.28] an offer that ended in another way was not missed', () => {
  for (let round = 0; round < 5; round += 1) {
    missed.offered(one, mei)
    expect(missed.ended(one, false)).toBe(false)
  }
  expect(missed.ended(one, true)).toBe(false)
  expect(letPass(mei, limits.maxOffersMissed - 1)).toEqual([])
})
