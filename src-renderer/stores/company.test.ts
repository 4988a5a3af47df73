import { expect, it } from 'vitest'
import type { AgentId, Author } from '#protocol'
import { companyOf } from './company.ts'

const [me, mei, lin] = [1, 2, 3] as [AgentId, AgentId, AgentId]
const agent = (id: AgentId): Author => ({ kind: 'agent', id })

it('[D4.11] colleagues in the same conversation, who writes before who reads, nobody twice and never oneself', () => {
  expect(companyOf([me, mei, lin], [agent(lin), agent(me)], me)).toEqual([
    { agent: lin, isWriting: true },
    { agent: mei, isWriting: false },
  ])
})

it('[D4.11] a visitor who types is no company, an older server’s writer is', () => {
  expect(companyOf([me], [{ kind: 'visitor', id: 0 }], me)).toEqual([])
  expect(companyOf([], [agent(mei)], me)).toEqual([{ agent: mei, isWriting: true }])
})
