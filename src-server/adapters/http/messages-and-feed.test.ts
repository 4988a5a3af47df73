import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { settle } from '../../testing/settle.ts'

let desk: HttpDesk
let visitor: string
beforeEach(async () => {
  desk = await createHttpDesk()
  visitor = await desk.newVisitor()
})
afterEach(async () => desk.close())

const send = async (token: string, body: object) => {
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/messages',
    headers: { authorization: `Bearer ${token}` },
    payload: body,
  })
  return {
    status: answer.statusCode,
    ...answer.json<{ code?: string; offset: number; seq: number; conversation: number; cid: string }>(),
  }
}
const get = async (token: string, url: string) => {
  const answer = await desk.app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } })
  return answer.json<{
    code?: string
    cursor: number
    entries: Entry[]
    more: boolean
    reset: boolean
    epoch: string
    conversations: { id: number }[]
    next: number
  }>()
}

describe('messages over HTTP', () => {
  it('[D2.1] [D2.3] [D5.1] a retry with the same cid gets the first result, another text under it is refused', async () => {
    const first = await send(visitor, { cid: 'cid-00000001', conversation: 0, text: '订单到哪里了?' })
    expect(first).toMatchObject({ status: 200, seq: 2, cid: 'cid-00000001' })
    expect(await send(visitor, { cid: 'cid-00000001', conversation: 0, text: '订单到哪里了?' })).toEqual(first)
    expect((await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'else' })).code).toBe('cid_reused')
  })

  it.each([
    [{ cid: 'cid-00000001', conversation: 0, text: '' }, 422, 'message_empty'],
    [{ cid: 'cid-00000001', conversation: 0, text: ' \n ' }, 422, 'message_empty'],
    [{ cid: 'cid-00000001', conversation: 0, text: 'x'.repeat(100_000) }, 422, 'message_too_long'],
    [{ cid: 'cid-00000001', conversation: 0, text: '茶'.repeat(100_000) }, 413, 'body_too_large'],
    [{ cid: 'cid-00000001', conversation: 0, text: 'half \uD83D' }, 422, 'text_malformed'],
    [{ cid: 'cid-00000001', conversation: 0, text: 'nul\0' }, 422, 'text_malformed'],
    [{ cid: 'short', conversation: 0, text: 'x' }, 422, 'cid_malformed'],
    [{ cid: 'cid with spaces!', conversation: 0, text: 'x' }, 422, 'cid_malformed'],
    [{ cid: 'cid-00000001', conversation: 77, text: 'x' }, 404, 'conversation_unknown'],
    [{ cid: 'cid-00000001', conversation: -1, text: 'x' }, 400, 'bad_request'],
    [{ cid: 'cid-00000001', conversation: 1.5, text: 'x' }, 400, 'bad_request'],
    [{ cid: 'cid-00000001', conversation: 0, text: 'x', files: ['nosuchfile'] }, 404, 'file_unknown'],
    [
      { cid: 'cid-00000001', conversation: 0, text: 'x', files: Array.from({ length: 11 }, String) },
      422,
      'too_many_files',
    ],
  ])('refuses %j with a code and stores nothing', async (body, status, code) => {
    expect(await send(visitor, body)).toMatchObject({ status, code })
    expect(desk.store.journal.head()).toBe(0)
  })

  it('refuses the token of nobody, and of an agent who is gone', async () => {
    const message = { cid: 'cid-00000001', conversation: 0, text: 'x' }
    expect(await send('v1.1.forged', message)).toMatchObject({ status: 401, code: 'unauthorized' })
    expect(await send(desk.tokens.sign(999 as never), message)).toMatchObject({ status: 401, code: 'unauthorized' })
  })
})

