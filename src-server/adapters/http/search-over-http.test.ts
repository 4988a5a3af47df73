// Search over HTTP, on real SQLite: who may ask, what comes back, and that nothing typed breaks it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { limits, type AgentId } from '../../protocol/index.ts'
import type { SearchPage } from '../../protocol/search-schemas.ts'
import type { MessageSearch } from '../../ports/message-search.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { somebody, storeActions } from '../../testing/store-contract/store-actions.ts'

let opened: OpenedSqliteStore
let desk: HttpDesk
let token = ''

/** Lets a test hold the reading thread up. */
let hold: Promise<void> | undefined
const search: MessageSearch = {
  async slice(reader, query) {
    await hold
    return opened.store.search.slice(reader, query)
  },
}

beforeAll(async () => {
  opened = await openContractStore({ inThread: true })
  desk = await createHttpDesk({ search: { search } })
  token = await desk.signIn('owner')
  const { done, say, newVisitor, note, newAgent } = storeActions(opened.store)
  await newAgent('li')
  const visitor = await newVisitor({ ...somebody, name: '<b>王</b>' })
  const { conversation } = await done(say(visitor, '我要退款 <img src=x onerror=alert(1)>'))
  for (let index = 0; index < 5; index += 1) await done(say(visitor, `订单 ${index}`))
  await done(note(1 as AgentId, conversation, 'VIP，退款优先'))
  await opened.store.indexAll()
})
afterAll(async () => {
  await desk.close()
  await opened.dispose()
})

const ask = async (query: Readonly<Record<string, string>>, bearer = token) => {
  const headers = bearer === '' ? {} : { authorization: `Bearer ${bearer}` }
  const url = `/api/v1/search?${new URLSearchParams(query).toString()}`
  const answer = await desk.app.inject({ method: 'GET', url, headers })
  return { status: answer.statusCode, body: answer.json<SearchPage & { readonly code?: string }>() }
}

it('[D3.6] agents may ask, visitors and strangers may not', async () => {
  expect((await ask({ q: '退款' })).status).toBe(200)
  expect(await ask({ q: '退款' }, '')).toMatchObject({ status: 401 })
  expect(await ask({ q: '退款' }, await desk.newVisitor())).toMatchObject({ status: 403, body: { code: 'forbidden' } })
})

it('[D3.5] hits with conversation, place, author and time, in pages; texts as they are, never markup', async () => {
  const { body } = await ask({ q: '退款' })
  expect(body.hits).toMatchObject([
    { by: 'note', author: { kind: 'agent', id: 1 }, snippet: { text: 'VIP，退款优先', marks: [[4, 6]] } },
    { by: 'visitor', seq: 2, snippet: { text: '我要退款 <img src=x onerror=alert(1)>', marks: [[2, 4]] } },
  ])
  expect(body.conversations).toMatchObject([{ id: body.hits[0]?.conversation, status: 'open' }])
  expect(body).toMatchObject({ next: 0, behind: 0, people: [] })
  const first = (await ask({ q: '订单', limit: '3' })).body
  expect(first.hits.map(({ snippet }) => snippet.text)).toEqual(['订单 4', '订单 3', '订单 2'])
  const second = (await ask({ q: '订单', limit: '3', before: String(first.next) })).body
  expect(second.hits.map(({ snippet }) => snippet.text)).toEqual(['订单 1', '订单 0'])
  expect((await ask({ q: '王' })).body.people).toMatchObject([{ name: '<b>王</b>', marks: [[3, 4]] }])
  expect((await ask({ q: '退款', by: 'note', status: 'open', agent: '1' })).body.hits).toHaveLength(1)
})

it('[D9.26] whatever is typed is answered, or refused with a code', async () => {
  for (const q of [
    '',
    '"',
    '" OR 1',
    'NEAR(a b)',
    'terms:*',
    '*',
    '\0',
    '退\0款',
    '😀👩‍👩‍👧',
    '\u202e订单',
    '-',
    '((((',
    "'--",
    '%',
    '_v',
  ])
    expect((await ask({ q })).status, q).toBe(200)
  expect((await ask({ q: '退'.repeat(limits.maxSearchLength) })).status).toBe(200)
  const refused: readonly Readonly<Record<string, string>>[] = [
    { q: '退'.repeat(10_000) },
    { q: 'a', limit: '0' },
    { q: 'a', limit: String(limits.maxSearchPage + 1) },
    { q: 'a', before: '-1' },
    { q: 'a', before: '9'.repeat(30) },
    { q: 'a', by: 'everybody' },
    { q: 'a', tag: '' },
    {},
  ]
  for (const query of refused) expect(await ask(query)).toMatchObject({ status: 400, body: { code: 'bad_request' } })
})

it('[D9.26] who asks too much at once is told so, and the others get their answers', async () => {
  let release = (): void => undefined
  hold = new Promise((resolve) => (release = resolve))
  const asked = Array.from({ length: limits.maxSearchesPerAgent + 1 }, async () => ask({ q: '退款' }))
  const refused = await Promise.race(asked)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
  release()
  hold = undefined
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([
    ...Array.from({ length: limits.maxSearchesPerAgent }, () => 200),
    429,
  ])
  expect((await ask({ q: '退款' })).status).toBe(200)
  expect(desk.metrics.counted('dropped_total', { what: 'search', reason: 'too_many_requests' })).toBe(1)
})
