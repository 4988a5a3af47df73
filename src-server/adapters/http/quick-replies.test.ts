// Quick replies over HTTP: the whole way to the journal and back, and who may do what with them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import type { QuickReplyPage, QuickReplyRow, ReplyImported } from '../../protocol/reply-schemas.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Body = { readonly code?: string; readonly faults?: readonly { readonly field: string; readonly code: string }[] }
type Said<T> = { readonly status: number; readonly body: T & Body }

let desk: HttpDesk
let owner: string
let li: string
let wang: string
beforeEach(async () => {
  desk = await createHttpDesk()
  owner = await desk.signIn('owner')
  li = await desk.signIn('agent', 'li')
  wang = await desk.signIn('agent', 'wang')
})
afterEach(async () => desk.close())

const ask = async <T = QuickReplyRow>(
  by: string,
  method: string,
  url: string,
  payload?: object,
  version?: string,
): Promise<Said<T>> => {
  const headers = { authorization: `Bearer ${by}`, ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const answer = await desk.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers,
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.statusCode === 204 ? ({} as T & Body) : answer.json<T & Body>() }
}
const wish = (title: string, change: object = {}) => ({
  title,
  shortcut: '',
  folder: '',
  text: `${title} text`,
  group: 0,
  file: null,
  ...change,
})
const add = (by: string, shared: boolean, title: string, change: object = {}) =>
  ask(by, 'POST', '/quick-replies', { shared, ...wish(title, change) })
const list = async (by: string, after = ''): Promise<QuickReplyPage> =>
  (await ask<QuickReplyPage>(by, 'GET', `/quick-replies?after=${after}`)).body
const titles = ({ replies }: QuickReplyPage): readonly string[] => replies.map(({ title }) => title)
const codes = ({ body }: Said<unknown>) => (body.faults ?? []).map(({ field, code }) => [field, code])
const uploaded = async (by: string): Promise<{ key: string }> => {
  const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/octet-stream' }
  const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/files?name=a.txt', headers, payload: 'hello' })
  return answer.json<{ key: string }>()
}

