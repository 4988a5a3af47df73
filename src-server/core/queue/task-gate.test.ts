import { expect, it } from 'vitest'
import { settle } from '../../testing/settle.ts'
import { createTaskGate } from './task-gate.ts'

it('[D9.11] runs a few at a time, the others in their order, also past a failure', async () => {
  const gate = createTaskGate(2)
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const task = (name: string) =>
    gate(async () => {
      log.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      if (name === 'b') throw new Error('b failed')
    })
  const all = ['a', 'b', 'c', 'd'].map(task)
  const outcomes = Promise.allSettled(all)
  await settle()
  expect(log).toEqual(['a', 'b'])
  ends.get('b')?.()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
  ends.get('a')?.()
  await settle()
  expect(log).toEqual(['a', 'b', 'c', 'd'])
  ends.get('c')?.()
  ends.get('d')?.()
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
