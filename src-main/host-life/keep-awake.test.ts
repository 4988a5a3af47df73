import { expect, it } from 'vitest'
import type { HostState } from '../bridge/bridge-contract.ts'
import { createKeepAwake } from './keep-awake.ts'

it('a computer stays awake exactly while it hosts, with one block at a time', () => {
  const held = new Set<number>()
  let next = 7
  const follow = createKeepAwake({
    start: (kind) => {
      expect(kind).toBe('prevent-app-suspension')
      held.add(next)
      return next++
    },
    stop: (id) => held.delete(id),
  })
  const running: HostState = { kind: 'running', url: 'http://127.0.0.1:8000', officeUrls: [], setupCode: null }
  const heldAfter = (state: HostState): number => {
    follow(state)
    return held.size
  }
  expect(heldAfter({ kind: 'stopped' })).toBe(0)
  expect(heldAfter({ kind: 'starting' })).toBe(1)
  expect(heldAfter(running)).toBe(1)
  expect(heldAfter({ kind: 'restarting', retryAtMs: 0, attempt: 1 })).toBe(1)
  expect(heldAfter({ kind: 'failed', code: 'port_in_use', text: '' })).toBe(0)
  expect(heldAfter(running)).toBe(1)
  expect(heldAfter({ kind: 'stopped' })).toBe(0)
})
