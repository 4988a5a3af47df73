// Session tokens at rest, encrypted by the operating system's key where it has one. Without one (a Linux without keyring)
// they lie in a file that only this user can read, as a browser's would.
import { readJsonFile, writeJsonFile } from './json-file.ts'

/** The part of Electron's safeStorage that is used; passed in so that tests need no Electron. */
export type SystemCipher = {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
}

export type SecretVault = {
  get(name: string): string | null
  set(name: string, value: string): void
  remove(name: string): void
}

type StoredSecret = { readonly encrypted: boolean; readonly value: string }

const isStoredSecret = (value: unknown): value is StoredSecret =>
  typeof value === 'object' &&
  value !== null &&
  'encrypted' in value &&
  'value' in value &&
  typeof value.value === 'string'

const readSecrets = (file: string): Map<string, StoredSecret> => {
  const found = readJsonFile(file)
  if (typeof found !== 'object' || found === null) return new Map()
  return new Map(Object.entries(found).filter((entry): entry is [string, StoredSecret] => isStoredSecret(entry[1])))
}

export const openSecretVault = (file: string, cipher: SystemCipher): SecretVault => {
  const secrets = readSecrets(file)
  const keep = () => writeJsonFile(file, Object.fromEntries(secrets))
  return {
    get: (name) => {
      const secret = secrets.get(name)
      if (!secret) return null
      if (!secret.encrypted) return secret.value
      try {
        return cipher.decryptString(Buffer.from(secret.value, 'base64'))
      } catch {
        // Another user's key, or a reinstalled keyring: unreadable for ever, so the person signs in again.
        return null
      }
    },
    set: (name, value) => {
      const encrypted = cipher.isEncryptionAvailable()
      secrets.set(name, { encrypted, value: encrypted ? cipher.encryptString(value).toString('base64') : value })
      keep()
    },
    remove: (name) => {
      if (secrets.delete(name)) keep()
    },
  }
}
