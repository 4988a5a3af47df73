import { describe, expect, it } from 'vitest'
import { EVERYONE, fail, NO_AGENT, ok, type ReplyId } from '#protocol'
import type { QuickReplyPage } from '#protocol/reply-schemas.ts'
import type { ApiResult } from '../../platform/api-result.ts'
import type { RepliesApi } from '../../platform/replies-api.ts'
import { noReadings } from './pinyin-readings.ts'
import { createReplyHabits } from './reply-habits.ts'
import { createReplyStore } from './reply-store.ts'
import type { Reply } from './reply-search.ts'

const reply = (id: number, title = `Reply ${id}`): Reply => ({
  id: id as ReplyId,
  version: 'v',
  owner: NO_AGENT,
  title,
  shortcut: '',
  folder: '',
  text: '',
  group: EVERYONE,
  file: null,
})
const page = (change: Partial<QuickReplyPage>): ApiResult<QuickReplyPage> =>
  ok({ fresh: false, replies: [], gone: [], cursor: 'c', more: false, ...change })

const storeOf = (answers: ApiResult<QuickReplyPage>[]) => {
  const asked: string[] = []
  let time = 0
  const changes = async (after: string): Promise<ApiResult<QuickReplyPage>> => {
    asked.push(after)
    return answers.shift() ?? page({})
  }
  const store = createReplyStore(
    { changes } as RepliesApi,
    () => time,
    async () => noReadings,
  )
  return { store, asked, pass: (ms: number) => void (time += ms) }
}
const idsIn = ({ getState }: ReturnType<typeof storeOf>['store']): readonly number[] =>
  getState().prepared.map(({ reply: { id } }) => id)

describe('the quick replies in the window', () => {
  it('come page after page, then only what changed', async () => {
    const { store, asked, pass } = storeOf([
      page({ fresh: true, replies: [reply(1), reply(2)], cursor: 'a', more: true }),
      page({ replies: [reply(3)], cursor: 'b' }),
      page({ replies: [reply(2, 'other')], gone: [1 as ReplyId], cursor: 'd' }),
    ])
    await store.refresh()
    expect(idsIn(store)).toEqual([1, 2, 3])
    await store.refresh()
    expect(asked).toEqual(['', 'a'])
    pass(60_000)
    await store.refresh()
    expect(asked).toEqual(['', 'a', 'b'])
    expect(store.getState().prepared.map((one) => one.reply.title)).toEqual(['other', 'Reply 3'])
  })

  it('a server that forgot the cursor sends everything anew', async () => {
    const { store } = storeOf([
      page({ fresh: true, replies: [reply(1), reply(2)] }),
      page({ fresh: true, replies: [reply(2)] }),
    ])
    await store.refresh()
    await store.reload()
    expect(idsIn(store)).toEqual([2])
  })

  it('what is there stays in use when the desk does not answer', async () => {
    const { store, pass } = storeOf([
      fail('storage_busy'),
      page({ fresh: true, replies: [reply(1)] }),
      fail('storage_busy'),
    ])
    await store.refresh()
    expect(store.getState()).toMatchObject({ phase: 'failed', code: 'storage_busy' })
    await store.refresh()
    expect(store.getState()).toMatchObject({ phase: 'ready', code: undefined })
    pass(60_000)
    await store.refresh()
    expect(store.getState()).toMatchObject({ phase: 'ready', code: 'storage_busy' })
    expect(idsIn(store)).toEqual([1])
  })

  it('an unchanged list is not drawn again', async () => {
    const { store } = storeOf([page({ fresh: true, replies: [reply(1)] })])
    await store.refresh()
    const before = store.getState()
    await store.reload()
    expect(store.getState()).toBe(before)
  })
})

describe('habits', () => {
  const storage = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      length: 0,
      key: () => null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  it('what is used often and lately is liked more, over a reload too, and never without bound', () => {
    const kept = storage()
    let now = 0
    const habits = createReplyHabits(kept, 'k', () => now)
    for (let use = 0; use < 500; use += 1) habits.used(1 as ReplyId)
    habits.used(2 as ReplyId)
    const again = createReplyHabits(kept, 'k', () => now)
    expect(again.liking(1 as ReplyId)).toBeGreaterThan(again.liking(2 as ReplyId))
    expect(again.liking(1 as ReplyId)).toBeLessThanOrEqual(20)
    expect(again.liking(3 as ReplyId)).toBe(0)
    const before = again.liking(2 as ReplyId)
    now += 60 * 24 * 3_600_000
    expect(again.liking(2 as ReplyId)).toBeLessThan(before / 4)
  })

  it('remembers a bounded number, the least used leave first', () => {
    const kept = storage()
    const habits = createReplyHabits(kept, 'k', () => 0)
    habits.used(1 as ReplyId)
    habits.used(1 as ReplyId)
    for (let id = 2; id <= 300; id += 1) habits.used(id as ReplyId)
    expect(habits.liking(1 as ReplyId)).toBeGreaterThan(0)
    expect(habits.liking(300 as ReplyId)).toBeGreaterThan(0)
    expect((JSON.parse(kept.kept.get('k') ?? '[]') as unknown[]).length).toBe(200)
  })

  it('what was broken in storage is as if it had never been', () => {
    for (const broken of ['{', '7', '[[1,[1]]]', '[["x",[1,2]]]', 'null']) {
      const kept = storage()
      kept.kept.set('k', broken)
      expect(createReplyHabits(kept, 'k', () => 0).liking(1 as ReplyId)).toBe(0)
    }
  })
})
