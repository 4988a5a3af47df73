// frontdesk:// links, which any page and any mail may hold: two exact forms, and nothing else of them is believed. Whether the
// person may see what one names is the server's to say.
import type { DeskPlace } from '../bridge/bridge-contract.ts'

export const DEEP_LINK_SCHEME = 'frontdesk'

/** The longest good one has under fifty characters. */
const MAX_LINK_LENGTH = 100

const conversationLink = /^frontdesk:\/\/conversation\/([1-9]\d{0,14})\/?$/i
const settingsLink = /^frontdesk:\/\/settings\/([a-z-]{1,30})\/?$/i

/** Nothing is decoded: a link that needs decoding is none of ours. A page of settings that is unknown is told by the desk. */
export const parseDeepLink = (link: string): DeskPlace => {
  if (link.length > MAX_LINK_LENGTH) return { kind: 'nowhere' }
  const conversation = conversationLink.exec(link)?.[1]
  if (conversation !== undefined) return { kind: 'conversation', conversation: Number(conversation) }
  const page = settingsLink.exec(link)?.[1]
  return page === undefined ? { kind: 'nowhere' } : { kind: 'settings', page: page.toLowerCase() }
}

/** Among the words of a command line, as Windows and Linux hand a link over. @returns undefined when none is there. */
export const deepLinkIn = (words: readonly string[]): DeskPlace | undefined => {
  const link = words.findLast((word) => word.toLowerCase().startsWith(`${DEEP_LINK_SCHEME}:`))
  return link === undefined ? undefined : parseDeepLink(link)
}