describe('quick replies', () => {
  it('[D10.20] everybody keeps their own, those who lead the shared ones', async () => {
    expect((await add(owner, true, 'Welcome')).status).toBe(201)
    expect((await add(li, false, 'Li’s own')).status).toBe(201)
    expect((await add(wang, false, 'Wang’s own')).status).toBe(201)
    expect((await add(li, true, 'For all')).body.code).toBe('forbidden')
    expect(titles(await list(li))).toEqual(['Welcome', 'Li’s own'])
    expect(titles(await list(owner))).toEqual(['Welcome'])
    const [shared] = (await list(li)).replies
    const change = wish('Taken over')
    expect((await ask(li, 'PUT', `/quick-replies/${shared?.id}`, change, shared?.version)).body.code).toBe('forbidden')
    expect((await ask(li, 'DELETE', `/quick-replies/${shared?.id}`, undefined, shared?.version)).body.code).toBe(
      'forbidden',
    )
    const his = (await list(wang)).replies.find(({ title }) => title === 'Wang’s own')
    for (const by of [li, owner]) {
      expect((await ask(by, 'PUT', `/quick-replies/${his?.id}`, change, his?.version)).body.code).toBe('not_found')
      expect((await ask(by, 'DELETE', `/quick-replies/${his?.id}`, undefined, his?.version)).body.code).toBe(
        'not_found',
      )
    }
    expect((await ask(await desk.newVisitor(), 'GET', '/quick-replies')).body.code).toBe('forbidden')
  })

  it('[D10.20] a cursor brings what changed since, and what is gone', async () => {
    const one = (await add(owner, true, 'One')).body
    await add(owner, true, 'Two')
    const first = await list(li)
    expect(first).toMatchObject({ fresh: true, gone: [], more: false })
    expect(await list(li, first.cursor)).toEqual({ ...first, fresh: false, replies: [] })
    const changed = await ask(owner, 'PUT', `/quick-replies/${one.id}`, wish('One, better'), one.version)
    await ask(owner, 'DELETE', `/quick-replies/2`, undefined, first.replies[1]?.version)
    const news = await list(li, first.cursor)
    expect(news).toMatchObject({ fresh: false, gone: [2] })
    expect(news.replies).toEqual([changed.body])
    expect((await list(li, 'nonsense')).fresh).toBe(true)
    expect((await list(li, `${first.cursor}9999999999999999`)).fresh).toBe(true)
  })

  it('[D10.20] a group’s replies are for its members and those who lead, from the moment they are members', async () => {
    const group = {
      members: [],
      acceptance: 'auto',
      offerMs: 20_000,
      replyWithinMs: 0,
      returning: false,
      overflow: null,
    }
    const rest = { maxQueue: 10, hours: null, autoClose: null }
    const sales = (
      await ask<{ id: number; version: string }>(owner, 'POST', '/groups', { name: 'Sales', ...group, ...rest })
    ).body
    await add(owner, true, 'Prices', { group: sales.id })
    const before = await list(li)
    expect(titles(before)).toEqual([])
    expect(titles(await list(owner))).toEqual(['Prices'])
    const members = (await ask<{ agents: { id: number; login: string }[] }>(owner, 'GET', '/agents')).body.agents
    const id = members.find(({ login }) => login === 'li')?.id
    await ask(owner, 'PUT', `/groups/${sales.id}`, { name: 'Sales', ...group, ...rest, members: [id] }, sales.version)
    const after = await list(li, before.cursor)
    expect(after.fresh).toBe(true)
    expect(titles(after)).toEqual(['Prices'])
    expect(titles(await list(wang))).toEqual([])
    expect(codes(await add(owner, true, 'Nowhere', { group: 99 }))).toEqual([['group', 'group_unknown']])
  })

  it('[D10.18] of two who save over the same version one is told, and a lost answer can be asked for again', async () => {
    const { id, version } = (await add(owner, true, 'Hours')).body
    const admin = await desk.signIn('admin')
    const one = await ask(owner, 'PUT', `/quick-replies/${id}`, wish('Hours', { text: '9 to 6' }), version)
    expect(one.status).toBe(200)
    const other = await ask(admin, 'PUT', `/quick-replies/${id}`, wish('Hours', { text: '9 to 5' }), version)
    expect(other).toMatchObject({ status: 412, body: { code: 'setting_conflict' } })
    expect(await ask(owner, 'PUT', `/quick-replies/${id}`, wish('Hours', { text: '9 to 6' }), version)).toEqual(one)
    expect((await ask(owner, 'PUT', `/quick-replies/${id}`, wish('Hours'))).body.code).toBe('version_needed')
    expect((await ask(owner, 'DELETE', `/quick-replies/${id}`, undefined, version)).body.code).toBe('setting_conflict')
    expect((await ask(owner, 'DELETE', `/quick-replies/${id}`, undefined, one.body.version)).status).toBe(204)
    expect((await add(owner, true, 'Hours')).body.id).toBe(id + 1)
  })

  it('[D10.19] is refused with everything that is wrong with it', async () => {
    await add(owner, true, 'Refund', { shortcut: 'TK', folder: '售后' })
    expect(codes(await add(owner, true, ' '))).toEqual([['title', 'title_missing']])
    expect(codes(await add(owner, true, ' ＲＥＦＵＮＤ ', { folder: '售后', shortcut: 'tk', text: ' ' }))).toEqual([
      ['title', 'name_taken'],
      ['shortcut', 'shortcut_taken'],
      ['text', 'message_empty'],
    ])
    // Another folder, or somebody's own, is another matter.
    expect((await add(owner, true, 'Refund', { folder: 'Sales' })).status).toBe(201)
    expect((await add(li, false, 'Refund', { folder: '售后', shortcut: 'tk' })).status).toBe(201)
    for (const shortcut of ['a b', '/tk', '退 款', 'a.b'])
      expect([shortcut, codes(await add(owner, true, 'X', { shortcut }))]).toEqual([
        shortcut,
        [['shortcut', 'shortcut_malformed']],
      ])
    expect((await add(owner, true, 'X', { shortcut: '退款' })).status).toBe(201)
    expect(codes(await add(owner, true, 'Y', { text: '\uD800' }))).toEqual([['text', 'text_malformed']])
    expect((await add(owner, true, 'Z', { text: 'x'.repeat(limits.maxReplyLength + 1) })).body.code).toBe('bad_request')
    expect((await add(owner, true, 'Z', { unknown: 1 })).body.code).toBe('bad_request')
  })

  it('[D10.20] keeps a file that colleagues may send, and none that is gone', async () => {
    const { key } = await uploaded(owner)
    const kept = await add(owner, true, 'Size table', { file: key, text: '' })
    expect(kept).toMatchObject({ status: 201, body: { file: { key, name: 'a.txt', bytes: 5 } } })
    expect(codes(await add(owner, true, 'Gone', { file: 'A'.repeat(32), text: '' }))).toEqual([
      ['file', 'file_unknown'],
    ])
    const foreign = await uploaded(await desk.newVisitor())
    expect((await add(owner, true, 'Theirs', { file: foreign.key })).body.code).toBe('file_unknown')
  })

  it('[D10.20] no entry that is sent says what a quick reply says', async () => {
    await add(li, false, 'Secret')
    const headers = { authorization: `Bearer ${owner}` }
    const feed = await desk.app.inject({ method: 'GET', url: '/api/v1/feed?cursor=0&wait=0', headers })
    expect(feed.body).toContain('reply.')
    expect(feed.body).not.toContain('Secret')
  })

  it('[D10.20] an import judges each alone, and the same again adds nothing', async () => {
    await add(owner, true, 'Old')
    const replies = [
      wish('One'),
      wish('Two', { shortcut: 'x y' }),
      wish('one'),
      wish('Old'),
      wish('Three', { shortcut: 't' }),
      wish('Four', { shortcut: 'T' }),
    ].map((row) => ({ shared: true, ...row }))
    const done = await ask<ReplyImported>(owner, 'POST', '/quick-replies/import', { replies })
    expect(done.body).toEqual({
      added: 2,
      known: 1,
      refused: [
        { index: 1, field: 'shortcut', code: 'shortcut_malformed' },
        { index: 2, field: 'title', code: 'name_taken' },
        { index: 5, field: 'shortcut', code: 'shortcut_taken' },
      ],
    })
    const again = await ask<ReplyImported>(owner, 'POST', '/quick-replies/import', { replies })
    expect(again.body).toMatchObject({ added: 0, known: 3 })
    expect((await ask(li, 'POST', '/quick-replies/import', { replies })).body.code).toBe('forbidden')
    expect(titles(await list(li))).toEqual(['Old', 'One', 'Three'])
  })

  it('[D9.25] no more than there may be, and ten thousand come in pages', async () => {
    for (let from = 0; from < limits.maxSharedReplies; from += limits.maxRepliesPerImport) {
      const replies = Array.from({ length: limits.maxRepliesPerImport }, (_, index) => ({
        shared: true,
        ...wish(`Reply ${from + index}`),
      }))
      const done = await ask<ReplyImported>(owner, 'POST', '/quick-replies/import', { replies })
      expect(done.body).toMatchObject({ added: replies.length, refused: [] })
    }
    expect((await add(owner, true, 'One more')).body.code).toBe('too_many_settings')
    const one = await ask<ReplyImported>(owner, 'POST', '/quick-replies/import', {
      replies: [{ shared: true, ...wish('And one more') }],
    })
    expect(one.body.refused).toEqual([{ index: 0, field: '', code: 'too_many_settings' }])
    let page = await list(li)
    const seen = new Set(titles(page))
    for (; page.more; titles(page).forEach((title) => seen.add(title))) page = await list(li, page.cursor)
    expect(seen.size).toBe(limits.maxSharedReplies)
    const own = Array.from({ length: limits.maxRepliesPerImport }, (_, index) => ({
      shared: false,
      ...wish(`${index}`),
    }))
    expect((await ask<ReplyImported>(li, 'POST', '/quick-replies/import', { replies: own })).body.added).toBe(
      own.length,
    )
  }, 60_000)
})
