// Spell checking: in which languages, and by whose dictionaries. macOS has its own; on Windows and Linux Chromium fetches them from
// Google once, which happens only if the person said so.
import type { Session } from 'electron'
import type { DeskLanguage } from '../bridge/bridge-contract.ts'

/** Without the person's word nothing is fetched. */
export const spellsByDefault = (system: string): boolean => system === 'darwin'

/** English as the system spells it. Chinese has no dictionary anywhere: its writers still mix English in. */
export const spellLanguages = (
  language: DeskLanguage,
  systemLocales: readonly string[],
  available: readonly string[],
): readonly string[] => {
  const english = [...systemLocales, 'en-US', 'en-GB', 'en'].filter((code) => /^en\b/i.test(code))
  const wanted = language === 'zh' ? ['zh', ...english] : english
  const first = wanted.find((code) => available.includes(code))
  return first === undefined ? [] : [first]
}

export const setSpelling = (
  session: Session,
  isWanted: boolean,
  language: DeskLanguage,
  systemLocales: readonly string[],
): void => {
  // Before it is enabled, so that no dictionary of another language is fetched.
  if (isWanted && process.platform !== 'darwin')
    session.setSpellCheckerLanguages([
      ...spellLanguages(language, systemLocales, session.availableSpellCheckerLanguages),
    ])
  session.setSpellCheckerEnabled(isWanted)
}
