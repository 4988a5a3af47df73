// How this person likes the desk on this computer: looks, keys, sounds and widths. Kept in localStorage, never on the server.
import { sounds } from '../platform/chime.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'

export const themes = ['auto', 'light', 'dark'] as const
export const densities = ['comfortable', 'compact'] as const
export const sendKeys = ['enter', 'mod-enter'] as const

export const soundChoices = ['none', ...sounds] as const
export type SoundChoice = (typeof soundChoices)[number]

export type Preferences = {
  readonly theme: (typeof themes)[number]
  readonly density: (typeof densities)[number]
  /** What sends: Enter (Shift Enter breaks the line), or Ctrl/Cmd Enter (Enter breaks the line). */
  readonly sendKey: (typeof sendKeys)[number]
  /** Single letters act while no text field has the focus. Off for people whose speech input types letters. */
  readonly singleKeys: boolean
  readonly notifications: boolean
  /** The inbox asked once whether to show notifications; it does not ask again. */
  readonly notificationsAsked: boolean
  /** The notification says that something came, not from whom and what. */
  readonly hideText: boolean
  readonly sound: boolean
  readonly soundMessage: SoundChoice
  readonly soundAssigned: SoundChoice
  /** Offers, and what colleagues do in my conversations. */
  readonly soundCalled: SoundChoice
  readonly flash: boolean
  /** Epoch ms until which nothing calls me; 0: not now. */
  readonly quietUntil: number
  readonly listWidth: number
  readonly visitorWidth: number
  readonly visitorOpen: boolean
}

/** CSS pixels, as the look prescribes them. */
export const paneWidths = {
  list: { min: 240, initial: 320, max: 420 },
  visitor: { min: 240, initial: 300, max: 380 },
} as const

export const defaultPreferences: Preferences = {
  theme: 'auto',
  density: 'comfortable',
  sendKey: 'enter',
  singleKeys: true,
  notifications: true,
  notificationsAsked: false,
  hideText: false,
  sound: true,
  soundMessage: 'chime',
  soundAssigned: 'chime',
  soundCalled: 'bell',
  flash: true,
  quietUntil: 0,
  listWidth: paneWidths.list.initial,
  visitorWidth: paneWidths.visitor.initial,
  visitorOpen: true,
}

export type PreferencesStore = StoreApi<Preferences>

export const preferencesKey = 'frontdesk.preferences'

/** Takes what was stored by any version: what it does not understand becomes the default. */
export function parsePreferences(stored: string | null): Preferences {
  const raw = parseObject(stored)
  const oneOf = <Value>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
    values.find((known) => known === value) ?? otherwise
  const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise)
  const width = (value: unknown, { min, initial, max }: { min: number; initial: number; max: number }): number =>
    typeof value === 'number' && value >= min && value <= max ? value : initial
  const usual = defaultPreferences
  return {
    theme: oneOf(themes, raw['theme'], usual.theme),
    density: oneOf(densities, raw['density'], usual.density),
    sendKey: oneOf(sendKeys, raw['sendKey'], usual.sendKey),
    singleKeys: flag(raw['singleKeys'], usual.singleKeys),
    notifications: flag(raw['notifications'], usual.notifications),
    notificationsAsked: flag(raw['notificationsAsked'], usual.notificationsAsked),
    hideText: flag(raw['hideText'], usual.hideText),
    sound: flag(raw['sound'], usual.sound),
    soundMessage: oneOf(soundChoices, raw['soundMessage'], usual.soundMessage),
    soundAssigned: oneOf(soundChoices, raw['soundAssigned'], usual.soundAssigned),
    soundCalled: oneOf(soundChoices, raw['soundCalled'], usual.soundCalled),
    flash: flag(raw['flash'], usual.flash),
    quietUntil: Number.isSafeInteger(raw['quietUntil']) ? Number(raw['quietUntil']) : usual.quietUntil,
    listWidth: width(raw['listWidth'], paneWidths.list),
    visitorWidth: width(raw['visitorWidth'], paneWidths.visitor),
    visitorOpen: flag(raw['visitorOpen'], usual.visitorOpen),
  }
}

function parseObject(stored: string | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    // Somebody edited it, or the disk broke it: the defaults are safe.
    return {}
  }
}

export function createPreferencesStore(storage: Pick<Storage, 'getItem' | 'setItem'>): PreferencesStore {
  const store = createStore<Preferences>(() => parsePreferences(storage.getItem(preferencesKey)))
  store.subscribe((preferences) => storage.setItem(preferencesKey, JSON.stringify(preferences)))
  return store
}
