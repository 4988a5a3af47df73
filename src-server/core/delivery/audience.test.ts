import { expect, it } from 'vitest'
import type {
  AgentId,
  ConversationId,
  Entry,
  EpochMs,
  Offset,
  Seq,
  SessionId,
  VisitorId,
} from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import { createAudience } from './audience.ts'

const agent = (id: number, session = id): Identity => ({
  kind: 'agent',
  session: session as SessionId,
  account: { id: id as AgentId, name: '', login: '', role: 'agent', status: 'online', capacity: 8, active: true },
})

const committed = (conversation: number, owner = 0, previousOwner = owner): CommittedEntry => {
  const entry: Entry = {
    offset: 1 as Offset,
    at: 0 as EpochMs,
    conversation: conversation as ConversationId,
    seq: 1 as Seq,
    author: { kind: 'system', id: 0 },
    kind: 'conversation.reopened',
    body: {},
  }
  return { entry, visitor: 7 as VisitorId, owner: owner as AgentId, previousOwner: previousOwner as AgentId }
}

const office = () => {
  const audience = createAudience<string>()
  for (const [name, id, scope] of [
    ['all-1', 1, 'all'],
    ['own-2', 2, 'own'],
    ['own-3', 3, 'own'],
  ] as const)
    audience.add(name, agent(id), { kind: 'agent', id: id as AgentId, scope })
  audience.add('visitor-7', { kind: 'visitor', id: 7 as VisitorId }, { kind: 'visitor', id: 7 as VisitorId })
  return audience
}

it('[D3.2] scope all gets everything; scope own its conversations and the one that is taken away', () => {
  const audience = office()
  expect([...audience.agentsFor(committed(1))]).toEqual(['all-1'])
  expect([...audience.agentsFor(committed(1, 2))]).toEqual(['all-1', 'own-2'])
  expect([...audience.agentsFor(committed(1, 3, 2))]).toEqual(['all-1', 'own-3', 'own-2'])
  expect([...audience.agentsFor(committed(1, 0, 2))]).toEqual(['all-1', 'own-2'])
})

it('[D3.2] what concerns the office goes to every agent and to no visitor', () => {
  expect([...office().agentsFor(committed(0))]).toEqual(['all-1', 'own-2', 'own-3'])
})

it('[D10.11] finds the connections of a person and of one login, and forgets who left', () => {
  const audience = office()
  audience.add('all-1b', agent(1, 10), { kind: 'agent', id: 1 as AgentId, scope: 'all' })
  expect([...audience.ofAgent(1 as AgentId)]).toEqual(['all-1', 'all-1b'])
  expect([...audience.ofSession(10 as SessionId)]).toEqual(['all-1b'])
  expect([...audience.sessions()]).toContain(10)
  expect([...audience.ofVisitor(7 as VisitorId)]).toEqual(['visitor-7'])
  expect(audience.remove('all-1b')).toBe(true)
  expect(audience.remove('all-1b')).toBe(false)
  expect([...audience.ofSession(10 as SessionId)]).toEqual([])
  expect([...audience.sessions()]).not.toContain(10)
  for (const name of ['all-1', 'own-2', 'own-3', 'visitor-7']) audience.remove(name)
  expect([
    ...audience.agentsFor(committed(0)),
    ...audience.agentsFor(committed(1, 2)),
    ...audience.everyAgent(),
  ]).toEqual([])
})
