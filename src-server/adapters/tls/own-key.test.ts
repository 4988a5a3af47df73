import { X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprintOf, openOwnKey } from './own-key.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'own-key.pem')
const mode = () => statSync(file()).mode & 0o777

it('[D9.30] a host makes one key, keeps it, and lets nobody else read it', () => {
  const made = openOwnKey(folder)
  expect(mode()).toBe(0o600)
  const certificate = new X509Certificate(made.pem)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.subject).toBe('CN=Frontdesk')
  expect(new Date(certificate.validTo).getUTCFullYear()).toBe(9999)
  expect(made.fingerprint).toEqual(fingerprintOf(certificate.raw))
  // A copy that came back open to all.
  chmodSync(file(), 0o644)
  expect(openOwnKey(folder)).toEqual(made)
  expect(mode()).toBe(0o600)
})

it('[D9.30] a key that cannot be read is never replaced by another', () => {
  const other = mkdtempSync(join(tmpdir(), 'frontdesk-key-'))
  const mixed = `${openOwnKey(folder).pem.split('-----BEGIN CERT')[0]}-----BEGIN CERT${openOwnKey(other).pem.split('-----BEGIN CERT')[1]}`
  rmSync(other, { recursive: true })
  for (const broken of ['', 'no key', mixed]) {
    writeFileSync(file(), broken)
    expect(() => openOwnKey(folder), broken).toThrow()
    expect(statSync(file()).size).toBe(broken.length)
  }
})
