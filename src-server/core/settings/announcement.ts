// An announcement as somebody wants to make it, and as it was stored. Who is told, and when, is the gateway's.
import { isWellFormedText, limits, type Announcement, type EpochMs } from '../../protocol/index.ts'
import { tidyText } from './fold-text.ts'
import { faultAt, type SettingFault } from './setting-fault.ts'

/** Of the journal's setting. */
export const ANNOUNCEMENT_KEY = 'announcement'

export const isOver = ({ until }: Announcement, now: EpochMs): boolean => until <= now

export type AnnouncementWords = Pick<Announcement, 'zh' | 'en' | 'until'>

/** @param before what was announced last: the next one is later, whatever the clock says, or clients took it for the same. */
export const makeAnnouncement = (
  words: AnnouncementWords,
  before: Announcement | null,
  now: EpochMs,
): Announcement => ({
  zh: tidyText(words.zh),
  en: tidyText(words.en),
  at: Math.max(now, (before?.at ?? 0) + 1) as EpochMs,
  until: words.until,
})

export const isSameAnnouncement = (one: Announcement, other: Announcement): boolean =>
  one.zh === other.zh && one.en === other.en && one.until === other.until

export const checkAnnouncement = ({ zh, en, until }: Announcement, now: EpochMs): readonly SettingFault[] => {
  const lastsMs = until - now
  const isInTime = lastsMs >= limits.minAnnouncementMs && lastsMs <= limits.maxAnnouncementMs
  return [
    ...(zh === '' && en === '' ? [faultAt('', 'announcement_empty')] : []),
    ...(isWellFormedText(zh) ? [] : [faultAt('zh', 'text_malformed')]),
    ...(isWellFormedText(en) ? [] : [faultAt('en', 'text_malformed')]),
    ...(isInTime ? [] : [faultAt('until', 'announcement_until')]),
  ]
}

/** By hand: a start reads it, and must not wait for a compiled schema. @returns null for what is none. */
export const readAnnouncement = (stored: unknown): Announcement | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { zh, en, at, until } = stored as Record<string, unknown>
  if (typeof zh !== 'string' || typeof en !== 'string') return null
  if (typeof at !== 'number' || typeof until !== 'number') return null
  return { zh, en, at: at as EpochMs, until: until as EpochMs }
}
