import { describe, expect, it } from 'vitest'
import { mayReload } from './page-recovery.ts'

describe('a page that died', () => {
  it('is loaded again, also when it happens every few minutes', () => {
    expect(mayReload([5_000])).toBe(true)
    expect(mayReload([0, 100_000, 200_000, 300_000, 400_000])).toBe(true)
  })
  it('is left to a person when it dies a fourth time within a minute', () => {
    expect(mayReload([0, 1_000, 2_000])).toBe(true)
    expect(mayReload([0, 1_000, 2_000, 3_000])).toBe(false)
  })
})
