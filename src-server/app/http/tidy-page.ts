// Where a visitor says they are, made fit to keep and to show: their script may be anybody's.
import { isWellFormedText, limits, type VisitorPage } from '../../protocol/index.ts'

/** A page's title or address is decoration: what is not well formed is left out rather than refused. */
export const tidyText = (text: string | undefined): string =>
  text !== undefined && isWellFormedText(text) ? text.trim() : ''

/** A route of a page that draws itself (`#/cart`); anything else behind a hash may be a secret. */
const routeIn = (hash: string): string => (/^#!?\//u.test(hash) ? (hash.split('?', 1)[0] ?? '') : '')

/**
 * Agents see it as a link: nothing but a web page may stand there. Without its query, names and passwords: carts, sessions and mail addresses
 * travel in them, and nobody asked the visitor. SPEC D4.12.
 */
const tidyUrl = (url: string | undefined): string => {
  const parsed = URL.parse(tidyText(url))
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return ''
  return `${parsed.origin}${parsed.pathname}${routeIn(parsed.hash)}`
}

/** As they are named: `America/Argentina/Buenos_Aires`, `Etc/GMT+8`. */
const ZONE = /^[A-Za-z][\w+/-]*$/u

const tidyZone = (zone: string | null | undefined): string => {
  const text = tidyText(zone ?? '')
  return ZONE.test(text) && text.length <= limits.maxTimeZoneLength ? text : ''
}

export const tidyPage = (page: Partial<VisitorPage> | undefined): VisitorPage => {
  const zone = tidyZone(page?.zone)
  return {
    url: tidyUrl(page?.url),
    title: tidyText(page?.title),
    referrer: tidyUrl(page?.referrer),
    ...(zone !== '' && { zone }),
  }
}
