// Which language a person reads: what they chose, or else the first of their browser's languages that we speak.

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]
export type LanguageChoice = Language | 'auto'

/** Each language in its own words, as a person looking for it expects. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' }

/** BCP 47 tags for `lang` and Intl; zh-CN makes browsers pick the simplified glyphs of a Chinese face. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

const storageKey = 'frontdesk.language'

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The first preferred language that we speak; English when none is. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}

export function readLanguageChoice(storage: Pick<Storage, 'getItem'>): LanguageChoice {
  const stored = storage.getItem(storageKey)
  return isLanguage(stored) ? stored : 'auto'
}

export function storeLanguageChoice(storage: Pick<Storage, 'setItem'>, choice: LanguageChoice): void {
  storage.setItem(storageKey, choice)
}

export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  return choice === 'auto' ? pickLanguage(preferred) : choice
}
