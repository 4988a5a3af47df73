// SPAKE2 on P-256 with SHA-256, HKDF and HMAC, as RFC 9382 has it: two who know the same short password agree on a long key, and
// whoever does not know it learns nothing but whether one guess was right. The group is the library's; randomness comes in.
import { p256 } from '@noble/curves/nist.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const { Point } = p256
const { Fn } = Point

/** RFC 9382, section 4: points of which nobody knows the logarithm. */
const M = Point.fromHex('02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f')
const N = Point.fromHex('03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49')

const SCALAR_BYTES = 32
/** Of the transcript's hash and of what is made from it: one half each. */
const KEY_BYTES = 16

export type Spake2Side = {
  /** `a` begins. */
  readonly role: 'a' | 'b'
  readonly identityA: Uint8Array
  readonly identityB: Uint8Array
  /** The password, hashed to a scalar that is not 0. */
  readonly w: bigint
  /** Fresh for every exchange: a scalar that is not 0. */
  readonly secret: bigint
}

export type Spake2Exchange = {
  /** For the other side: a point, uncompressed. */
  readonly share: Uint8Array
  /** @returns undefined when what came is no point of the curve, or one that would lay the key open. */
  finish(theirShare: Uint8Array): Spake2Keys | undefined
}

export type Spake2Keys = {
  /** For the other side: that this one knows the password, and saw the same identities and shares. */
  readonly proof: Uint8Array
  /** What the other side has to send. */
  readonly expected: Uint8Array
}

export const startSpake2 = (side: Spake2Side): Spake2Exchange => {
  const { role, w, secret } = side
  const [mine, theirs] = role === 'a' ? [M, N] : [N, M]
  const share = mine.multiply(w).add(Point.BASE.multiply(secret)).toBytes(false)
  return {
    share,
    finish: (theirShare) => {
      const point = pointOf(theirShare)
      // The group has no cofactor: a point of the curve that is not the identity has the whole order.
      const blinded = point?.subtract(theirs.multiply(w))
      if (blinded === undefined || blinded.is0()) return undefined
      const key = blinded.multiply(secret).toBytes(false)
      const shares = role === 'a' ? [share, theirShare] : [theirShare, share]
      const parts = [side.identityA, side.identityB, ...shares, key, scalarBytes(w)]
      const [proofOfA, proofOfB] = proofsOf(concatBytes(...parts.flatMap((part) => [lengthOf(part), part])))
      return role === 'a' ? { proof: proofOfA, expected: proofOfB } : { proof: proofOfB, expected: proofOfA }
    },
  }
}

/** Evenly spread over all scalars but 0: `bytes` are at least 16 more than a scalar has. */
export const scalarFrom = (bytes: Uint8Array): bigint => {
  const wide = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  return (wide % (Fn.ORDER - 1n)) + 1n
}

const UNCOMPRESSED_BYTES = 1 + 2 * SCALAR_BYTES

const pointOf = (bytes: Uint8Array): typeof Point.BASE | undefined => {
  // One encoding only: what both sides hash must be what was sent.
  if (bytes.length !== UNCOMPRESSED_BYTES) return undefined
  try {
    const point = Point.fromBytes(bytes)
    point.assertValidity()
    return point
  } catch {
    // The library throws for bytes that are no point: expected of a stranger.
    return undefined
  }
}

const proofsOf = (transcript: Uint8Array): readonly [Uint8Array, Uint8Array] => {
  const confirming = sha256(transcript).subarray(KEY_BYTES)
  const keys = hkdf(sha256, confirming, undefined, utf8ToBytes('ConfirmationKeys'), 2 * KEY_BYTES)
  return [hmac(sha256, keys.subarray(0, KEY_BYTES), transcript), hmac(sha256, keys.subarray(KEY_BYTES), transcript)]
}

const scalarBytes = (scalar: bigint): Uint8Array => Fn.toBytes(scalar)

/** Eight bytes, the least first. */
const lengthOf = (part: Uint8Array): Uint8Array => {
  const length = new Uint8Array(8)
  new DataView(length.buffer).setUint32(0, part.length, true)
  return length
}
