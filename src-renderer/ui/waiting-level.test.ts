import { describe, expect, it } from 'vitest'
import { waitingLevel } from './waiting-level.ts'

describe('waiting level', () => {
  it('[look] turns amber past half of the target and red past it', () => {
    const targetMs = 60_000
    expect([0, 30_000, 30_001, 60_000, 60_001].map((ms) => waitingLevel(ms, targetMs))).toEqual([
      'calm',
      'calm',
      'near',
      'near',
      'past',
    ])
  })

  it('[look] stays calm without a target', () => {
    expect(waitingLevel(86_400_000, undefined)).toBe('calm')
  })
})
