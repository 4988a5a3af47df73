// The code that proves, at the first start, that whoever makes the owner account can read this server's terminal or window.
// Lives in memory only; a restart makes a new one.
import { timingSafeEqual } from 'node:crypto'
import type { Random } from '../../ports/random.ts'

// 32 signs without 0/O and 1/I: 60 bits that can be read out over a telephone.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12
const GROUP = 4

/** `K7QM-2XPD-9HTR` */
export const newSetupCode = (random: Random): string => {
  const signs = [...random.bytes(LENGTH)].map((byte) => alphabet[byte % alphabet.length] ?? '')
  return signs.map((sign, index) => (index > 0 && index % GROUP === 0 ? `-${sign}` : sign)).join('')
}

const tidy = (code: string): Buffer => Buffer.from(code.toUpperCase().replaceAll(/[^0-9A-Z]/gu, ''))

/** However it was typed: small letters, spaces, without the dashes. */
export const isSetupCode = (given: string, expected: string): boolean => {
  const [left, right] = [tidy(given), tidy(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
