import { expect, it } from 'vitest'
import { NO_AGENT, type AgentId, type Offer, type OfferEnd } from '#protocol'
import { i18n, startI18n } from '../i18n/i18n.ts'
import { newsOf } from './use-offer-news.ts'

const me = 1 as AgentId
const lei = 2 as AgentId
const offer: Offer = {
  conversation: 7 as never,
  agent: me,
  group: 0 as never,
  until: 0 as never,
  why: null,
  from: NO_AGENT,
  note: '',
}
const newsFor = (change: Partial<Offer>, why: OfferEnd, note = '') => {
  startI18n('en')
  const names = { visitor: 'Amy', colleague: 'Lei' }
  return newsOf(i18n.getFixedT('en', 'deskOffers'), { offer: { ...offer, ...change }, why, note }, me, names)
}

it('[D7.26] who asked hears what came of it, and that the conversation stays', () => {
  const mine = { from: me, agent: lei }
  expect(newsFor(mine, 'declined', 'lunch')).toEqual({ title: 'Lei cannot take it over', detail: 'lunch' })
  expect(newsFor(mine, 'declined')).toMatchObject({ detail: 'Amy stays with you.' })
  expect(newsFor(mine, 'timed_out')).toMatchObject({ title: 'Lei did not answer', detail: 'Amy stays with you.' })
  expect(newsFor(mine, 'unable')).toMatchObject({ detail: 'Amy stays with you.' })
  expect(newsFor(mine, 'accepted')).toEqual({ title: 'Lei took over Amy' })
  expect(newsFor(mine, 'withdrawn')).toBeUndefined()
})

it('[D7.25] who was asked hears why the card went away, but not of what they did themselves', () => {
  expect(newsFor({}, 'timed_out')).toEqual({ title: 'The offer of Amy went on' })
  expect(newsFor({}, 'taken')).toEqual({ title: 'A colleague took Amy' })
  expect(newsFor({ from: lei }, 'withdrawn')?.title).toContain('Lei')
  for (const why of ['accepted', 'declined', 'unable', 'over'] as const) expect(newsFor({}, why)).toBeUndefined()
})
