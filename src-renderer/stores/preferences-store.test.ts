import { describe, expect, it } from 'vitest'
import { createPreferencesStore, defaultPreferences, parsePreferences } from './preferences-store.ts'
import { memoryStorage } from './memory-storage.ts'

describe('preferences', () => {
  it('[look] what was stored comes back after a reload', () => {
    const storage = memoryStorage()
    createPreferencesStore(storage).setState({ theme: 'dark', listWidth: 400, visitorOpen: false })
    expect(createPreferencesStore(storage).getState()).toEqual({
      ...defaultPreferences,
      theme: 'dark',
      listWidth: 400,
      visitorOpen: false,
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
      '{"theme":"pink","density":1,"listWidth":9999,"sound":"yes"}',
    ])
      expect(parsePreferences(stored), String(stored)).toEqual(defaultPreferences)
  })
})
