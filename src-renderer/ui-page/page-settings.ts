// How the component page is looked at: theme, language, density, zoom. Lives in the address, so that a link shows the same.
import { isLanguage, type LanguageChoice } from '../i18n/language.ts'

export type PageSettings = Readonly<{
  theme: 'auto' | 'light' | 'dark'
  language: LanguageChoice
  density: 'comfortable' | 'compact'
  zoom: '100' | '150' | '200'
}>

const oneOf = <Value extends string>(values: readonly Value[], wanted: string | null): Value | undefined =>
  values.find((value) => value === wanted)

export function readPageSettings(search: string): PageSettings {
  const query = new URLSearchParams(search)
  const language = query.get('language')
  return {
    theme: oneOf(['auto', 'light', 'dark'] as const, query.get('theme')) ?? 'auto',
    language: isLanguage(language) ? language : 'auto',
    density: oneOf(['comfortable', 'compact'] as const, query.get('density')) ?? 'comfortable',
    zoom: oneOf(['100', '150', '200'] as const, query.get('zoom')) ?? '100',
  }
}

/** Shows the settings on the page and keeps them in the address. */
export function applyPageSettings(settings: PageSettings): void {
  const { documentElement: html } = document
  html.dataset['theme'] = settings.theme
  html.dataset['density'] = settings.density
  html.style.zoom = `${settings.zoom}%`
  history.replaceState(null, '', `?${new URLSearchParams(settings).toString()}${location.hash}`)
}
