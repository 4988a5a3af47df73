// Announcing over HTTP: the whole way to the journal and back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits, type Offset } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Body = { readonly code?: string; readonly version?: string } & Record<string, unknown>
const HOUR = 3_600_000

let desk: HttpDesk
let owner: string
beforeEach(async () => {
  desk = await createHttpDesk()
  owner = await desk.signIn('owner')
})
afterEach(async () => desk.close())

const ask = async (method: string, payload?: object, version?: string, by = owner) => {
  const headers = { authorization: `Bearer ${by}`, ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const answer = await desk.app.inject({
    method: method as 'GET',
    url: '/api/v1/announcement',
    headers,
    ...(payload && { payload }),
  })
  const body = answer.statusCode === 204 ? {} : answer.json<Body>()
  return { status: answer.statusCode, body, retryAfter: answer.headers['retry-after'] }
}
const wish = (change: object = {}) => ({
  zh: '今天 18:00 下班',
  en: 'We close at 18:00 today',
  until: desk.clock.now() + HOUR,
  ...change,
})
const versionNow = async (): Promise<string> => (await ask('GET')).body.version ?? ''

describe('announcing over HTTP', () => {
  it('[D4.10] visitors and agents read what leaders made; the journal says who, when and what', async () => {
    expect((await ask('GET')).body).toEqual({ version: '0', announcement: null })
    const made = await ask('PUT', wish(), '0')
    const announcement = { ...wish(), at: desk.clock.now() }
    expect(made).toMatchObject({ status: 200, body: { announcement } })
    for (const by of [await desk.newVisitor(), await desk.signIn('agent')])
      expect((await ask('GET', undefined, undefined, by)).body).toEqual(made.body)
    const { entries } = await desk.store.journal.readAfter(
      { kind: 'agent', id: 1 as never, scope: 'all' },
      0 as Offset,
      99,
    )
    expect(entries.at(-2)).toMatchObject({
      at: desk.clock.now(),
      author: { kind: 'agent', id: 1 },
      body: { key: 'announcement', before: null, after: announcement },
    })
  })

  it('[D10.14] agents and visitors announce nothing', async () => {
    for (const by of [await desk.newVisitor(), await desk.signIn('agent')]) {
      expect((await ask('PUT', wish(), '0', by)).body.code).toBe('forbidden')
      expect((await ask('DELETE', undefined, '0', by)).body.code).toBe('forbidden')
    }
    expect((await ask('PUT', wish(), '0', await desk.signIn('admin'))).status).toBe(200)
  })

  it('[D10.18] a version that somebody replaced announces and withdraws nothing', async () => {
    expect((await ask('PUT', wish())).body.code).toBe('version_needed')
    const first = await ask('PUT', wish(), '0')
    expect((await ask('PUT', wish({ zh: '今天 17:00 下班' }), '0')).body.code).toBe('setting_conflict')
    expect((await ask('DELETE', undefined, '0')).body.code).toBe('setting_conflict')
    expect((await ask('DELETE', undefined, first.body.version)).status).toBe(204)
    expect((await ask('GET')).body).toEqual({ version: '0', announcement: null })
  })

  it('[D2] who tries again because the answer was lost announces once', async () => {
    const first = await ask('PUT', wish(), '0')
    desk.clock.advance(1_000)
    expect(await ask('PUT', wish({ until: desk.clock.now() + HOUR - 1_000 }), '0')).toEqual(first)
  })

  it('[D4.10] what is over is not there, and makes room for the next without another look', async () => {
    await ask('PUT', wish(), '0')
    desk.clock.advance(HOUR)
    expect((await ask('GET')).body).toEqual({ version: '0', announcement: null })
    expect((await ask('PUT', wish({ until: desk.clock.now() + HOUR }), '0')).status).toBe(200)
  })

  it('[D10.19] says what is wrong, each with its place', async () => {
    const refused = await ask('PUT', { zh: ' ', en: '', until: desk.clock.now() }, '0')
    expect(refused).toMatchObject({
      status: 422,
      body: {
        faults: [
          { field: '', code: 'announcement_empty' },
          { field: 'until', code: 'announcement_until' },
        ],
      },
    })
    const tooLong = 'x'.repeat(limits.maxAnnouncementLength + 1)
    expect((await ask('PUT', wish({ en: tooLong }), '0')).body.code).toBe('bad_request')
    expect((await ask('PUT', wish({ colour: 'red' }), '0')).body.code).toBe('bad_request')
  })

  it('[D9.27] the office announces so often a minute and no oftener; withdrawing is always possible', async () => {
    for (let count = 0; count < limits.announcementsPerMinute; count += 1)
      expect((await ask('PUT', wish({ zh: `第 ${count} 条` }), await versionNow())).status).toBe(200)
    const refused = await ask('PUT', wish({ zh: '又一条' }), await versionNow())
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' }, retryAfter: '60' })
    expect((await ask('DELETE', undefined, await versionNow())).status).toBe(204)
    desk.clock.advance(60_000)
    expect((await ask('PUT', wish(), '0')).status).toBe(200)
  })
})
