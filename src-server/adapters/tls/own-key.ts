// The host's own key with its certificate, in one file of the data folder that only the desk's own user may read. Made once and never
// anew: every paired computer knows this desk by it.
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { selfSignedCertificate } from './self-signed-certificate.ts'

export type OwnKey = {
  /** PEM, both in one. */
  readonly pem: string
  /** SHA-256 of the certificate in DER. */
  readonly fingerprint: Uint8Array
}

const OWNER_ONLY = 0o600
const SERIAL_BYTES = 15

/** @throws what the system says, or when a file is there and is not such a key: a new one would lock paired computers out. */
export const openOwnKey = (dataDir: string): OwnKey => {
  const file = join(dataDir, 'own-key.pem')
  if (!existsSync(file)) writeDurably(file, newKey())
  // A copy made by hand, or a backup brought back, may have opened it to others. Windows knows no such modes: the profile's folder guards it.
  else chmodSync(file, OWNER_ONLY)
  const pem = readFileSync(file, 'utf8')
  const certificate = new X509Certificate(pem)
  if (!certificate.checkPrivateKey(createPrivateKey(pem)))
    throw new Error('own-key.pem holds a key of another certificate')
  return { pem, fingerprint: fingerprintOf(certificate.raw) }
}

export const fingerprintOf = (der: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(der).digest())

const newKey = (): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  return key + selfSignedCertificate(privateKey, 'Frontdesk', randomBytes(SERIAL_BYTES))
}

/** Whole or not at all: half a key would be refused at every start. */
const writeDurably = (file: string, text: string): void => {
  const unfinished = `${file}.new`
  const opened = openSync(unfinished, 'w', OWNER_ONLY)
  try {
    writeSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(unfinished, file)
}
