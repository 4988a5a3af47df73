// Finds links in plain text. Only http, https and mailto ever become links; everything else stays text (never HTML).

export type TextPart = { readonly text: string; readonly href: string | undefined }

// Ends before white space, quotes, angle brackets and Chinese punctuation, none of which stands in a link pasted whole.
const candidate =
  /(?:https?:\/\/|mailto:|www\.)[^\s<>"'\u3000-\u303f\uff00-\uff1f\u2018-\u201d]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/giu

/** A full stop ends the sentence, not the link; "(see https://x.example/a)" does not own its bracket, "…/b_(c)" does. */
const trimEnd = (link: string): string => {
  const loose = link.includes('(') ? '.,:;!?*_~]' : '.,:;!?*_~])'
  let end = link.length
  while (loose.includes(link[end - 1] ?? ' ')) end -= 1
  return link.slice(0, end)
}

const hrefOf = (link: string): string | undefined => {
  const scheme = /^(?:https?|mailto):/iu.test(link) ? '' : /^www\./iu.test(link) ? 'https://' : 'mailto:'
  try {
    const { protocol, href } = new URL(scheme + link)
    return /^(?:https?|mailto):$/u.test(protocol) ? href : undefined
  } catch {
    // Not an address after all: it stays text.
    return undefined
  }
}

export const linkify = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const link = trimEnd(found)
    const href = hrefOf(link)
    if (href === undefined) continue
    parts.push({ text: text.slice(end, index), href: undefined }, { text: link, href })
    end = index + link.length
  }
  return [...parts, { text: text.slice(end), href: undefined }]
}
