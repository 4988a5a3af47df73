// Light or dark: what the shop set, else what the visitor's system prefers.
import { createStore, type ReadableStore } from '../visitor/store.ts'
import type { Scheme } from '../ui/widget.ts'

export const watchColourScheme = (theme: 'auto' | Scheme): ReadableStore<Scheme> => {
  if (theme !== 'auto') return createStore(theme)
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const scheme = createStore<Scheme>(dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', () => scheme.set(dark.matches ? 'dark' : 'light'))
  return scheme
}
