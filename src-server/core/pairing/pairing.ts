// A colleague's computer joins a desk: both know the six digits that the host shows, and both bind them to the certificate that
// they see. Who stands between them shows another one, and then no proof fits. Pure; randomness comes in.
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { scalarFrom, startSpake2, type Spake2Exchange } from './spake2.ts'

/** Random bytes that an exchange takes: 16 more than a scalar has, so that none is likelier than another. */
export const EXCHANGE_RANDOM_BYTES = 48
/** That a code takes. */
export const CODE_RANDOM_BYTES = 8

const DIGITS = 6
/** Named in what is hashed: a later way of pairing cannot be mistaken for this one. */
const VERSION = 'frontdesk pairing 1'

/** Six digits, each code as likely as another (64 bits to a million: to one in 10^13). */
export const pairingCodeFrom = (random: Uint8Array): string => {
  const wide = random.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  return String(wide % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
}

/** However it was typed or pasted: with blanks, a dash, in full-width digits. @returns undefined for what are not six digits. */
export const parsePairingCode = (typed: string): string | undefined => {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\-–·]/gu, '')
  return /^\d{6}$/u.test(digits) ? digits : undefined
}

export type PairingSide = {
  readonly role: 'joiner' | 'host'
  /** Six digits. */
  readonly code: string
  /** SHA-256 of the host's certificate: its own, or as the joiner's connection shows it. */
  readonly certificate: Uint8Array
  readonly random: Uint8Array
}

/** The joiner begins, and proves first: the host says nothing about the code before it has seen a proof. */
export const startPairing = ({ role, code, certificate, random }: PairingSide): Spake2Exchange => {
  // Lives for two minutes and is worth one guess: there is no list to try at leisure, and so nothing that has to be slow.
  const password = hkdf(sha512, utf8ToBytes(code), undefined, utf8ToBytes(`${VERSION} password`), EXCHANGE_RANDOM_BYTES)
  return startSpake2({
    role: role === 'joiner' ? 'a' : 'b',
    identityA: utf8ToBytes(`${VERSION} joiner`),
    identityB: new Uint8Array([...utf8ToBytes(`${VERSION} host `), ...certificate]),
    w: scalarFrom(password),
    secret: scalarFrom(random),
  })
}

/** Takes the same time wherever two proofs differ. */
export const isSameProof = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.length !== other.length) return false
  return one.reduce((differences, byte, index) => differences | (byte ^ (other[index] ?? 0)), 0) === 0
}
