import { describe, expect, it } from 'vitest'
import { nameInRuntime } from './electron-fallback.mjs'

describe('the fallback Electron', () => {
  it('takes the runtime and renames its executable', () => {
    expect(nameInRuntime('Cypress/Cypress')).toBe('electron')
    expect(nameInRuntime('Cypress/locales/en-US.pak')).toBe('locales/en-US.pak')
  })

  it('leaves the other app behind', () => {
    expect(nameInRuntime('Cypress/resources/app/index.js')).toBeUndefined()
    expect(nameInRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
    expect(nameInRuntime('Cypress/locales/')).toBeUndefined()
    expect(nameInRuntime('elsewhere/file')).toBeUndefined()
  })
})
