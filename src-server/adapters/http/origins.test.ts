import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { createOriginPolicy, DESK_APP_ORIGIN } from './origin-policy.ts'

const SHOP = 'https://shop.example'
const OTHER = 'https://elsewhere.example'

let open: HttpDesk
let strict: HttpDesk
beforeAll(async () => {
  open = await createHttpDesk()
  strict = await createHttpDesk({ allowedOrigins: [SHOP] })
})
afterAll(async () => {
  await open.close()
  await strict.close()
})

const post = async (desk: HttpDesk, url: string, origin: string) =>
  desk.app.inject({ method: 'POST', url, payload: {}, headers: { origin, host: 'desk.example:8000' } })
const preflight = async (desk: HttpDesk, url: string, origin: string, method = 'POST') =>
  desk.app.inject({
    method: 'OPTIONS',
    url,
    headers: { origin, host: 'desk.example', 'access-control-request-method': method },
  })

describe('origins', () => {
  it('[D10.7] opens the visitors’ side to any shop unless shops are named, and lets the others read why not', async () => {
    expect((await post(open, '/api/v1/visitors', OTHER)).headers['access-control-allow-origin']).toBe(OTHER)
    expect((await post(strict, '/api/v1/visitors', SHOP)).statusCode).toBe(201)
    const refused = await post(strict, '/api/v1/visitors', OTHER)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'origin_forbidden'])
    expect(refused.headers['access-control-allow-origin']).toBe(OTHER)
  })

  it('[D10.7] opens the agents’ side to our own pages and the desktop app only', async () => {
    const refused = await post(open, '/api/v1/sessions', OTHER)
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([403, undefined])
    expect((await post(open, '/api/v1/sessions', 'http://desk.example:8000')).statusCode).toBe(400)
    const app = await post(open, '/api/v1/sessions', DESK_APP_ORIGIN)
    expect([app.statusCode, app.headers['access-control-allow-origin']]).toEqual([400, DESK_APP_ORIGIN])
  })

  it('answers preflights with what the path knows', async () => {
    const allowed = await preflight(strict, '/api/v1/messages', SHOP)
    expect([allowed.statusCode, allowed.headers['access-control-allow-methods']]).toEqual([204, 'POST'])
    expect(allowed.headers['access-control-allow-headers']).toContain('Authorization')
    expect(allowed.headers.vary).toBe('Origin')
    expect((await preflight(strict, '/api/v1/messages', OTHER)).statusCode).toBe(204)
    expect((await preflight(open, '/api/v1/agents/7', OTHER, 'PATCH')).statusCode).toBe(403)
    expect((await preflight(open, '/api/v1/messages', SHOP, 'DELETE')).statusCode).toBe(405)
  })

  it('knows its own pages behind a proxy by the public address', () => {
    const policy = createOriginPolicy({ allowedOrigins: [], publicUrl: 'https://desk.example' })
    expect(policy.mayWork('https://desk.example', 'internal:8000')).toBe(true)
    expect(policy.mayWork('https://desk.example.evil.example', 'internal:8000')).toBe(false)
    expect(policy.mayWork('null', 'internal:8000')).toBe(false)
    expect(policy.mayWork(undefined, 'internal:8000')).toBe(true)
    expect(policy.mayVisit('null', 'internal:8000')).toBe(true)
  })
})
