// Splits a text into plain parts and web links. Only http and https: nothing else a stranger writes becomes clickable.

export type LinkPart = Readonly<{ text: string; href?: string }>

// Stops at white space, at CJK punctuation and at full-width brackets, which people type straight after an address.
const candidate = /https?:\/\/[^\s<>"'“”‘’「」『』《》（）【】，。！？；：、]+/giu
const endsSentence = new Set('.,!?;:*_~')
const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/**
 * Takes off sentence punctuation and a closing bracket that has no opening one inside the address. Looks at each character
 * once: a stranger may send ten thousand brackets.
 */
function trim(address: string): string {
  const counts = new Map<string, number>()
  for (const character of address) counts.set(character, (counts.get(character) ?? 0) + 1)
  let end = address.length
  for (;;) {
    const last = address[end - 1] ?? ''
    const open = opening[last]
    const closed = counts.get(last) ?? 0
    const isStray = open !== undefined && closed > (counts.get(open) ?? 0)
    if (!endsSentence.has(last) && !isStray) return address.slice(0, end)
    counts.set(last, closed - 1)
    end -= 1
  }
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
