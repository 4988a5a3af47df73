import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { foldLogin, parseLogin, parseName, parsePassword } from './account-rules.ts'

const OVERRIDE = '\u202E'

describe('account rules', () => {
  it('takes full-width, half-width, upper and lower case as one login', () => {
    expect(foldLogin(' Ｌｉ＿Wei ')).toBe('li_wei')
    expect(parseLogin('李伟')).toEqual({ ok: true, value: '李伟' })
    expect(parseLogin('Wei@shop.example')).toEqual({ ok: true, value: 'wei@shop.example' })
  })

  it.each(['', '  ', 'li wei', 'a\0b', '\uD800', `a${OVERRIDE}b`, 'a/b', 'x'.repeat(limits.maxLoginLength + 1)])(
    'refuses the login %j',
    (login) => {
      expect(parseLogin(login)).toEqual({ ok: false, code: 'login_malformed' })
    },
  )

  it('tidies names and refuses those that could pass for others', () => {
    expect(parseName('  Anna   Lind ')).toEqual({ ok: true, value: 'Anna Lind' })
    expect(parseName('王芳 👩‍💻')).toEqual({ ok: true, value: '王芳 👩‍💻' })
    for (const name of ['', ' ', `Anna${OVERRIDE}nimda`, 'a\nb\u0007', '\uDC00', 'x'.repeat(limits.maxNameLength + 1)])
      expect(parseName(name)).toEqual({ ok: false, code: 'name_malformed' })
  })

  it('counts characters of a password, not bytes, and folds widths', () => {
    expect(parsePassword('短')).toEqual({ ok: false, code: 'password_too_short' })
    expect(parsePassword('🐼'.repeat(9))).toEqual({ ok: false, code: 'password_too_short' })
    expect(parsePassword('天青色等烟雨而我在等你')).toMatchObject({ ok: true })
    expect(parsePassword('ｐａｓｓｗｏｒｄ１２')).toEqual({ ok: true, value: 'password12' })
    expect(parsePassword('x'.repeat(limits.maxPasswordLength + 1))).toEqual({ ok: false, code: 'password_too_long' })
  })
})
