// Blocks over HTTP: who may, what is refused, and what a blocked visitor is told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { limits, type VisitorId } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Body = Record<string, unknown>
const HOUR_MS = 3_600_000

let desk: HttpDesk
let owner: string
let agent: string
let other: string
beforeAll(async () => {
  desk = await createHttpDesk({ trustedProxies: ['127.0.0.1'] })
  owner = await desk.signIn('owner')
  agent = await desk.signIn('agent')
  other = await desk.signIn('agent', 'other')
})
afterAll(async () => desk.close())

type Asked = { readonly payload?: object; readonly from?: string }
const ask = async (by: string, method: 'GET' | 'POST' | 'DELETE', url: string, { payload, from }: Asked = {}) => {
  const headers = {
    ...(by !== '' && { authorization: `Bearer ${by}` }),
    ...(from !== undefined && { 'x-forwarded-for': from }),
    'accept-language': 'zh-CN',
  }
  const answer = await desk.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Body>() }
}
const codeOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).body['code']

const visitorFrom = async (from: string): Promise<{ readonly id: VisitorId; readonly token: string }> => {
  const { body } = await ask('', 'POST', '/visitors', { payload: {}, from })
  const token = body['token'] as string
  await ask(token, 'GET', '/place', { from })
  return { id: body['visitor'] as VisitorId, token }
}
const hour = { of: 'visitor', forMs: HOUR_MS, reason: '' }
const settingsTold = async (): Promise<readonly { readonly author: unknown; readonly body: Body }[]> => {
  const { body } = await ask(other, 'GET', '/feed?cursor=0')
  return (body['entries'] as { kind: string; author: unknown; body: Body }[]).filter(
    (entry) => entry.kind === 'setting.changed' && String(entry.body['key']).startsWith('block.'),
  )
}

it('[D10.23] a blocked visitor writes, reads and uploads no more, and is told so in their language', async () => {
  const { id, token } = await visitorFrom('203.0.113.1')
  const sent = { cid: 'cid-0001-0001', conversation: 0, text: 'hello' }
  expect((await ask(token, 'POST', '/messages', { payload: sent })).status).toBe(200)
  const blocked = await ask(agent, 'POST', `/visitors/${id}/blocks`, { payload: { ...hour, reason: '  骂人  ' } })
  expect(blocked).toMatchObject({ status: 201, body: { visitor: { key: `block.visitor.${id}`, reason: '骂人' } } })
  for (const [method, url] of [
    ['POST', '/messages'],
    ['GET', '/feed?cursor=0'],
    ['GET', '/place'],
  ] as const) {
    const refused = await ask(
      token,
      method,
      url,
      method === 'POST' ? { payload: { ...sent, cid: 'cid-0002-0002' } } : {},
    )
    expect(refused).toMatchObject({ status: 403, body: { code: 'blocked', retryable: false } })
    expect(refused.body['message']).toContain('暂时无法')
  }
  expect((await ask(owner, 'GET', `/conversations?visitor=${id}`)).body['conversations']).toMatchObject([
    { lastMessage: { preview: 'hello' } },
  ])
  desk.clock.advance(HOUR_MS)
  expect((await ask(token, 'GET', '/place')).status).toBe(200)
})

it('[D10.25] who does not lead blocks visitors for a time, and takes back their own', async () => {
  const { id } = await visitorFrom('203.0.113.2')
  const url = `/visitors/${id}/blocks`
  for (const wish of [
    { ...hour, of: 'address' },
    { ...hour, of: 'both' },
    { ...hour, forMs: null },
    { ...hour, forMs: limits.maxAgentBlockMs + 1 },
  ])
    expect(await codeOf(agent, 'POST', url, { payload: wish })).toBe('forbidden')
  expect(await codeOf(agent, 'POST', '/blocks', { payload: { address: '203.0.113.9', forMs: null, reason: '' } })).toBe(
    'forbidden',
  )
  expect((await ask(agent, 'POST', url, { payload: { ...hour, forMs: limits.maxAgentBlockMs } })).status).toBe(201)
  expect(await codeOf(other, 'DELETE', `/blocks/block.visitor.${id}`)).toBe('forbidden')
  expect(await codeOf(other, 'POST', url, { payload: hour })).toBe('forbidden')
  expect((await ask(agent, 'DELETE', `/blocks/block.visitor.${id}`)).status).toBe(204)
  expect((await ask(owner, 'POST', url, { payload: { ...hour, of: 'both', forMs: null } })).status).toBe(201)
  expect(await codeOf(agent, 'DELETE', `/blocks/block.visitor.${id}`)).toBe('forbidden')
})

