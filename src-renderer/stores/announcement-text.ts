// An announcement in a reader's language; the other one where it was not written in theirs.
import type { Announcement } from '#protocol'
import type { Language } from '../i18n/language.ts'

export const announcementText = (words: Pick<Announcement, Language>, language: Language): string =>
  words[language] || words.en || words.zh
