// Every route × everybody who may knock: the permission table as the server enforces it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayDo } from '../../protocol/permissions.ts'
import { roles, type Role } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import type { RouteRow } from './route-table.ts'

/** `gone`: an agent with a good token, deactivated since. */
type Knocker = Role | 'visitor' | 'nobody' | 'stranger' | 'gone'
const knockers: readonly Knocker[] = [...roles, 'visitor', 'nobody', 'stranger', 'gone']

let desk: HttpDesk
const tokens = new Map<Knocker, string>()
beforeAll(async () => {
  desk = await createHttpDesk()
  for (const role of roles) tokens.set(role, await desk.signIn(role))
  tokens.set('visitor', await desk.newVisitor())
  tokens.set('stranger', 'A'.repeat(43))
  tokens.set('gone', await desk.signIn('admin', 'gone'))
  const { account } = (await desk.store.accounts.credentials('gone')) ?? {}
  const headers = { authorization: `Bearer ${tokens.get('owner') ?? ''}` }
  await desk.app.inject({ method: 'PATCH', url: `/api/v1/agents/${account?.id}`, payload: { active: false }, headers })
})
afterAll(async () => desk.close())

const mayEnter = ({ access }: RouteRow, who: Knocker): boolean => {
  if (access === 'public') return true
  if (who === 'nobody' || who === 'stranger' || who === 'gone') return false
  if (access === 'visitor') return who === 'visitor'
  return access === 'token' || (who !== 'visitor' && mayDo(who, access))
}

/** A request that gets past the door and no further: ids of nothing, a body of nothing. */
const knock = async (row: RouteRow, who: Knocker, index: number) => {
  // Logging out must not log out whoever knocks next: a session of its own.
  const token = row.url.endsWith('/sessions/current') && tokens.has(who) ? await freshToken(who) : tokens.get(who)
  return desk.app.inject({
    method: row.method as 'GET',
    url: row.url.replaceAll(/:\w+/gu, '999999').replace('*', 'x'),
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), 'x-forwarded-for': `10.0.0.${index}` },
    ...(row.method !== 'GET' && row.method !== 'HEAD' && { payload: {} }),
  })
}

const freshToken = async (who: Knocker): Promise<string> => {
  const role = roles.find((known) => known === who)
  return role ? desk.signIn(role) : (tokens.get(who) ?? '')
}

describe('access', () => {
  it('[D10.14] lets exactly those in whom the table names, on every route', async () => {
    const rows = desk.side.table.rows.filter(({ method }) => method !== 'HEAD')
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows)
      for (const [index, who] of knockers.entries()) {
        const answer = await knock(row, who, index)
        const refusals: readonly unknown[] = ['unauthorized', 'forbidden']
        const isIn = answer.statusCode < 400 || !refusals.includes(answer.json<{ code: unknown }>().code)
        expect([row.method, row.url, who, isIn || answer.json<{ code: string }>().code === 'setup_code_wrong']).toEqual(
          [row.method, row.url, who, mayEnter(row, who) || (row.url === '/api/v1/sessions' && row.method === 'POST')],
        )
      }
  })

  it('gives metrics to this computer without a token, unless a proxy speaks for somebody', async () => {
    expect((await desk.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).statusCode).toBe(200)
    expect((await desk.app.inject({ url: '/metrics', remoteAddress: '192.168.1.20' })).statusCode).toBe(401)
    // A page whose name was pointed at this computer after it was loaded: to the browser we are its own server.
    const rebound = { url: '/metrics', remoteAddress: '127.0.0.1', headers: { host: 'evil.example:8000' } }
    expect((await desk.app.inject(rebound)).statusCode).toBe(401)
    for (const host of ['localhost:8000', '127.0.0.1', '[::1]:8000']) {
      const answer = await desk.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1', headers: { host } })
      expect(answer.statusCode).toBe(200)
    }
    const proxied = { url: '/metrics', remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } }
    expect((await desk.app.inject(proxied)).statusCode).toBe(401)
  })

  it('[D10.14] lets only owners make owners, and no admin touch one', async () => {
    const as = async (role: Role, method: 'POST' | 'PATCH', url: string, payload: object) => {
      const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}` }
      return (await desk.app.inject({ method, url, payload, headers })).statusCode
    }
    const account = (login: string, role: Role) => ({ name: login, login, password: 'long enough words', role })
    expect(await as('admin', 'POST', '/api/v1/agents', account('boss2', 'owner'))).toBe(403)
    expect(await as('owner', 'POST', '/api/v1/agents', account('boss2', 'owner'))).toBe(201)
    const { account: boss } = (await desk.store.accounts.credentials('boss2')) ?? {}
    const { account: agent } = (await desk.store.accounts.credentials('agent')) ?? {}
    expect(await as('admin', 'PATCH', `/api/v1/agents/${boss?.id}`, { active: false })).toBe(403)
    expect(await as('admin', 'PATCH', `/api/v1/agents/${boss?.id}`, { password: 'taken over now' })).toBe(403)
    expect(await as('admin', 'PATCH', `/api/v1/agents/${agent?.id}`, { role: 'owner' })).toBe(403)
    expect(await as('admin', 'PATCH', `/api/v1/agents/${agent?.id}`, { capacity: 5 })).toBe(200)
  })
})
