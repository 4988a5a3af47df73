// Response targets and saved views over HTTP: the whole way to the journal and back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultTargets, everyone, limits } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Body = Record<string, unknown> & { readonly version?: string }
type Said = { readonly status: number; readonly body: Body }

let desk: HttpDesk
let owner: string
let agent: string
let other: string
beforeAll(async () => {
  desk = await createHttpDesk()
  owner = await desk.signIn('owner')
  agent = await desk.signIn('agent')
  other = await desk.signIn('admin')
})
afterAll(async () => desk.close())

const ask = async (
  by: string,
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  payload?: object,
  version?: string,
): Promise<Said> => {
  const headers = { authorization: `Bearer ${by}`, ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const answer = await desk.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json<Body>() }
}
const vip = { views: [{ name: 'VIP 退款', address: 'queue?tag=VIP&sort=due' }] }

describe('saved views', () => {
  it('[D10.21] everybody has their own, which follow them and which nobody else sees', async () => {
    const empty = { version: '0', views: [] }
    expect((await ask(agent, 'GET', '/saved-views')).body).toEqual({ own: empty, shared: empty })
    const kept = await ask(agent, 'PUT', '/saved-views/own', vip, '0')
    expect(kept).toMatchObject({ status: 200, body: vip })
    expect((await ask(agent, 'GET', '/saved-views')).body['own']).toEqual(kept.body)
    expect((await ask(other, 'GET', '/saved-views')).body['own']).toEqual(empty)
    expect((await ask(owner, 'GET', '/saved-views')).body['own']).toEqual(empty)
    // The second window of the same person was slower.
    expect((await ask(agent, 'PUT', '/saved-views/own', { views: [] }, '0')).body['code']).toBe('setting_conflict')
    expect((await ask(agent, 'PUT', '/saved-views/own', { views: [] })).body['code']).toBe('version_needed')
  })

  it('[D10.21] those for all are kept by those who lead', async () => {
    expect((await ask(agent, 'PUT', '/saved-views/shared', vip, '0')).body['code']).toBe('forbidden')
    expect((await ask(owner, 'PUT', '/saved-views/shared', vip, '0')).status).toBe(200)
    expect((await ask(other, 'GET', '/saved-views')).body['shared']).toMatchObject(vip)
  })

  it('[D10.21] [D3.3] what they say is in no entry that a colleague is sent', async () => {
    const answer = await ask(other, 'GET', '/feed?cursor=0')
    const told = (answer.body['entries'] as { kind: string; body: { key: string; after: unknown } }[]).filter(
      ({ kind, body }) => kind === 'setting.changed' && body.key.startsWith('views.'),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({ body }) => body.after)).toEqual(told.map(() => null))
  })

  it('[D10.21] [D9.18] they are bounded', async () => {
    const many = { views: Array.from({ length: limits.maxSavedViews + 1 }, () => vip.views[0]) }
    for (const wrong of [
      many,
      { views: [{ name: '', address: 'mine' }] },
      { views: [{ name: 'x', address: 'https://evil.example' }] },
      { views: [{ name: 'x', address: `mine?${'t'.repeat(limits.maxViewAddressLength)}` }] },
      { views: [{ name: 'x', address: 'mine', more: 1 }] },
    ])
      expect((await ask(other, 'PUT', '/saved-views/own', wrong, '0')).body['code']).toBe('bad_request')
  })
})

describe('response targets', () => {
  it('[D10.22] [D10.18] an office that set nothing has the defaults; a change names the version it is of', async () => {
    const read = await ask(agent, 'GET', '/response-targets')
    expect(read.body).toEqual({ version: '0', ...defaultTargets })
    const wish = { everyone: { firstMs: 60_000, nextMs: 0 }, groups: [] }
    expect((await ask(agent, 'PUT', '/response-targets', wish, '0')).body['code']).toBe('forbidden')
    const changed = await ask(owner, 'PUT', '/response-targets', wish, '0')
    expect(changed).toMatchObject({ status: 200, body: wish })
    expect((await ask(agent, 'GET', '/response-targets')).body).toEqual(changed.body)
    expect((await ask(owner, 'PUT', '/response-targets', defaultTargets, '0')).body['code']).toBe('setting_conflict')
  })

  it('[D10.22] a group may have its own, if it is there; every number has a bound', async () => {
    const { id: _, ...fields } = everyone
    const { body: group } = await ask(owner, 'POST', '/groups', { ...fields, name: 'Returns' })
    const { version } = (await ask(owner, 'GET', '/response-targets')).body
    const own = (id: unknown) => ({ ...defaultTargets, groups: [{ group: id, firstMs: 30_000, nextMs: 90_000 }] })
    const unknown = await ask(owner, 'PUT', '/response-targets', own(999), version)
    expect(unknown.body).toMatchObject({ code: 'group_unknown', faults: [{ field: 'groups.0.group' }] })
    const twice = { ...defaultTargets, groups: [...own(group['id']).groups, ...own(group['id']).groups] }
    expect((await ask(owner, 'PUT', '/response-targets', twice, version)).body['code']).toBe('bad_request')
    expect((await ask(owner, 'PUT', '/response-targets', own(group['id']), version)).status).toBe(200)
    for (const firstMs of [1, -1, limits.maxResponseTargetMs + 1, 60_000.5]) {
      const wrong = { ...defaultTargets, everyone: { firstMs, nextMs: 0 } }
      expect((await ask(owner, 'PUT', '/response-targets', wrong, '0')).body['code']).toBe('bad_request')
    }
  })
})
