import { expect, it } from 'vitest'
import type { AgentId, Author, Entry, Offset, Seq } from '#protocol'
import { softLockOf } from './soft-lock.ts'

const [me, mei, lin] = [1, 2, 3] as [AgentId, AgentId, AgentId]
const agent = (id: AgentId): Author => ({ kind: 'agent', id })
const visitor: Author = { kind: 'visitor', id: 0 }

const said = (seq: number, author: Author): Entry =>
  ({ seq: seq as Seq, offset: (seq * 10) as Offset, author, kind: 'message.sent', body: {} }) as unknown as Entry
const lock = (entries: readonly Entry[], typing: readonly Author[], seen: number) =>
  softLockOf({ entries, typing }, me, seen as Seq)

it('[D5.2] a colleague’s answer since mine was begun counts, whatever was said after it', () => {
  const entries = [said(1, visitor), said(2, agent(mei)), said(3, visitor), said(4, agent(me))]
  expect(lock(entries, [], 1)).toEqual({ kind: 'answered', agent: mei, offset: 20 })
  expect(lock(entries, [], 2)).toBeUndefined()
  expect(lock([said(1, visitor), said(2, agent(me))], [], 1)).toBeUndefined()
})

it('[D5.2] where it is not known what was seen, nothing is claimed', () => {
  expect(lock([said(1, agent(mei))], [], 0)).toBeUndefined()
})

it('[D4.8] colleagues who write are named, the visitor and my own other window are none', () => {
  expect(lock([], [visitor, agent(me)], 0)).toBeUndefined()
  expect(lock([], [visitor, agent(mei), agent(lin)], 0)).toEqual({ kind: 'writing', agent: mei, others: 1 })
  expect(lock([said(2, agent(lin))], [agent(mei)], 1)).toEqual({ kind: 'answered', agent: lin, offset: 20 })
})
