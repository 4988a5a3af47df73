import { describe, expect, it } from 'vitest'
import { languageOf, pickLanguage, readLanguageChoice, storeLanguageChoice } from './language.ts'

describe('language', () => {
  it('[look] the first language of the browser that we speak wins', () => {
    expect(pickLanguage(['fr-FR', 'zh-TW', 'en'])).toBe('zh')
    expect(pickLanguage(['en-GB', 'zh'])).toBe('en')
    expect(pickLanguage(['fr', 'de'])).toBe('en')
    expect(pickLanguage([])).toBe('en')
  })

  it('[look] a choice is remembered, and "auto" follows the browser', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(readLanguageChoice(storage)).toBe('auto')
    storeLanguageChoice(storage, 'zh')
    expect(readLanguageChoice(storage)).toBe('zh')
    expect(languageOf('auto', ['zh-CN'])).toBe('zh')
    expect(languageOf('en', ['zh-CN'])).toBe('en')
  })
})
