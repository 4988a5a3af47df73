// The page's language: what the shop set, else what the page says of itself, else what the browser prefers. Follows the page.
import { chooseLocale, formatLocale, type Locale } from '../i18n/locale.ts'
import { createStore, type ReadableStore } from '../visitor/store.ts'

export const watchPageLocale = (wish: string | undefined, isOwnPage: boolean): ReadableStore<Locale> => {
  const page = document.documentElement
  // The chat's own page has no language but its visitor's.
  if (isOwnPage) page.lang = formatLocale(chooseLocale([wish, ...navigator.languages]))
  const choose = (): Locale => chooseLocale([wish, page.lang, ...navigator.languages])
  const locale = createStore(choose())
  new MutationObserver(() => locale.set(choose())).observe(page, { attributes: true, attributeFilter: ['lang'] })
  return locale
}
