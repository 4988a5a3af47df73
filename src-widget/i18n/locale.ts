// Which language a page gets, and the first part's words in it. No library: two languages and a hundred short sentences.
import { bubbleEn, type BubbleWords } from './bubble-en.ts'
import { bubbleZh } from './bubble-zh.ts'

export type Locale = 'en' | 'zh'

export const bubbleWordsOf = (locale: Locale): BubbleWords => (locale === 'zh' ? bubbleZh : bubbleEn)

/** BCP 47 tag for dates and numbers. */
export const formatLocale = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-GB')

/** The first of the wishes (explicit setting, page's language, browser's languages) that names a language we have; English otherwise. */
export const chooseLocale = (wishes: readonly (string | null | undefined)[]): Locale => {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0]
    if (primary === 'zh' || primary === 'en') return primary
  }
  return 'en'
}
