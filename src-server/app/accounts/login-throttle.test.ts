import { describe, expect, it } from 'vitest'
import { limits, type EpochMs } from '../../protocol/index.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { LoginThrottle } from './login-throttle.ts'
import { RateWindow } from './rate-window.ts'

const make = () => {
  const clock = createManualClock()
  const throttle = new LoginThrottle(() => clock.now())
  const attempt = (login: string, address: string, verdict: 'right' | 'wrong' | 'undecided', isHome = false) => {
    const entered = throttle.enter(login, address, isHome)
    if (entered.ok) entered.settle(verdict)
    return entered.ok ? 'entered' : entered.scope
  }
  return { clock, throttle, attempt }
}

describe('login throttle', () => {
  it('stops guessing one account from one address, and says for how long', () => {
    const { clock, throttle, attempt } = make()
    for (let count = 0; count < limits.loginTriesPerAccountAndAddress; count += 1)
      expect(attempt('anna', 'a', 'wrong')).toBe('entered')
    expect(attempt('anna', 'a', 'right')).toBe('pair')
    expect(attempt('anna', 'b', 'right')).toBe('entered')
    expect(attempt('ben', 'a', 'right')).toBe('entered')
    clock.advance(60_000)
    expect(throttle.enter('anna', 'a', false)).toEqual({
      ok: false,
      scope: 'pair',
      retryAfterMs: limits.loginWindowMs - 60_000,
    })
    clock.advance(limits.loginWindowMs)
    expect(attempt('anna', 'a', 'right')).toBe('entered')
  })

  it('counts tries that are still being checked', () => {
    const { throttle } = make()
    const inFlight = Array.from({ length: 20 }, () => throttle.enter('anna', 'a', false))
    expect(inFlight.filter((entered) => entered.ok)).toHaveLength(limits.loginTriesPerAccountAndAddress)
  })

  it('forgets mistyped passwords once the right one came, and what was never decided', () => {
    const { attempt } = make()
    for (let round = 0; round < 10; round += 1) {
      for (let count = 1; count < limits.loginTriesPerAccountAndAddress; count += 1)
        expect(attempt('anna', 'a', 'wrong')).toBe('entered')
      expect(attempt('anna', 'a', 'right')).toBe('entered')
    }
    for (let count = 0; count < 100; count += 1) expect(attempt('ben', 'a', 'undecided')).toBe('entered')
  })

  it('[D9.17] lets 200 colleagues behind one address sign in at once, though many mistype first', () => {
    const { throttle, attempt } = make()
    for (let person = 0; person < 60; person += 1)
      for (let typo = 0; typo < 3; typo += 1) attempt(`agent${person}`, 'office', 'wrong')
    const arriving = Array.from({ length: 200 }, (_, person) => throttle.enter(`agent${person}`, 'office', false))
    expect(arriving.every((entered) => entered.ok)).toBe(true)
    for (const entered of arriving) if (entered.ok) entered.settle('right')
    expect(attempt('agent7', 'office', 'right')).toBe('entered')
  })

  it('stops an address that tries one password on everybody', () => {
    const { attempt } = make()
    for (let count = 0; count < limits.loginTriesPerAddress; count += 1)
      expect(attempt(`victim${count}`, 'evil', 'wrong')).toBe('entered')
    expect(attempt('one more', 'evil', 'wrong')).toBe('address')
    expect(attempt('one more', 'elsewhere', 'right')).toBe('entered')
  })

  it('stops a distributed guesser without locking the account out where it is at home', () => {
    const { attempt } = make()
    for (let count = 0; count < limits.loginTriesPerAccount; count += 1)
      expect(attempt('anna', `bot${count}`, 'wrong')).toBe('entered')
    expect(attempt('anna', 'bot again', 'wrong')).toBe('account')
    expect(attempt('anna', 'office', 'right', true)).toBe('entered')
  })
})

describe('rate window', () => {
  it('[D9.17] remembers a bounded number of keys, forgetting the oldest', () => {
    const clock = createManualClock()
    const window = new RateWindow({ limit: 1, windowMs: 1_000, maxKeys: 3 }, () => clock.now())
    for (const key of ['a', 'b', 'c', 'd']) window.add(key)
    expect(window.size).toBe(3)
    expect(window.waitMs('a')).toBe(0)
    expect(window.waitMs('d')).toBe(1_000)
  })

  it('[D9.17] a clock that is set back makes nobody wait longer than a window', () => {
    let now = 10_000_000
    const window = new RateWindow({ limit: 1, windowMs: 1_000, maxKeys: 3 }, () => now as EpochMs)
    window.add('a')
    now -= 9_000_000
    expect(window.waitMs('a')).toBe(1_000)
    now += 1_000
    expect(window.waitMs('a')).toBe(0)
  })
})