it('[D10.24] by address: nobody new from there, and no address is written down', async () => {
  const { id, token } = await visitorFrom('203.0.113.77')
  await visitorFrom('203.0.113.77')
  const known = await ask(owner, 'GET', `/visitors/${id}/blocks`)
  expect(known.body).toEqual({
    visitor: null,
    address: null,
    from: { network: '203.0.113.*', others: 1, colleagues: 0 },
  })
  expect((await ask(agent, 'GET', `/visitors/${id}/blocks`)).body['from']).toBeNull()
  const blocked = await ask(owner, 'POST', `/visitors/${id}/blocks`, { payload: { ...hour, of: 'address' } })
  expect(blocked.body).toMatchObject({ visitor: null, address: { network: '203.0.113.*', visitor: 0 } })
  expect(await codeOf(token, 'GET', '/place', { from: '203.0.113.77' })).toBe('blocked')
  expect(await codeOf('', 'POST', '/visitors', { payload: {}, from: '203.0.113.77' })).toBe('blocked')
  expect((await ask('', 'POST', '/visitors', { payload: {}, from: '203.0.113.78' })).status).toBe(201)
  // The same person elsewhere: the address was blocked, not they. Their panel tells so no more, as they are there no more.
  expect((await ask(token, 'GET', '/place', { from: '203.0.113.79' })).status).toBe(200)
  expect((await ask(agent, 'GET', '/me', { from: '203.0.113.77' })).status).toBe(200)
  expect(JSON.stringify(await desk.store.journal.settings('block.'))).not.toContain('203.0.113.77')
})

it('[D10.24] an address that is typed', async () => {
  const type = async (address: string) =>
    ask(owner, 'POST', '/blocks', { payload: { address, forMs: HOUR_MS, reason: 'flood' } })
  expect((await type('10.0.0.999')).body).toMatchObject({ code: 'address_malformed' })
  const first = await type('2001:db8:1:2::7')
  expect(first.status).toBe(201)
  // Another one of the same customer: the same block, with the new terms.
  expect((await type('2001:db8:1:2::8')).body['key']).toBe(first.body['key'])
  expect(await codeOf('', 'POST', '/visitors', { payload: {}, from: '2001:db8:1:2:ffff::1' })).toBe('blocked')
})

it('[D10.23] each block and its end are entries of the journal: who, when, and for colleagues only that', async () => {
  const before = (await settingsTold()).length
  const { id } = await visitorFrom('203.0.113.3')
  await ask(agent, 'POST', `/visitors/${id}/blocks`, { payload: { ...hour, reason: 'secret' } })
  await ask(agent, 'DELETE', `/blocks/block.visitor.${id}`)
  const told = (await settingsTold()).slice(before)
  expect(told.map(({ author }) => author)).toMatchObject([{ kind: 'agent' }, { kind: 'agent' }])
  expect(told.map(({ body }) => body)).toEqual([
    { key: `block.visitor.${id}`, before: null, after: null },
    { key: `block.visitor.${id}`, before: null, after: null },
  ])
})

it('[D9.28] what cannot be meant is refused', async () => {
  const { id } = await visitorFrom('203.0.113.4')
  const url = `/visitors/${id}/blocks`
  for (const wish of [
    { ...hour, forMs: 0 },
    { ...hour, forMs: -HOUR_MS },
    { ...hour, forMs: limits.maxBlockMs + 1 },
    { ...hour, of: 'everybody' },
    { ...hour, reason: 'x'.repeat(limits.maxBlockReasonLength + 1) },
  ])
    expect(await codeOf(owner, 'POST', url, { payload: wish })).toBe('bad_request')
  expect(await codeOf(owner, 'POST', url, { payload: { ...hour, reason: '\ud800' } })).toBe('text_malformed')
  expect(await codeOf(owner, 'POST', '/visitors/987654/blocks', { payload: hour })).toBe('not_found')
  expect(await codeOf(owner, 'DELETE', '/blocks/routing.general')).toBe('not_found')
  desk.clock.advance(limits.addressMemoryMs)
  expect(await codeOf(owner, 'POST', url, { payload: { ...hour, of: 'address' } })).toBe('address_unknown')
})

it('[D9.28] their list comes in pages, newest first; one too many is refused, another term for one that is there is not', async () => {
  const { id } = await visitorFrom('203.0.113.5')
  const value = { by: 1, at: desk.clock.now(), until: null, reason: '', network: '' }
  const actor = { kind: 'system' } as const
  const standing = (await ask(owner, 'GET', '/blocks')).body['total'] as number
  for (let made = standing; made < limits.maxBlocks; made += 1)
    await desk.store.journal.commit({ type: 'setting', actor, key: `block.visitor.${1_000_000 + made}`, value })
  const page = await ask(agent, 'GET', '/blocks')
  expect(page.body['total']).toBe(limits.maxBlocks)
  expect(page.body['blocks']).toHaveLength(limits.blocksPerPage)
  expect((page.body['blocks'] as Body[])[0]).toMatchObject({ visitor: 1_000_000 + limits.maxBlocks - 1, until: null })
  expect((await ask(agent, 'GET', `/blocks?skip=${limits.maxBlocks - 1}`)).body['blocks']).toHaveLength(1)
  expect(await codeOf(owner, 'POST', `/visitors/${id}/blocks`, { payload: hour })).toBe('too_many_settings')
  await desk.store.journal.commit({ type: 'setting', actor, key: 'block.visitor.1009999', value: null })
  expect((await ask(owner, 'POST', `/visitors/${id}/blocks`, { payload: hour })).status).toBe(201)
  expect((await ask(owner, 'POST', `/visitors/${id}/blocks`, { payload: { ...hour, forMs: null } })).status).toBe(201)
})
