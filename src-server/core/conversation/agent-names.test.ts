import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { loginKey, parseAgentName, parseLogin } from './agent-names.ts'

const OVERRIDE = '\u202E'

describe('agent names', () => {
  it('takes full-width, half-width, upper and lower case as one login', () => {
    expect(loginKey(' Ｌｉ＿Wei ')).toBe('li_wei')
    expect(parseLogin('李伟')).toEqual({ ok: true, value: '李伟' })
    expect(parseLogin('Wei@shop.example')).toEqual({ ok: true, value: 'Wei@shop.example' })
  })

  it.each(['', '  ', 'li wei', 'a\0b', '\uD800', `a${OVERRIDE}b`, 'a/b', 'x'.repeat(limits.maxLoginLength + 1)])(
    'refuses the login %j',
    (login) => {
      expect(parseLogin(login)).toEqual({ ok: false, code: 'login_malformed' })
    },
  )

  it('tidies names and refuses those that could pass for others', () => {
    expect(parseAgentName('  Anna   Lind ')).toEqual({ ok: true, value: 'Anna Lind' })
    expect(parseAgentName('王芳 👩‍💻')).toEqual({ ok: true, value: '王芳 👩‍💻' })
    for (const name of ['', ' ', `Anna${OVERRIDE}nimda`, 'a\nb\u0007', '\uDC00', 'x'.repeat(limits.maxNameLength + 1)])
      expect(parseAgentName(name)).toEqual({ ok: false, code: 'name_malformed' })
  })
})
