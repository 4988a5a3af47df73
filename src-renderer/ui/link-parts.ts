// Splits a text into plain parts and web links. Only http and https: nothing else a stranger writes becomes clickable.

export type LinkPart = Readonly<{ text: string; href?: string }>

// Stops at white space, at CJK punctuation and at full-width brackets, which people type straight after an address.
const candidate = /https?:\/\/[^\s<>"'“”‘’「」『』《》（）【】，。！？；：、]+/giu
const trailing = /[.,!?;:*_~]+$/

/** Takes off sentence punctuation and a closing bracket that has no opening one inside the address. */
function trim(address: string): string {
  let kept = address.replace(trailing, '')
  while (/[)\]]$/.test(kept)) {
    const [open, close] = kept.endsWith(')') ? ['(', ')'] : ['[', ']']
    if (kept.split(open ?? '').length >= kept.split(close ?? '').length) break
    kept = kept.slice(0, -1).replace(trailing, '')
  }
  return kept
}

export function linkParts(text: string): readonly LinkPart[] {
  const parts: LinkPart[] = []
  let end = 0
  for (const match of text.matchAll(candidate)) {
    const address = trim(match[0])
    const parsed = URL.parse(address)
    if (parsed === null || parsed.hostname === '') continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ text: address, href: parsed.href })
    end = match.index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
