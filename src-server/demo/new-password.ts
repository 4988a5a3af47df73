// Passwords that a person reads off a terminal once and types: no letter that looks like another.
import type { Random } from '../ports/random.ts'

// 15 of 31 signs: 74 bits.
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 15
const GROUP = 5

/** `k7qm2-xpd9h-tr4wz` */
export const newPassword = (random: Random): string => {
  const signs = [...random.bytes(LENGTH)].map((byte) => alphabet[byte % alphabet.length] ?? '')
  return signs.map((sign, index) => (index > 0 && index % GROUP === 0 ? `-${sign}` : sign)).join('')
}
