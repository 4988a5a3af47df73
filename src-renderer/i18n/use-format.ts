// The formatters of the language on screen, made once a language.
import { useTranslation } from 'react-i18next'
import { type Format, createFormat } from './format.ts'
import { type Language, isLanguage } from './language.ts'

const formats = new Map<Language, Format>()

function formatFor(language: Language): Format {
  const known = formats.get(language)
  if (known !== undefined) return known
  const made = createFormat(language)
  formats.set(language, made)
  return made
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'en'
}

export function useFormat(): Format {
  return formatFor(useLanguage())
}
