// A certificate that a key signs for itself, in DER. Node reads certificates and cannot write them; this one says no more than the key
// does, since nobody trusts it for its words: clients know its fingerprint from a pairing.
import { createPublicKey, sign, type KeyObject } from 'node:crypto'

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const BIT_STRING = 0x03
const UTF8_STRING = 0x0c
const GENERALIZED_TIME = 0x18
const VERSION_TAG = 0xa0

const SHORT_LENGTH = 0x80

/** One value: tag, length, content. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents)
  if (content.length < SHORT_LENGTH) return Buffer.concat([Buffer.of(tag, content.length), content])
  const hex = content.length.toString(16)
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.of(tag, SHORT_LENGTH | length.length), length, content])
}

/** Object identifiers, encoded. */
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const ECDSA_WITH_SHA256 = der(SEQUENCE, Buffer.from('06082a8648ce3d040302', 'hex'))

const V3 = der(VERSION_TAG, der(INTEGER, Buffer.of(2)))
/** For ever, as RFC 5280 writes it: who pinned the key must not be locked out by a date, or by a wrong clock. */
const validity = der(
  SEQUENCE,
  ...['20200101000000Z', '99991231235959Z'].map((time) => der(GENERALIZED_TIME, Buffer.from(time))),
)

const nameOf = (commonName: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(commonName)))))

/**
 * @param privateKey on P-256
 * @param serial some random bytes
 * @returns PEM
 */
export const selfSignedCertificate = (privateKey: KeyObject, commonName: string, serial: Uint8Array): string => {
  const name = nameOf(commonName)
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  // A positive number: the first bit is the sign.
  const number = der(INTEGER, Buffer.of(1), serial)
  const signed = der(SEQUENCE, V3, number, ECDSA_WITH_SHA256, name, validity, name, publicKey)
  const signature = der(BIT_STRING, Buffer.of(0), sign('sha256', signed, privateKey))
  const lines = der(SEQUENCE, signed, ECDSA_WITH_SHA256, signature)
    .toString('base64')
    .replaceAll(/.{1,64}/gu, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`
}
