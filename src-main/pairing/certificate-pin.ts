// A paired desk is known by its certificate and by nothing else: no authority, no name and no date makes another one good.
import type { App, Session } from 'electron'
import type { KnownDesk } from './known-desks.ts'

/** `stranger`: at the address of a paired desk, with another certificate. */
export type Verdict = 'paired' | 'stranger' | 'unknown'

/** @param host with its port, as in the URL of a request. */
export const judgeCertificate = (host: string, fingerprint: string, desks: readonly KnownDesk[]): Verdict => {
  const pins = desks.flatMap(({ url, pin }) => (pin !== null && new URL(url).host === host ? [pin] : []))
  if (pins.length === 0) return 'unknown'
  return pins.some((pin) => pin === fingerprint) ? 'paired' : 'stranger'
}

export type PinnedCertificates = {
  /** Whether what answered last at the desk's address showed another certificate than the one that was pinned. */
  metStranger(url: string): boolean
}

/** What Electron calls them. */
const REFUSED = -2
const AS_USUAL = -3
const NO_ERROR = 0

/** Chromium asks with the bare name, URLs write IPv6 in brackets. */
const nameOf = (url: string): string => new URL(url).hostname.replaceAll(/^\[|\]$/g, '')

export const pinCertificates = (
  app: Pick<App, 'on'>,
  session: Pick<Session, 'setCertificateVerifyProc'>,
  desks: () => readonly KnownDesk[],
  log: (line: string) => void,
): PinnedCertificates => {
  const strangers = new Set<string>()
  // Of certificates that the system believes, only those at a paired desk's address are ours to judge: an authority of the office
  // would be a way past the pin. Chromium keeps each answer for half an hour, so nothing that may change is decided here.
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
    const pinned = desks().filter(({ url, pin }) => pin !== null && nameOf(url) === hostname)
    const isStranger = pinned.length > 0 && pinned.every(({ pin }) => pin !== certificate.fingerprint)
    decide(errorCode === NO_ERROR && isStranger ? REFUSED : AS_USUAL)
  })
  // Our hosts sign for themselves: the system refuses them, and asks us each time.
  app.on('certificate-error', (event, _contents, url, _error, certificate, decide) => {
    const { host } = new URL(url)
    const verdict = judgeCertificate(host, certificate.fingerprint, desks())
    if (verdict !== 'stranger') strangers.delete(host)
    else if (!strangers.has(host)) {
      strangers.add(host)
      log('pairing: refused, another certificate at the address of a paired desk\n')
    }
    event.preventDefault()
    decide(verdict === 'paired')
  })
  return { metStranger: (url) => strangers.has(new URL(url).host) }
}
