// A message's own id, made before anything else happens to it (D2).
import type { Cid } from '#protocol'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** 22 characters of 6 random bits each: 132 bits, so that nobody's ids ever meet. */
export const makeCid = (randomBytes: (count: number) => Uint8Array): Cid =>
  Array.from(randomBytes(22), (byte) => CHARACTERS.charAt(byte & 63)).join('') as Cid
