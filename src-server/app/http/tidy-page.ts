// Where a visitor says they are, made fit to keep and to show: their script may be anybody's.
import { isWellFormedText, type VisitorPage } from '../../protocol/index.ts'

/** A page's title or address is decoration: what is not well formed is left out rather than refused. */
export const tidyText = (text: string | undefined): string =>
  text !== undefined && isWellFormedText(text) ? text.trim() : ''

/** Agents see it as a link: nothing but a web page may stand there. */
const tidyUrl = (url: string | undefined): string => (/^https?:\/\//iu.test(tidyText(url)) ? tidyText(url) : '')

export const tidyPage = (page: Partial<VisitorPage> | undefined): VisitorPage => ({
  url: tidyUrl(page?.url),
  title: tidyText(page?.title),
  referrer: tidyUrl(page?.referrer),
})
