// The words of the panel's content in one language.
import { en, type Words } from './en.ts'
import type { Locale } from './locale.ts'
import { zh } from './zh.ts'

export const wordsOf = (locale: Locale): Words => (locale === 'zh' ? zh : en)
