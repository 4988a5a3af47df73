import { expect, it } from 'vitest'
import { limits, type EpochMs } from '../../protocol/index.ts'
import {
  checkAnnouncement,
  isOver,
  isSameAnnouncement,
  makeAnnouncement,
  readAnnouncement,
  type AnnouncementWords,
} from './announcement.ts'

const now = 1_750_000_000_000 as EpochMs
const words = (change: Partial<AnnouncementWords> = {}): AnnouncementWords => ({
  zh: ' 今天  18:00 下班 ',
  en: '',
  until: (now + 3_600_000) as EpochMs,
  ...change,
})
const codesOf = (change: Partial<AnnouncementWords>) =>
  checkAnnouncement(makeAnnouncement(words(change), null, now), now).map(({ field, code }) => [field, code])

it('is stored with single spaces, and later than the one before whatever the clock says', () => {
  const first = makeAnnouncement(words(), null, now)
  expect(first).toEqual({ zh: '今天 18:00 下班', en: '', at: now, until: now + 3_600_000 })
  const setBack = makeAnnouncement(words(), first, (now - 60_000) as EpochMs)
  expect(setBack.at).toBe(now + 1)
  expect(isSameAnnouncement(first, setBack)).toBe(true)
})

it('[D10.19] needs words in one language, well formed, and an end that is neither past nor far away', () => {
  expect(codesOf({})).toEqual([])
  expect(codesOf({ zh: '  ', en: ' ' })).toEqual([['', 'announcement_empty']])
  expect(codesOf({ en: '\uD800' })).toEqual([['en', 'text_malformed']])
  for (const lastsMs of [-1, limits.minAnnouncementMs - 1, limits.maxAnnouncementMs + 1])
    expect(codesOf({ until: (now + lastsMs) as EpochMs })).toEqual([['until', 'announcement_until']])
  for (const lastsMs of [limits.minAnnouncementMs, limits.maxAnnouncementMs])
    expect(codesOf({ until: (now + lastsMs) as EpochMs })).toEqual([])
})

it('[D7.12] what is stored and cannot be read is as if it had not been said', () => {
  const made = makeAnnouncement(words(), null, now)
  expect(readAnnouncement(structuredClone(made))).toEqual(made)
  for (const broken of [
    null,
    undefined,
    'x',
    1,
    [],
    {},
    { ...made, zh: 1 },
    { ...made, at: '1' },
    { ...made, until: null },
  ])
    expect(readAnnouncement(broken)).toBeNull()
})

it('is over at its end, not before', () => {
  const made = makeAnnouncement(words(), null, now)
  expect([isOver(made, (made.until - 1) as EpochMs), isOver(made, made.until)]).toEqual([false, true])
})