describe('reading over HTTP', () => {
  it('gives agents conversations and their entries, page by page', async () => {
    const agent = await desk.signIn('agent')
    const { conversation } = await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'hello' })
    expect((await get(agent, '/conversations?view=open&limit=1')).conversations).toMatchObject([{ id: conversation }])
    const { entries } = await get(agent, `/conversations/${conversation}/entries`)
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'conversation.opened'],
      [2, 'message.sent'],
    ])
    expect((await get(agent, '/conversations/999/entries')).code).toBe('conversation_unknown')
    expect((await get(agent, '/conversations?limit=0')).code).toBe('bad_request')
    expect((await get(visitor, '/conversations')).code).toBe('forbidden')
  })

  it('[D4.2] feeds everything after a cursor, and says reset to a cursor of another journal or from the future', async () => {
    const agent = await desk.signIn('agent')
    await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'hello' })
    const page = await get(agent, '/feed?cursor=0&limit=1')
    expect(page).toMatchObject({ more: true, reset: false })
    const rest = await get(agent, `/feed?cursor=${page.cursor}&epoch=${page.epoch}`)
    expect(rest.entries.at(-1)?.kind).toBe('message.sent')
    expect(rest.cursor).toBe(desk.store.journal.head())
    expect(await get(agent, '/feed?cursor=99999')).toMatchObject({ reset: true, cursor: desk.store.journal.head() })
    expect(await get(agent, '/feed?cursor=1&epoch=other')).toMatchObject({ reset: true, entries: [] })
    expect((await get(agent, '/feed?cursor=-1')).code).toBe('bad_request')
  })

  it('waits for news of one’s own and answers empty when the time is over', async () => {
    const agent = await desk.signIn('agent')
    const other = await desk.newVisitor()
    const head = desk.store.journal.head()
    let answered = false
    const waiting = get(visitor, `/feed?cursor=${head}&waitMs=20000`).finally(() => void (answered = true))
    await settle(20)
    await send(other, { cid: 'cid-other-01', conversation: 0, text: 'not yours' })
    await settle(20)
    expect(answered).toBe(false)
    await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'mine' })
    const news = await waiting
    expect(news.entries.filter(({ kind }) => kind === 'message.sent')).toHaveLength(1)

    const quiet = get(agent, `/feed?cursor=${desk.store.journal.head()}&waitMs=20000`)
    await settle(20)
    desk.clock.advance(20_000)
    expect((await quiet).entries).toEqual([])
  })

  it('[D3.3] hides from visitors what is not theirs, without a gap', async () => {
    const { conversation } = await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'hello' })
    await desk.signIn('agent')
    const { account } = (await desk.store.accounts.credentials('agent')) ?? {}
    if (!account) throw new Error('no agent')
    const reason = { layer: 'load', rule: 'secret rule', candidates: [] } as const
    const ids = { conversation: conversation as never, agent: account.id, expectedOwner: 0 as never }
    await desk.store.journal.commit({ type: 'assign', actor: { kind: 'system' }, reason, ...ids })
    const feed = await get(visitor, '/feed?cursor=0')
    expect(feed.entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(JSON.stringify(feed)).not.toContain('secret rule')
  })

  it('[D9.11] cuts pages that weigh too much where their reader asks on', async () => {
    const agent = await desk.signIn('agent')
    const texts = Array.from({ length: 30 }, (_, index) => `${index} ${'茶'.repeat(9_000)}`)
    const commit = desk.store.journal.commit
    const actor = { kind: 'visitor', id: 1 as never } as const
    for (const [index, text] of texts.entries())
      await commit({ type: 'send', actor, conversation: 0 as never, cid: `cid-heavy-${index}`, text, files: [] })
    const textsOf = (entries: readonly Entry[]) =>
      entries.flatMap((entry) => (entry.kind === 'message.sent' ? [entry.body.text] : []))

    const fed: string[] = []
    for (let page = await get(visitor, '/feed?cursor=0'); ; page = await get(visitor, `/feed?cursor=${page.cursor}`)) {
      fed.push(...textsOf(page.entries))
      expect(page.entries.length).toBeLessThan(15)
      if (!page.more) break
    }
    expect(fed).toEqual(texts)

    const back: string[] = []
    for (let before = 0; before !== 1;) {
      const { entries } = await get(agent, `/conversations/1/entries?before=${before}`)
      back.unshift(...textsOf(entries))
      expect(entries.length).toBeLessThan(15)
      before = entries[0]?.seq ?? 1
    }
    expect(back).toEqual(texts)
  })

  it('[D10.11] tells a long poll nothing more once its login has ended', async () => {
    const agent = await desk.signIn('agent')
    const poll = get(agent, `/feed?cursor=${desk.store.journal.head()}&waitMs=20000`)
    await settle(20)
    const headers = { authorization: `Bearer ${agent}` }
    expect((await desk.app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers })).statusCode).toBe(204)
    await send(visitor, { cid: 'cid-00000001', conversation: 0, text: 'for those who may' })
    const answer = await poll
    expect([answer.code, answer.entries]).toEqual(['unauthorized', undefined])
  })

  it('[D9.13] bounds the long polls of one', async () => {
    const waiting = Array.from({ length: 4 }, async () => get(visitor, '/feed?cursor=0&waitMs=20000'))
    await settle(20)
    expect((await get(visitor, '/feed?cursor=0&waitMs=20000')).code).toBe('too_many_requests')
    desk.clock.advance(20_000)
    await Promise.all(waiting)
    expect((await get(visitor, '/feed?cursor=0')).code).toBeUndefined()
  })
})
