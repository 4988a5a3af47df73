// Finds links in plain text. Only http, https and mailto ever become links; everything else stays text (never HTML).

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

// Ends before white space, quotes, angle brackets and Chinese punctuation, none of which stands in a link that was pasted whole.
const candidate =
  /(?:https?:\/\/|mailto:|www\.)[^\s<>"'\u3000-\u303f\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u201c\u201d\u2018\u2019]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/giu
const trailing = /[.,:;!?*_~]+$/u
const safeProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** "(see https://x.example/a)" does not own its last bracket; "https://x.example/a_(b)" does. */
const trimEnd = (found: string): string => {
  let link = found.replace(trailing, '')
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const)
    while (link.endsWith(close) && count(link, close) > count(link, open))
      link = link.slice(0, -1).replace(trailing, '')
  return link
}

const hrefOf = (link: string): string | undefined => {
  const address = /^(?:https?:|mailto:)/iu.test(link)
    ? link
    : link.includes('@') && !/^www\./iu.test(link)
      ? `mailto:${link}`
      : `https://${link}`
  try {
    const url = new URL(address)
    return safeProtocols.has(url.protocol) ? url.href : undefined
  } catch {
    // Not an address after all: it stays text.
    return undefined
  }
}

export const linkify = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(candidate)) {
    const link = trimEnd(match[0])
    const href = hrefOf(link)
    if (href === undefined) continue
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push({ kind: 'link', text: link, href })
    end = match.index + link.length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}
