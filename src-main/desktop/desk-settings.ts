// What this computer remembers between starts: its role in the office and its language. No secrets: secret-vault.ts has them.
import { shortcutKeys, type DeskLanguage, type DeskRole, type ShortcutKeys } from '../bridge/bridge-contract.ts'
import { parseKnownDesks, withDesk, type KnownDesk } from '../pairing/known-desks.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { spellsByDefault } from './spelling.ts'

export type DeskSettings = {
  role(): DeskRole
  setRole(role: DeskRole): void
  /** Joined once, newest first. */
  desks(): readonly KnownDesk[]
  rememberDesk(desk: KnownDesk): void
  forgetDesk(url: string): void
  language(): DeskLanguage
  setLanguage(language: DeskLanguage): void
  /** Whether the person was told that a closed window does not end the hosting. */
  knowsHostingGoesOn(): boolean
  setKnowsHostingGoesOn(): void
  shortcut(): ShortcutKeys
  setShortcut(keys: ShortcutKeys): void
  spelling(): boolean
  setSpelling(isOn: boolean): void
}

type Stored = {
  readonly role: DeskRole
  readonly desks: readonly KnownDesk[]
  readonly language: DeskLanguage
  readonly knowsHostingGoesOn: boolean
  readonly shortcut: ShortcutKeys
  readonly spelling: boolean
}

export const isJoinUrl = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\/[^/\s]+$/.test(url)

const parseRole = (value: unknown): DeskRole => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { kind: 'none' }
  if (value.kind === 'host') return { kind: 'host' }
  if (value.kind === 'join' && 'url' in value && isJoinUrl(value.url)) return { kind: 'join', url: value.url }
  return { kind: 'none' }
}

export const openDeskSettings = (file: string, systemLocale: string): DeskSettings => {
  const found = readJsonFile(file)
  const record: Record<string, unknown> = typeof found === 'object' && found !== null ? { ...found } : {}
  const systemLanguage: DeskLanguage = systemLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
  const language = record['language']
  let stored: Stored = {
    role: parseRole(record['role']),
    desks: parseKnownDesks(record['desks'], isJoinUrl),
    language: language === 'en' || language === 'zh' ? language : systemLanguage,
    knowsHostingGoesOn: record['knowsHostingGoesOn'] === true,
    shortcut: shortcutKeys.find((keys) => keys === record['shortcut']) ?? '',
    spelling: typeof record['spelling'] === 'boolean' ? record['spelling'] : spellsByDefault(process.platform),
  }
  const keep = (change: Partial<Stored>) => {
    stored = { ...stored, ...change }
    writeJsonFile(file, stored)
  }
  return {
    role: () => stored.role,
    setRole: (role) => keep({ role }),
    desks: () => stored.desks,
    rememberDesk: (desk) => keep({ desks: withDesk(stored.desks, desk) }),
    forgetDesk: (url) => keep({ desks: stored.desks.filter((desk) => desk.url !== url) }),
    language: () => stored.language,
    setLanguage: (next) => keep({ language: next }),
    knowsHostingGoesOn: () => stored.knowsHostingGoesOn,
    setKnowsHostingGoesOn: () => keep({ knowsHostingGoesOn: true }),
    shortcut: () => stored.shortcut,
    setShortcut: (shortcut) => keep({ shortcut }),
    spelling: () => stored.spelling,
    setSpelling: (spelling) => keep({ spelling }),
  }
}
