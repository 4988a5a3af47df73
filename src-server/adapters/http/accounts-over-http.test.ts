import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits, ok } from '../../protocol/index.ts'
import { createHttpDesk, PASSWORD, SETUP_CODE, type HttpDesk } from '../../testing/http-desk.ts'
import { settle } from '../../testing/settle.ts'

let desk: HttpDesk
beforeEach(async () => {
  desk = await createHttpDesk({ trustedProxies: ['loopback'] })
})
afterEach(async () => desk.close())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = async (method: Method, url: string, parts: { token?: string; body?: object; from?: string } = {}) => {
  const answer = await desk.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      ...(parts.token !== undefined && { authorization: `Bearer ${parts.token}` }),
      ...(parts.from !== undefined && { 'x-forwarded-for': parts.from }),
    },
    ...(parts.body && { payload: parts.body }),
  })
  const body: unknown = answer.body === '' ? {} : answer.json()
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined
  return { status: answer.statusCode, body, code, headers: answer.headers }
}
const owner = { code: SETUP_CODE, name: 'Anna 安娜', login: 'Anna', password: PASSWORD }
const login = async (name: string, password: string, from?: string) =>
  call('POST', '/sessions', { body: { login: name, password }, ...(from !== undefined && { from }) })

describe('setup', () => {
  it('needs the code, happens once, and logs the owner in', async () => {
    expect((await call('GET', '/desk')).body).toMatchObject({ needsSetup: true })
    expect((await login('anna', PASSWORD)).code).toBe('setup_needed')
    expect((await call('POST', '/setup', { body: { ...owner, code: 'WRONG' } })).code).toBe('setup_code_wrong')
    const done = await call('POST', '/setup', { body: { ...owner, code: 'test code 2345' } })
    expect(done).toMatchObject({ status: 201, body: { agent: { name: 'Anna 安娜', login: 'Anna', role: 'owner' } } })
    expect((await call('POST', '/setup', { body: owner })).code).toBe('setup_done')
    expect((await call('GET', '/desk')).body).toMatchObject({ needsSetup: false })
    const token = (done.body as { token: string }).token
    expect(await call('GET', '/me', { token })).toMatchObject({ status: 200, body: { login: 'Anna' } })
  })

  it.each([
    [{ name: '' }, 'name_malformed'],
    [{ login: 'two words' }, 'login_malformed'],
    [{ password: 'short' }, 'password_too_short'],
    [{ password: 'x'.repeat(201) }, 'password_too_long'],
    [{ name: '\uD800' }, 'name_malformed'],
    [{ login: 'a\0b' }, 'login_malformed'],
  ])('refuses %j and leaves the setup open', async (wrong, code) => {
    expect(await call('POST', '/setup', { body: { ...owner, ...wrong } })).toMatchObject({ status: 422, code })
    expect((await call('GET', '/desk')).body).toMatchObject({ needsSetup: true })
  })

  it('[D9.17] a password that only begins with the right one is wrong, however long', async () => {
    const longest = 'x'.repeat(limits.maxPasswordLength)
    await call('POST', '/setup', { body: { ...owner, password: longest } })
    expect((await login('anna', `${longest}x`)).code).toBe('login_failed')
    expect((await login('anna', longest)).status).toBe(201)
  })

  it('makes one owner when two hurry', async () => {
    const both = await Promise.all(
      [owner, { ...owner, login: 'ben' }].map(async (body) => call('POST', '/setup', { body })),
    )
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 409]))
  })

  it('cannot be guessed', async () => {
    for (let count = 0; count < limits.loginTriesPerAccountAndAddress; count += 1)
      await call('POST', '/setup', { body: { ...owner, code: `WRONG-${count}` } })
    expect((await call('POST', '/setup', { body: owner })).code).toBe('login_throttled')
  })
})

