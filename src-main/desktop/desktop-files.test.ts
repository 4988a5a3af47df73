import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDeskSettings } from './desk-settings.ts'
import { openSecretVault, type SystemCipher } from './secret-vault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-main-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the settings of this computer', () => {
  it('come back after a restart', () => {
    const file = join(folder, 'a', 'settings.json')
    openDeskSettings(file, 'en-GB').setRole({ kind: 'join', url: 'http://desk.local:8000' })
    openDeskSettings(file, 'en-GB').setLanguage('zh')
    openDeskSettings(file, 'en-GB').setKnowsHostingGoesOn()
    const settings = openDeskSettings(file, 'en-GB')
    settings.setShortcut('Alt+Shift+F')
    settings.setSpelling(true)
    const again = openDeskSettings(file, 'en-GB')
    expect(again.role()).toEqual({ kind: 'join', url: 'http://desk.local:8000' })
    expect(again.language()).toBe('zh')
    expect(again.knowsHostingGoesOn()).toBe(true)
    expect([again.shortcut(), again.spelling()]).toEqual(['Alt+Shift+F', true])
    expect(openDeskSettings(join(folder, 'b'), 'en').knowsHostingGoesOn()).toBe(false)
  })
  it('start in the language of the system', () => {
    expect(openDeskSettings(join(folder, 'x'), 'zh-CN').language()).toBe('zh')
    expect(openDeskSettings(join(folder, 'x'), 'de').language()).toBe('en')
  })
  it.each([
    '',
    '{',
    '[]',
    '{"role":7,"language":{},"shortcut":"Q","spelling":1}',
    '{"role":{"kind":"join","url":"file:///etc"}}',
  ])('survive a broken file: %s', (text) => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, text)
    const settings = openDeskSettings(file, 'en')
    expect([settings.role(), settings.shortcut()]).toEqual([{ kind: 'none' }, ''])
  })
})

describe('the secret vault', () => {
  const xor = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
  const cipher = (available: boolean): SystemCipher => ({
    isEncryptionAvailable: () => available,
    encryptString: (text) => xor(Buffer.from(text)),
    decryptString: (bytes) => {
      if (!available) throw new Error('no key')
      return xor(bytes).toString()
    },
  })
  it.each([true, false])('gives back what it took (system key: %s), readable by this user only', (available) => {
    const file = join(folder, 'secrets.json')
    openSecretVault(file, cipher(available)).set('token', 's3cret')
    expect(openSecretVault(file, cipher(available)).get('token')).toBe('s3cret')
    expect(statSync(file).mode & 0o077).toBe(0)
  })
  it('forgets what its key cannot open any more', () => {
    const file = join(folder, 'secrets.json')
    openSecretVault(file, cipher(true)).set('token', 's3cret')
    expect(openSecretVault(file, cipher(false)).get('token')).toBeNull()
  })
  it('removes', () => {
    const vault = openSecretVault(join(folder, 'secrets.json'), cipher(true))
    vault.set('token', 'x')
    vault.remove('token')
    expect(vault.get('token')).toBeNull()
  })
})
