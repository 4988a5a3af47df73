import { describe, expect, it } from 'vitest'
import { createPreferencesStore, defaultPreferences, parsePreferences } from './preferences-store.ts'
import { memoryStorage } from './memory-storage.ts'

describe('preferences', () => {
  it('[look] what was stored comes back after a reload', () => {
    const storage = memoryStorage()
    const heard = { soundCalled: 'none', quietUntil: 1_800_000_000_000, hideText: true, flash: false } as const
    createPreferencesStore(storage).setState({ theme: 'dark', listWidth: 400, visitorOpen: false, ...heard })
    expect(createPreferencesStore(storage).getState()).toEqual({
      ...defaultPreferences,
      theme: 'dark',
      listWidth: 400,
      visitorOpen: false,
      ...heard,
    })
  })

  it('[D9] broken, foreign or extreme values become the default', () => {
    for (const stored of [
      null,
      '',
      '{',
      'null',
      '[]',
      '3',
      '{"theme":"pink","density":1,"listWidth":9999,"sound":"yes","soundMessage":"gong","quietUntil":"long"}',
    ])
      expect(parsePreferences(stored), String(stored)).toEqual(defaultPreferences)
  })
})
