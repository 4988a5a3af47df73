import { describe, expect, it } from 'vitest'
import type { VisitorId } from '../../protocol/index.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { hashSessionToken, isSessionToken, newSessionToken } from './session-tokens.ts'
import { isSetupCode, newSetupCode } from './setup-code.ts'
import { createVisitorTokens } from './visitor-tokens.ts'

const random = createSeededRandom(7)
const tokens = createVisitorTokens(random.bytes(32))

describe('visitor tokens', () => {
  it('names the visitor it was signed for', () => {
    expect(tokens.verify(tokens.sign(1024 as VisitorId))).toBe(1024)
  })

  it('refuses any other id, mac, version, key or shape', () => {
    const good = tokens.sign(1024 as VisitorId)
    const [, , mac = ''] = good.split('.')
    const flipped = `${mac[0] === 'A' ? 'B' : 'A'}${mac.slice(1)}`
    const bad = [
      `v1.1025.${mac}`,
      `v1.1024.${flipped}`,
      `v2.1024.${mac}`,
      `v1.01024.${mac}`,
      `v1.1024.${mac}A`,
      `v1.1024.`,
      '',
      'v1..',
      'x'.repeat(5_000),
    ]
    for (const token of bad) expect(tokens.verify(token)).toBeUndefined()
    expect(createVisitorTokens(random.bytes(32)).verify(good)).toBeUndefined()
  })
})

describe('session tokens', () => {
  it('are long, different and stored only as a hash', () => {
    const [one, two] = [newSessionToken(random), newSessionToken(random)]
    expect(one).not.toBe(two)
    expect(isSessionToken(one)).toBe(true)
    expect(hashSessionToken(one)).toMatch(/^[0-9a-f]{64}$/u)
    expect(isSessionToken('v1.1.x')).toBe(false)
  })
})

describe('setup code', () => {
  it('can be typed as people type', () => {
    const code = newSetupCode(random)
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u)
    expect(isSetupCode(` ${code.toLowerCase().replaceAll('-', ' ')}`, code)).toBe(true)
    expect(isSetupCode(code.slice(1), code)).toBe(false)
    expect(isSetupCode('', code)).toBe(false)
  })
})
