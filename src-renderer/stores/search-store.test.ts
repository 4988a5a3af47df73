import { describe, expect, it } from 'vitest'
import { NO_OFFSET, ok, type ConversationId, type ConversationSummary } from '#protocol'
import type { SearchHit, SearchPage, SearchParams } from '#protocol/search-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import { createSearchStore, groupHits } from './search-store.ts'

const hit = (offset: number, conversation = 1): SearchHit =>
  ({ offset, conversation, seq: offset }) as unknown as SearchHit
const page = (offsets: readonly number[], more: Partial<SearchPage> = {}): ApiResult<SearchPage> =>
  ok({
    hits: offsets.map((offset) => hit(offset)),
    conversations: [{ id: 1 as ConversationId } as ConversationSummary],
    people: [],
    next: NO_OFFSET,
    behind: 0,
    ...more,
  })

/** Answers when the test says so; time passes when it says so. */
const searching = () => {
  const asked: { params: SearchParams; gone: AbortSignal; answer: (page: ApiResult<SearchPage>) => void }[] = []
  let pending: (() => void) | undefined
  const store = createSearchStore(
    { search: (params, gone) => new Promise((answer) => asked.push({ params, gone, answer })) },
    {
      now: () => Date.parse('2026-05-05T12:00:00'),
      after: (_ms, task) => {
        pending = task
        return () => (pending = undefined)
      },
    },
  )
  const pause = (): void => {
    const task = pending
    pending = undefined
    task?.()
  }
  const settle = async (index: number, answer: ApiResult<SearchPage>): Promise<void> => {
    asked[index]?.answer(answer)
    await Promise.resolve()
    await Promise.resolve()
  }
  const offsets = () => store.getState().groups.flatMap(({ hits }) => hits.map(({ offset }) => offset))
  return { store, asked, pause, settle, offsets }
}

describe('search', () => {
  it('[look] asks once the typing pauses, gives up the question before, and believes no late answer', async () => {
    const { store, asked, pause, settle, offsets } = searching()
    store.type('退')
    store.type('退款')
    expect(asked).toHaveLength(0)
    pause()
    store.type('退款单')
    expect(asked[0]?.gone.aborted).toBe(true)
    pause()
    await settle(1, page([5]))
    await settle(0, page([9]))
    expect(offsets()).toEqual([5])
    expect(asked.map(({ params }) => params.q)).toEqual(['退款', '退款单'])
    store.type('退款单 ')
    store.type('退款单 tui', true)
    pause()
    expect(asked).toHaveLength(2)
    store.type('退款单 退')
    pause()
    expect(asked).toHaveLength(3)
  })

  it('[look] what was found stays until there is something else; nothing typed is nothing found', async () => {
    const { store, pause, settle, offsets } = searching()
    store.type('a')
    pause()
    await settle(0, page([7]))
    store.type('ab')
    expect(store.getState().state).toBe('searching')
    expect(offsets()).toEqual([7])
    store.type('  ')
    expect(store.getState().state).toBe('idle')
    expect(offsets()).toEqual([])
  })

  it('[look] a filter asks at once, older pages add to what is there, and a failure keeps it', async () => {
    const { store, asked, pause, settle, offsets } = searching()
    store.type('a')
    pause()
    store.filter({ by: 'note', period: 'week' })
    expect(asked.at(-1)?.params).toMatchObject({ q: 'a', by: 'note', from: Date.parse('2026-04-28T12:00:00') })
    await settle(1, page([9, 8], { next: 8 as never }))
    store.more()
    store.more()
    expect(asked).toHaveLength(3)
    expect(asked[2]?.params.before).toBe(8)
    await settle(2, { ok: false, code: 'unreachable' })
    expect(store.getState()).toMatchObject({ state: 'failed', code: 'unreachable' })
    expect(offsets()).toEqual([9, 8])
    // The page that did not come, and then the newest once more.
    store.again()
    await settle(3, page([7]))
    expect(offsets()).toEqual([9, 8, 7])
    store.again()
    await settle(4, page([10, 9]))
    expect(offsets()).toEqual([10, 9])
  })

  it('[look] hits stand by conversation in the order they were found, and nothing that was shown moves', () => {
    const first = groupHits([], [hit(9, 1), hit(8, 2), hit(7, 1)])
    expect(first.map(({ conversation, hits }) => [conversation, hits.length])).toEqual([
      [1, 2],
      [2, 1],
    ])
    const second = groupHits(first, [hit(6, 1), hit(5, 2), hit(4, 3)])
    expect(second.map(({ conversation, hits }) => [conversation, hits.length])).toEqual([
      [1, 2],
      [2, 2],
      [1, 1],
      [3, 1],
    ])
    expect(second.slice(0, 1)).toEqual(first.slice(0, 1))
  })
})
