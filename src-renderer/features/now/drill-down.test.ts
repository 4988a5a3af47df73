import { expect, it } from 'vitest'
import type { AgentId, GroupId } from '#protocol'
import { conversationStates } from '../../stores/conversation-state.ts'
import { placeFromHash } from '../../stores/place.ts'
import { addressOfAgent, addressOfNewest, addressOfQueue, addressOfState } from './drill-down.ts'

it('[D8.10] every figure leads to the inbox with its filter', () => {
  const places = [
    ...conversationStates.map(addressOfState),
    addressOfQueue(0 as GroupId),
    addressOfAgent(7 as AgentId),
    addressOfNewest(),
  ].map(placeFromHash)
  expect(places.map((place) => place.section === 'inbox' && [place.view, { ...place.query }])).toMatchObject([
    ['queue', { states: ['waiting'] }],
    ['queue', { states: ['left'] }],
    ['open', { states: ['unanswered'] }],
    ['open', { states: ['answered'] }],
    ['queue', { groups: [0] }],
    ['open', { agents: [7] }],
    ['open', { sort: 'newest', states: [] }],
  ])
})