describe('logging in', () => {
  beforeEach(async () => void (await call('POST', '/setup', { body: owner })))

  it('takes the login however it is typed, and the right password only', async () => {
    expect((await login(' ＡＮＮＡ ', PASSWORD)).status).toBe(201)
    expect((await login('anna', `${PASSWORD} `)).code).toBe('login_failed')
    expect((await login('nobody', PASSWORD)).code).toBe('login_failed')
    expect((await login('', '')).code).toBe('login_failed')
    expect((await login('\uD800', 'x'.repeat(5_000))).code).toBe('login_failed')
  })

  it('[D9.17] throttles a guesser and says for how long, while the office goes on', async () => {
    for (let count = 0; count < limits.loginTriesPerAccountAndAddress; count += 1)
      expect((await login('anna', `guess number ${count}`, '203.0.113.7')).code).toBe('login_failed')
    const stopped = await login('anna', PASSWORD, '203.0.113.7')
    expect(stopped).toMatchObject({ status: 429, code: 'login_throttled' })
    expect(Number(stopped.headers['retry-after'])).toBe(limits.loginWindowMs / 1000)
    expect((await login('anna', PASSWORD, '203.0.113.8')).status).toBe(201)
    desk.clock.advance(limits.loginWindowMs)
    expect((await login('anna', PASSWORD, '203.0.113.7')).status).toBe(201)
  })

  it('[D9.17] lets 200 colleagues in behind one address', async () => {
    const passwordHash = `plain$${PASSWORD}`
    const people = Array.from({ length: 200 }, (_, index) => `agent${index}`)
    for (const name of people) {
      const account = { name, login: name, passwordHash, role: 'agent', capacity: 3, first: false } as const
      await desk.store.journal.commit({ type: 'create-agent', actor: { kind: 'system' }, ...account })
    }
    for (const name of people.slice(0, 60)) await login(name, 'mistyped it once', '198.51.100.1')
    const answers = await Promise.all(people.map(async (name) => login(name, PASSWORD, '198.51.100.1')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(200)
  })

  it('[D9.17] keeps an account open where it is at home while it is attacked from everywhere', async () => {
    expect((await login('anna', PASSWORD, '198.51.100.1')).status).toBe(201)
    for (let count = 0; count < limits.loginTriesPerAccount; count += 1)
      await login('anna', 'guess guess', `203.0.113.${count}`)
    expect((await login('anna', PASSWORD, '192.0.2.1')).code).toBe('login_throttled')
    expect((await login('anna', PASSWORD, '198.51.100.1')).status).toBe(201)
  })
})

describe('sessions and accounts', () => {
  const tokenOf = ({ body }: { body: unknown }): string => (body as { token: string }).token
  const list = async (token: string) => {
    const { body } = await call('GET', '/sessions', { token })
    return (body as { sessions: { id: number; address: string; client: string; current: boolean }[] }).sessions
  }

  it('lists sessions with where they are from, and ends one with its connections', async () => {
    const first = tokenOf(await call('POST', '/setup', { body: owner }))
    const second = tokenOf(
      await call('POST', '/sessions', {
        body: { login: 'anna', password: PASSWORD, client: 'Frontdesk 1.0' },
        from: '203.0.113.7',
      }),
    )
    const sessions = await list(first)
    expect(sessions.map(({ address, client, current }) => [address, client, current])).toContainEqual([
      '203.0.113.7',
      'Frontdesk 1.0',
      false,
    ])
    const other = sessions.find(({ current }) => !current)
    expect((await call('DELETE', `/sessions/${other?.id}`, { token: first })).status).toBe(204)
    expect(desk.endedSessions).toEqual([other?.id])
    expect((await call('GET', '/me', { token: second })).code).toBe('unauthorized')
    expect((await call('DELETE', `/sessions/${other?.id}`, { token: first })).code).toBe('not_found')
  })

  it('[D10.11] a login too many ends the oldest one, with its connections', async () => {
    const token = tokenOf(await call('POST', '/setup', { body: owner }))
    const [oldest] = await list(token)
    for (let count = 0; count < limits.maxSessionsPerAgent; count += 1) {
      expect(desk.endedSessions).toEqual([])
      await login('anna', PASSWORD)
    }
    expect(desk.endedSessions).toEqual([oldest?.id])
    expect((await call('GET', '/me', { token })).code).toBe('unauthorized')
  })

  it('logs out, and nobody ends somebody else’s session', async () => {
    const anna = await desk.signIn('owner')
    const ben = await desk.signIn('agent')
    const [own] = await list(anna)
    expect((await call('DELETE', `/sessions/${own?.id}`, { token: ben })).code).toBe('not_found')
    expect((await call('DELETE', '/sessions/current', { token: anna })).status).toBe(204)
    expect((await call('GET', '/me', { token: anna })).status).toBe(401)
  })

  it('[D10.11] a login that was being checked while the password changed opens nothing', async () => {
    let checked = (): void => undefined
    const slow = new Promise<void>((resolve) => (checked = resolve))
    const slowDesk = await createHttpDesk({
      hasher: {
        hash: async (password) => ok(`plain$${password}`),
        verify: async (password, stored) => {
          if (password === 'the old password') await slow
          return ok(stored === `plain$${password}`)
        },
      },
    })
    const boss = await slowDesk.signIn('owner')
    const request = async (method: 'POST' | 'PATCH', url: string, payload: object) =>
      slowDesk.app.inject({ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${boss}` }, payload })
    const made = await request('POST', '/agents', {
      name: 'Ben',
      login: 'ben',
      password: 'the old password',
      role: 'agent',
    })
    const late = request('POST', '/sessions', { login: 'ben', password: 'the old password' })
    await settle(20)
    const { id } = made.json<{ id: number }>()
    expect((await request('PATCH', `/agents/${id}`, { password: 'a better password' })).statusCode).toBe(200)
    checked()
    expect((await late).json()).toMatchObject({ code: 'login_failed' })
    expect(await slowDesk.store.accounts.sessions(id as never)).toEqual([])
    await slowDesk.close()
  })

  it('changes the own password with the old one: other sessions end, this window goes on with a new token', async () => {
    const [here, elsewhere] = [await desk.signIn('agent'), await desk.signIn('agent')]
    const wrong = await call('PATCH', '/me', {
      token: here,
      body: { password: { old: 'not this one', new: 'a better password' } },
    })
    expect(wrong.code).toBe('login_failed')
    const changed = await call('PATCH', '/me', {
      token: here,
      body: { name: 'Ben', password: { old: PASSWORD, new: 'a better password' } },
    })
    expect(changed).toMatchObject({
      status: 200,
      body: { agent: { name: 'Ben' }, token: expect.any(String) as string },
    })
    expect((await call('GET', '/me', { token: elsewhere })).status).toBe(401)
    expect((await call('GET', '/me', { token: tokenOf(changed) })).status).toBe(200)
    expect([desk.endedAgents.length, desk.endedSessions.length]).toEqual([1, 0])
    desk.clock.advance(10_000)
    expect(desk.endedSessions).toEqual(desk.sparedSessions)
    expect((await login('agent', 'a better password')).status).toBe(201)
    expect((await call('PATCH', '/me', { token: tokenOf(changed), body: { name: 'Benno' } })).body).toMatchObject({
      token: null,
    })
  })

  it('makes colleagues, refuses taken logins, deactivates with all sessions and connections', async () => {
    const boss = await desk.signIn('owner')
    const made = await call('POST', '/agents', {
      token: boss,
      body: { name: '李伟', login: 'LiWei', password: PASSWORD, role: 'agent' },
    })
    expect(made).toMatchObject({
      status: 201,
      body: { login: 'LiWei', role: 'agent', capacity: limits.defaultAgentCapacity },
    })
    const again = { name: 'x', login: 'ｌｉｗｅｉ', password: PASSWORD, role: 'agent' }
    expect((await call('POST', '/agents', { token: boss, body: again })).code).toBe('login_taken')
    const li = tokenOf(await login('liwei', PASSWORD))
    const id = (made.body as { id: number }).id
    expect((await call('PATCH', `/agents/${id}`, { token: boss, body: { active: false } })).body).toMatchObject({
      active: false,
    })
    expect(desk.endedAgents).toEqual([id])
    expect((await call('GET', '/me', { token: li })).status).toBe(401)
    expect((await login('liwei', PASSWORD)).code).toBe('login_failed')
    expect((await call('PATCH', '/agents/999', { token: boss, body: { active: true } })).code).toBe('agent_unknown')
  })

  it('never loses the last owner', async () => {
    const boss = await desk.signIn('owner')
    const { account } = (await desk.store.accounts.credentials('owner')) ?? {}
    expect((await call('PATCH', `/agents/${account?.id}`, { token: boss, body: { role: 'agent' } })).code).toBe(
      'last_owner',
    )
    expect((await call('PATCH', `/agents/${account?.id}`, { token: boss, body: { active: false } })).code).toBe(
      'last_owner',
    )
  })

  it('never shows a hash', async () => {
    const boss = await desk.signIn('owner')
    expect(JSON.stringify((await call('GET', '/agents', { token: boss })).body)).not.toMatch(/plain|hash/iu)
  })
})

describe('visitors', () => {
  it('[D9.16] get an identity each, a bounded number a minute from one address', async () => {
    for (let count = 0; count < limits.visitorsPerAddressPerMinute; count += 1)
      expect((await call('POST', '/visitors', { body: {}, from: '198.51.100.9' })).status).toBe(201)
    const refused = await call('POST', '/visitors', { body: {}, from: '198.51.100.9' })
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect((await call('POST', '/visitors', { body: {}, from: '198.51.100.10' })).status).toBe(201)
    desk.clock.advance(60_000)
    expect((await call('POST', '/visitors', { body: {}, from: '198.51.100.9' })).status).toBe(201)
  })

  it('are described by what is fit to show', async () => {
    const page = { url: 'javascript:alert(1)', title: 'Tea \uD800', referrer: 'https://search.example/?q=tea' }
    const { body } = await call('POST', '/visitors', { body: { name: ' Lin  Ye ', tags: ['vip', 'vip', ' '], page } })
    const visitor = (body as { visitor: number }).visitor
    const profile = await desk.store.visitors.profile(visitor as never)
    expect(profile).toMatchObject({
      name: 'Lin Ye',
      tags: ['vip'],
      // What was searched for is nobody's business.
      page: { url: '', title: '', referrer: 'https://search.example/' },
    })
    expect((await call('POST', '/visitors', { body: { name: 'a\u202Eb' } })).code).toBe('name_malformed')
  })
})
