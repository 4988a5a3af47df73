import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { judgeCertificate, pinCertificates } from './certificate-pin.ts'
import { parseKnownDesks, withDesk, type DeskCertificate, type KnownDesk } from './known-desks.ts'

const pin = (letter: string): DeskCertificate => `sha256/${letter.repeat(43)}=`
const paired: readonly KnownDesk[] = [
  { url: 'https://192.168.1.20:8001', pin: pin('a') },
  { url: 'https://[fe80::1]:8001', pin: pin('b') },
  { url: 'https://desk.example', pin: null },
]

type Verify = NonNullable<Parameters<Session['setCertificateVerifyProc']>[0]>
type OnError = (
  event: { preventDefault(): void },
  contents: unknown,
  url: string,
  error: string,
  certificate: { readonly fingerprint: string },
  decide: (isTrusted: boolean) => void,
) => void

/** Asks about certificates as Chromium does: of what the system thinks once, of what it refuses each time. */
const openWorld = (desks: readonly KnownDesk[]) => {
  let verify: Verify | undefined
  let refused: OnError | undefined
  const lines: string[] = []
  const app = { on: (_event: string, listener: OnError) => void (refused = listener) }
  const pins = pinCertificates(
    app as unknown as Pick<App, 'on'>,
    { setCertificateVerifyProc: (next) => void (verify = next ?? undefined) },
    () => desks,
    (line) => lines.push(line),
  )
  return {
    pins,
    lines,
    /** @param errorCode of the system: 0 for a certificate that it believes. */
    system: (hostname: string, fingerprint: string, errorCode: number) => {
      const verdicts: number[] = []
      verify?.({ hostname, certificate: { fingerprint }, errorCode } as Parameters<Verify>[0], (given) =>
        verdicts.push(given),
      )
      return verdicts
    },
    again: (url: string, fingerprint: string) => {
      const verdicts: (boolean | string)[] = []
      const event = { preventDefault: () => void verdicts.push('ours to judge') }
      refused?.(event, undefined, url, 'net::ERR_CERT_AUTHORITY_INVALID', { fingerprint }, (given) =>
        verdicts.push(given),
      )
      return verdicts
    },
  }
}

describe('a pinned certificate', () => {
  it('[D9.32] is the only one that is good at the address of a paired desk', () => {
    const verdict = (host: string, fingerprint: string) => judgeCertificate(host, fingerprint, paired)
    expect(verdict('192.168.1.20:8001', pin('a'))).toBe('paired')
    expect(verdict('192.168.1.20:8001', pin('b'))).toBe('stranger')
    expect(verdict('[fe80::1]:8001', pin('b'))).toBe('paired')
    for (const host of ['192.168.1.20:8002', '192.168.1.200:8001', 'desk.example'])
      expect(verdict(host, pin('a')), host).toBe('unknown')
  })

  it('[D9.32] is asked for each time, and another one is logged once, until the right one is back', () => {
    const { pins, lines, again } = openWorld(paired)
    const [{ url } = { url: '' }] = paired
    const socket = 'wss://192.168.1.20:8001/ws'
    expect([again(socket, pin('c')), again(`${url}/api/v1/desk`, pin('c'))]).toEqual([
      ['ours to judge', false],
      ['ours to judge', false],
    ])
    expect([pins.metStranger(url), lines.length, lines.join('').includes('192.168')]).toEqual([true, 1, false])
    expect([again(socket, pin('a')), pins.metStranger(url)]).toEqual([['ours to judge', true], false])
    expect(again('https://elsewhere.example/', pin('a'))).toEqual(['ours to judge', false])
  })

  it('[D9.32] has no authority above it: one that the system believes is refused, too', () => {
    const { system } = openWorld(paired)
    expect(system('192.168.1.20', pin('c'), 0)).toEqual([-2])
    expect(system('fe80::1', pin('c'), 0)).toEqual([-2])
    // What the system refuses comes to us each time; this answer would be kept.
    for (const [name, letter, error] of [
      ['192.168.1.20', 'a', -202],
      ['192.168.1.20', 'c', -202],
      ['desk.example', 'c', 0],
    ] as const)
      expect(system(name, pin(letter), error), name).toEqual([-3])
  })
})

describe('the desks that were joined', () => {
  const isUrl = (url: unknown): url is string => typeof url === 'string' && url.startsWith('http')

  it('come newest first, a few, and keep a pin until the desk is paired anew', () => {
    const again = withDesk(paired, { url: 'https://[fe80::1]:8001', pin: null })
    expect(again.map(({ url, pin: kept }) => [url, kept])).toEqual([
      ['https://[fe80::1]:8001', pin('b')],
      ['https://192.168.1.20:8001', pin('a')],
      ['https://desk.example', null],
    ])
    expect(withDesk(again, { url: 'https://[fe80::1]:8001', pin: pin('d') })[0]?.pin).toBe(pin('d'))
    let many = paired
    for (let desk = 0; desk < 40; desk += 1) many = withDesk(many, { url: `http://10.0.0.${desk}`, pin: null })
    expect([many.length, many[0]?.url]).toEqual([12, 'http://10.0.0.39'])
  })

  it('[D9.32] one whose pin cannot be read is no desk, rather than a desk without a pin', () => {
    expect(parseKnownDesks(JSON.parse(JSON.stringify(paired)), isUrl)).toEqual(paired)
    const [good] = paired
    for (const broken of ['sha256/short', '', 7, 'md5/x'])
      expect(parseKnownDesks([{ ...good, pin: broken }], isUrl), String(broken)).toEqual([])
    for (const found of [undefined, null, 'x', {}, [1, null, { url: 'file:///etc', pin: null }]])
      expect(parseKnownDesks(found, isUrl)).toEqual([])
  })
})
