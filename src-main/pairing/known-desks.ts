// The desks that this computer joined, newest first, each with the certificate that a pairing pinned. Pure: what is written where is
// desk-settings.ts's.

/** SHA-256 of a certificate in DER, as Electron writes it: `sha256/` and base64. */
export type DeskCertificate = `sha256/${string}`

export type KnownDesk = {
  /** Its origin. */
  readonly url: string
  /** Null: joined by its address alone. */
  readonly pin: DeskCertificate | null
}

/** Offices have a handful; the list is on one page. */
const MAX_DESKS = 12

const isPin = (value: unknown): value is DeskCertificate =>
  typeof value === 'string' && /^sha256\/[A-Za-z0-9+/]{43}=$/.test(value)

/** @param isUrl what may stand as an address. */
export const parseKnownDesks = (found: unknown, isUrl: (url: unknown) => url is string): readonly KnownDesk[] =>
  (Array.isArray(found) ? found : []).slice(0, MAX_DESKS).flatMap((desk: unknown) => {
    if (typeof desk !== 'object' || desk === null || !('url' in desk) || !isUrl(desk.url)) return []
    const pin = 'pin' in desk ? desk.pin : null
    // A pin that cannot be read must not become a desk without one.
    return pin === null || isPin(pin) ? [{ url: desk.url, pin }] : []
  })

/** To the front; one that was paired keeps its pin until it is paired anew. */
export const withDesk = (desks: readonly KnownDesk[], { url, pin }: KnownDesk): readonly KnownDesk[] => {
  const before = desks.find((desk) => desk.url === url)
  const others = desks.filter((desk) => desk.url !== url)
  return [{ url, pin: pin ?? before?.pin ?? null }, ...others].slice(0, MAX_DESKS)
}
