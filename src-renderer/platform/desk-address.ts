// What a person types to join a desk → the desk's HTTP origin. "192.168.1.20" is enough.

/** The port a desk listens on unless told otherwise. */
const defaultPort = 8000

/**
 * @returns the origin, or undefined when no address can be made of it. Without a scheme http is meant (an office network
 * has no certificate) and the default port; with one, what was typed is what is used.
 */
export function parseDeskAddress(typed: string): string | undefined {
  const text = typed.trim().normalize('NFKC').replaceAll('。', '.')
  if (text === '' || /\s/.test(text)) return undefined
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
  let address: URL
  try {
    address = new URL(hasScheme ? text : `http://${text}`)
  } catch {
    return undefined
  }
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined
  if (address.hostname === '' || address.username !== '') return undefined
  if (!hasScheme && address.port === '' && !/:80(?:\/|$)/.test(text)) address.port = String(defaultPort)
  return address.origin
}
