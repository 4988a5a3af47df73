// What a page may set on the script tag. Pure; anything malformed falls back to the default and is never an error on the page.
import { limits } from '#protocol'
import { defaultBrand, isColour } from '../colour/brand-colour.ts'

export type WidgetOptions = {
  /** The desk's origin, from the script's own address. */
  readonly deskUrl: string
  /** `bubble` floats over a shop's page, `page` fills a window of its own. */
  readonly mode: 'bubble' | 'page'
  /** Name of the visitor, if the shop knows it. Told to the desk when the identity is made. */
  readonly visitorName: string | undefined
  readonly visitorTags: readonly string[]
  /** Name in the header; the desk's own name without it. */
  readonly title: string | undefined
  /** BCP 47; the page's language, then the browser's, without it. */
  readonly locale: string | undefined
  readonly position: 'right' | 'left'
  /** Distance from the edges of the window, px. */
  readonly offset: { readonly x: number; readonly y: number }
  readonly brand: string
  readonly theme: 'auto' | 'light' | 'dark'
}

/** Reads one attribute; empty when it is not set. */
export type ReadAttribute = (name: string) => string

const DEFAULT_OFFSET_PX = 20
const MAX_OFFSET_PX = 400

const pixels = (value: string): number => {
  const number = Number(value || DEFAULT_OFFSET_PX)
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), MAX_OFFSET_PX) : DEFAULT_OFFSET_PX
}

const short = (value: string): string | undefined => value.trim().slice(0, limits.maxNameLength) || undefined

export const parseTags = (value: string): readonly string[] =>
  value
    .split(/[,\uff0c]/u)
    .map((tag) => tag.trim().slice(0, limits.maxTagLength))
    .filter((tag) => tag !== '')
    .slice(0, limits.maxTags)

export const parseWidgetOptions = (deskUrl: string, read: ReadAttribute): WidgetOptions => {
  const [colour, theme] = [read('colour'), read('theme')]
  return {
    deskUrl,
    mode: read('mode') === 'page' ? 'page' : 'bubble',
    visitorName: short(read('name')),
    visitorTags: parseTags(read('tags')),
    title: short(read('title')),
    locale: short(read('locale')),
    position: read('position') === 'left' ? 'left' : 'right',
    offset: { x: pixels(read('offset-x')), y: pixels(read('offset-y')) },
    brand: isColour(colour) ? colour : defaultBrand,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  }
}
