import { expect, it } from 'vitest'
import type { ClientState } from '#client/client-state.ts'
import type { Cid, ConversationId, Offset } from '#protocol'
import { agentAuthor, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { createReceiptTimes, maxMovesKept, maxWrittenKept } from './receipt-times.ts'

const id = 1 as ConversationId
const offset = (value: number): Offset => value as Offset

const start = (delivered: number, read: number, link: 'live' | 'syncing' = 'live') => {
  let at = 1_000
  let hear = (): void => undefined
  const viewOf = (d: number, r: number) =>
    sampleView(sampleSummary(), {
      marks: [
        { conversation: id, reader: agentAuthor(2), delivered: offset(900), read: offset(900) },
        { conversation: id, reader: visitorAuthor, delivered: offset(d), read: offset(r) },
      ],
    })
  let state = {
    link: { kind: link },
    conversations: new Map([[id, viewOf(delivered, read)]]),
    outbox: [],
    clockAheadMs: 100,
  } as unknown as ClientState
  const times = createReceiptTimes(
    {
      state: () => state,
      subscribe: (listener) => {
        hear = listener
        return () => undefined
      },
    },
    () => at,
  )
  times.watch()
  const change = (when: number, patch: Partial<ClientState>): void => {
    at = when
    state = { ...state, ...patch }
    hear()
  }
  const move = (when: number, d: number, r: number): void =>
    change(when, { conversations: new Map([[id, viewOf(d, r)]]) })
  return { times, move, change }
}

it('[D6.1] a time is exact when the mark was seen to pass, "at the latest" when it had before, none while it has not', () => {
  const { times, move } = start(5, 3)
  move(2_000, 8, 5)
  move(3_000, 8, 8)
  expect(times.of(id, offset(5), 'delivered')).toEqual({ at: 1_100, isExact: false })
  expect(times.of(id, offset(6), 'delivered')).toEqual({ at: 2_100, isExact: true })
  expect(times.of(id, offset(5), 'read')).toEqual({ at: 2_100, isExact: true })
  expect(times.of(id, offset(8), 'read')).toEqual({ at: 3_100, isExact: true })
  expect(times.of(id, offset(9), 'delivered')).toBeUndefined()
})

it('[D6.1] what is caught up after a lost connection was not witnessed', () => {
  const { times, move, change } = start(5, 5)
  change(2_000, { link: { kind: 'syncing' } as never })
  move(2_500, 7, 7)
  change(2_600, { link: { kind: 'live' } as never })
  move(2_700, 9, 7)
  expect(times.of(id, offset(7), 'read')).toEqual({ at: 2_600, isExact: false })
  expect(times.of(id, offset(9), 'delivered')).toEqual({ at: 2_800, isExact: true })
})

it('[D9] what is kept has a bound, and the oldest that is left claims no more than is known', () => {
  const { times, move, change } = start(0, 0)
  for (let step = 1; step <= maxMovesKept + 1; step += 1) move(2_000 + step, step * 2, 0)
  expect(times.of(id, offset(1), 'delivered')).toEqual({ at: 2_102, isExact: false })
  expect(times.of(id, offset(5), 'delivered')?.isExact).toBe(true)
  const row = (name: number) => ({ cid: `c${name}` as Cid, createdAt: name }) as never
  change(1, { outbox: Array.from({ length: maxWrittenKept + 1 }, (_, index) => row(index)) })
  expect(times.written('c0' as Cid)).toBeUndefined()
  expect(times.written('c7' as Cid)).toBe(107)
  change(2, { outbox: [] })
  expect(times.written('c7' as Cid)).toBe(107)
})
