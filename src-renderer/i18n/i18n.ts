// Starts i18next with both catalogues in the bundle (no loading, no flash of keys) and switches languages at run time.
import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { type Language, languageTags, languages } from './language.ts'
import { zh } from './zh.ts'

/** The one instance that the page's parts read; non-React code may call `i18n.t`. */
export const i18n: I18n = createInstance()

/** Must run before the first render. */
export function startI18n(language: Language): void {
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    resources: { en, zh },
    ns: Object.keys(en),
    defaultNS: 'ui',
    initAsync: false,
    // React escapes already; escaping twice would show &#39; in names.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  markDocument(language)
}

export async function setLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language)
  markDocument(language)
}

function markDocument(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = languageTags[language]
}
