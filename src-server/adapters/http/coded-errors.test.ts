import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createHttpDesk, PASSWORD, type HttpDesk } from '../../testing/http-desk.ts'

let desk: HttpDesk
beforeAll(async () => {
  desk = await createHttpDesk()
})
afterAll(async () => desk.close())

const json = { 'content-type': 'application/json' }

describe('coded errors', () => {
  it.each([
    ['an unknown path', { method: 'GET', url: '/api/v1/nothing' }, 404, 'not_found'],
    ['a path with a broken percent sign', { method: 'GET', url: '/api/v1/%zz' }, 400, 'bad_request'],
    ['another method', { method: 'PUT', url: '/api/v1/agents' }, 405, 'method_not_allowed'],
    ['a page method', { method: 'POST', url: '/desk/' }, 405, 'method_not_allowed'],
    ['no JSON', { method: 'POST', url: '/api/v1/sessions', headers: json, payload: '{"login":' }, 400, 'bad_request'],
    ['an empty body', { method: 'POST', url: '/api/v1/sessions', headers: json, payload: '' }, 400, 'bad_request'],
    ['no body', { method: 'POST', url: '/api/v1/sessions' }, 400, 'bad_request'],
    ['null', { method: 'POST', url: '/api/v1/sessions', headers: json, payload: 'null' }, 400, 'bad_request'],
    ['other fields', { method: 'POST', url: '/api/v1/sessions', payload: { user: 'a' } }, 400, 'bad_request'],
    [
      'poison',
      { method: 'POST', url: '/api/v1/sessions', headers: json, payload: '{"__proto__":{"a":1}}' },
      400,
      'bad_request',
    ],
    [
      'a form',
      { method: 'POST', url: '/api/v1/sessions', headers: { 'content-type': 'text/plain' }, payload: 'a=1' },
      415,
      'unsupported_media_type',
    ],
    [
      'too much',
      {
        method: 'POST',
        url: '/api/v1/sessions',
        payload: { login: 'x'.repeat(limits.maxJsonBodyBytes), password: '' },
      },
      413,
      'body_too_large',
    ],
  ] as const)('answers %s', async (_name, request, status, code) => {
    const answer = await desk.app.inject(request)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    expect(answer.json<object>()).toEqual({ code, message: expect.any(String) as string, retryable: false })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('says which methods a path knows', async () => {
    const answer = await desk.app.inject({ method: 'PUT', url: '/api/v1/sessions/7' })
    expect(answer.headers.allow).toBe('DELETE')
  })

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', true],
    ['en-GB,zh;q=0.5', false],
    ['fr, zh-TW;q=0.3, en;q=0.1', true],
    ['de', false],
    ['zh;q=0, en', false],
    [undefined, false],
  ])('speaks the language of %s', async (header, isChinese) => {
    const headers = header === undefined ? {} : { 'accept-language': header }
    const answer = await desk.app.inject({ url: '/api/v1/nothing', headers })
    expect(/\p{Script=Han}/u.test(answer.json<{ message: string }>().message)).toBe(isChinese)
  })

  it.each(['en-x', 'zh-a', 'de-a-b-a-c', 'aaa-aaa-aaa-aaa-aaa', 'xx-, en-x, zh', '\u00ff'])(
    '[D10.13] takes %s for no language, not for a fault',
    async (header) => {
      const headers = { 'accept-language': header }
      expect((await desk.app.inject({ url: '/api/v1/desk', headers })).statusCode).toBe(200)
      const visitor = await desk.app.inject({ method: 'POST', url: '/api/v1/visitors', payload: {}, headers })
      expect(visitor.statusCode).toBe(201)
    },
  )

  it('[D10.13] tells nothing of a fault of ours but that it was ours', async () => {
    const token = await desk.signIn('owner')
    const { list } = desk.store.journal
    Object.assign(desk.store.journal, { list: () => Promise.reject(new Error('secret table name')) })
    const answer = await desk.app.inject({
      url: '/api/v1/conversations',
      headers: { authorization: `Bearer ${token}` },
    })
    Object.assign(desk.store.journal, { list })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
    expect(answer.body).not.toContain('.ts')
    expect(JSON.stringify(desk.logger.lines.map(({ message }) => message))).toContain('fault of ours')
  })

  it('[D1.3] [D10.13] answers a failing disk with a code to retry, and when', async () => {
    desk.store.failNext('storage_full', 1)
    const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/visitors', payload: {} })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([507, 'storage_full'])
    expect(answer.headers['retry-after']).toBe('30')
    expect(answer.json<{ retryable: boolean }>().retryable).toBe(true)
    expect(await desk.newVisitor()).toMatch(/^v1\./u)
  })

  it('turns everybody away while stopping, and says when to come back', async () => {
    desk.setReadiness('stopping')
    const answer = await desk.app.inject({ url: '/api/v1/desk' })
    const ready = await desk.app.inject({ url: '/readyz' })
    const alive = await desk.app.inject({ url: '/healthz' })
    desk.setReadiness('ready')
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'server_stopping'])
    expect(answer.headers['retry-after']).toBe('5')
    expect([ready.statusCode, alive.statusCode]).toEqual([503, 200])
    expect((await desk.app.inject({ url: '/readyz' })).statusCode).toBe(200)
  })

  it('[D10.16] writes neither tokens nor passwords nor texts nor file keys to the log', async () => {
    const token = await desk.signIn('agent')
    const visitor = await desk.newVisitor()
    await desk.app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      headers: { authorization: `Bearer ${visitor}` },
      payload: { cid: 'log-test-1', conversation: 0, text: 'my private order 4711' },
    })
    await desk.app.inject({ url: `/f/${'k'.repeat(32)}/x?token=${token}` })
    await desk.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { login: 'agent', password: 'wrong password' },
    })
    const log = JSON.stringify(desk.logger.lines)
    expect(log).toContain('/api/v1/messages')
    for (const secret of [token, visitor, PASSWORD, 'wrong password', 'private order', 'kkkkkkkk'])
      expect(log).not.toContain(secret)
  })
})
