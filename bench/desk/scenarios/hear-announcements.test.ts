import { expect, it } from 'vitest'
import { encodeServerFrame } from '#protocol'
import type { Dialect } from '../dialect.ts'
import { createHearing } from './hear-announcements.ts'

it('counts each member once a round', () => {
  const asked: number[] = []
  const { telling, hears } = createHearing(3)
  const dialect = hears({
    answer: (_bytes: Buffer, _start: number, member: number) => void asked.push(member),
  } as unknown as Dialect)
  const frame = Buffer.from(encodeServerFrame({ type: 'announcement', announcement: null }))
  telling.begin()
  for (const member of [0, 1, 1]) dialect.answer(frame, 0, member)
  expect(telling.told).toBe(2)
  telling.begin()
  expect(telling.told).toBe(0)
  dialect.answer(frame, 0, 1)
  dialect.answer(
    Buffer.from(encodeServerFrame({ type: 'beat', head: 1 as never, last: 1 as never, at: 1 as never })),
    0,
    2,
  )
  expect([telling.told, asked]).toEqual([1, [2]])
})
