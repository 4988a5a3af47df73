// The words of one language, and which language a page gets. No library: two languages and sixty short sentences.
import { en, type Words } from './en.ts'
import { zh } from './zh.ts'

export type Locale = 'en' | 'zh'

export const wordsOf = (locale: Locale): Words => (locale === 'zh' ? zh : en)

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
