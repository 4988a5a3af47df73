import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { parsePassword } from './password-rules.ts'

describe('password rules', () => {
  it('counts characters of a password, not bytes, and folds widths', () => {
    expect(parsePassword('短')).toEqual({ ok: false, code: 'password_too_short' })
    expect(parsePassword('🐼'.repeat(9))).toEqual({ ok: false, code: 'password_too_short' })
    expect(parsePassword('天青色等烟雨而我在等你')).toMatchObject({ ok: true })
    expect(parsePassword('ｐａｓｓｗｏｒｄ１２')).toEqual({ ok: true, value: 'password12' })
    expect(parsePassword('x'.repeat(limits.maxPasswordLength + 1))).toEqual({ ok: false, code: 'password_too_long' })
  })
})
