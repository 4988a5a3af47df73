import { expect, it } from 'vitest'
import { createDice, seededFraction } from '../talk/dice.ts'
import { createTimeQueue } from './time-queue.ts'

it('gives out by time, and what is due at once in the order of its asking', () => {
  const dice = createDice(seededFraction(1))
  const queue = createTimeQueue()
  const happened: number[][] = []
  for (let order = 0; order < 500; order += 1) {
    const atMs = dice.whole(0, 60)
    queue.add(atMs, () => void happened.push([atMs, order]))
  }
  for (let next = queue.next(1_000); next; next = queue.next(1_000)) next.task()
  expect(happened).toHaveLength(500)
  expect(happened).toEqual(happened.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
  expect(queue.size).toBe(0)
})

it('keeps what is not due yet', () => {
  const queue = createTimeQueue()
  queue.add(20, () => undefined)
  expect(queue.next(19)).toBeUndefined()
  expect(queue.next(20)?.atMs).toBe(20)
})
