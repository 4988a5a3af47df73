// Where in a text those stand whom it calls. Pure.
export type Called = { readonly id: number; readonly name: string }

export type CallPart = { readonly text: string; readonly called: number | undefined }

/** A text cut where somebody who is called stands in it; of two names that begin alike the longer one. */
export function callParts(text: string, called: readonly Called[]): readonly CallPart[] {
  const inOrder = called.filter(({ name }) => name !== '').toSorted((one, other) => other.name.length - one.name.length)
  const parts: { text: string; called: number | undefined }[] = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const from = at
    const found = inOrder.find(({ name }) => text.startsWith(`@${name}`, from))
    if (!found) {
      plain += text.charAt(at)
      at += 1
      continue
    }
    if (plain !== '') parts.push({ text: plain, called: undefined })
    plain = ''
    parts.push({ text: `@${found.name}`, called: found.id })
    at += `@${found.name}`.length
  }
  if (plain !== '') parts.push({ text: plain, called: undefined })
  return parts
}
