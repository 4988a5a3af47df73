import { describe, expect, it } from 'vitest'
import type { ConversationId } from '#protocol'
import { noticeOf, QUIET_WITHOUT_END, tomorrowMorning, type NoticeKind } from './notice.ts'
import { defaultPreferences, type Preferences } from './preferences-store.ts'

const now = 1_000_000
const seven = 7 as ConversationId
const elsewhere = { isLooking: false, shown: seven }
const ask = (kind: NoticeKind, looking = elsewhere, change: Partial<Preferences> = {}) =>
  noticeOf({ kind, conversation: seven }, looking, { ...defaultPreferences, ...change }, now)

describe('what calls the person', () => {
  it('[look] everything by sound, notification and flash while they look elsewhere, even with that conversation open', () => {
    for (const kind of ['message', 'assigned', 'offered', 'colleague'] as const)
      expect(ask(kind), kind).toMatchObject({ shows: true, flashes: true, isPrivate: false })
  })

  it('[look] nothing that is before their eyes, save an offer, which does not wait', () => {
    const looking = { isLooking: true, shown: seven }
    expect([ask('message', looking), ask('assigned', looking), ask('colleague', looking)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(ask('offered', looking)).toMatchObject({ sound: 'bell', shows: false, flashes: false })
  })

  it('[look] another conversation only by sound while the window is in front', () => {
    const looking = { isLooking: true, shown: 8 as ConversationId }
    expect(ask('message', looking)).toMatchObject({ sound: 'chime', shows: false, flashes: false })
  })

  it('[look] each event has its own sound, and one switch silences all', () => {
    const sounds = { soundMessage: 'drop', soundAssigned: 'knock', soundCalled: 'none' } as const
    const heard = (kind: NoticeKind, sound = true) => ask(kind, elsewhere, { ...sounds, sound })?.sound
    expect([heard('message'), heard('assigned'), heard('offered'), heard('colleague')]).toEqual([
      'drop',
      'knock',
      'none',
      'none',
    ])
    expect(heard('message', false)).toBe('none')
  })

  it('[look] nobody is disturbed until the time they said, and after it again', () => {
    for (const kind of ['message', 'offered'] as const) {
      expect(ask(kind, elsewhere, { quietUntil: now + 1 })).toBeUndefined()
      expect(ask(kind, elsewhere, { quietUntil: QUIET_WITHOUT_END })).toBeUndefined()
      expect(ask(kind, elsewhere, { quietUntil: now })).toBeDefined()
    }
  })

  it('[look] each way of calling can be switched off by itself, and words can be kept off the screen', () => {
    expect(ask('message', elsewhere, { notifications: false })).toMatchObject({ shows: false, flashes: true })
    expect(ask('message', elsewhere, { flash: false })).toMatchObject({ shows: true, flashes: false })
    expect(ask('message', elsewhere, { hideText: true })).toMatchObject({ shows: true, isPrivate: true })
  })
})

it('[look] tomorrow is the next morning at eight, also from the last day of a month and from one in the morning', () => {
  const at = (...parts: [number, number, number, number]) => new Date(...parts).getTime()
  expect(tomorrowMorning(at(2026, 0, 31, 23))).toBe(at(2026, 1, 1, 8))
  expect(tomorrowMorning(at(2026, 5, 1, 1))).toBe(at(2026, 5, 2, 8))
})
