// Languages that visitors write in, by their own tags, named in the reader's language.
import { useTranslation } from 'react-i18next'

/** The most spoken by online shoppers; what an office stored besides stays. */
export const offeredLanguages = ['zh', 'en', 'ja', 'ko', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'ar', 'vi', 'th', 'id']

export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames(i18n.language, { type: 'language', fallback: 'code' })
  return (tag) => names.of(tag) ?? tag
}
