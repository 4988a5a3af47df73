import { describe, expect, it } from 'vitest'
import { needsElectron } from './end-to-end.mjs'

describe('end-to-end tests', () => {
  it('need Electron unless only other projects are named', () => {
    expect(needsElectron([])).toBe(true)
    expect(needsElectron(['--project=web'])).toBe(false)
    expect(needsElectron(['--project', 'web'])).toBe(false)
    expect(needsElectron(['--project=web', '--project=electron'])).toBe(true)
  })
})
