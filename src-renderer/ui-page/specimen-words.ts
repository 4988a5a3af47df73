// The words of the examples in the language on screen.
import { useTranslation } from 'react-i18next'
import { chinese } from './specimen-words-zh.ts'
import { english } from './specimen-words-en.ts'

export type SpecimenWords = typeof english | typeof chinese
export type ChapterId = keyof typeof english.chapters

export function useWords(): SpecimenWords {
  const { i18n } = useTranslation()
  return i18n.language === 'zh' ? chinese : english
}
