// Why a conversation went to whom, asked over HTTP: who may ask, and that the whole way from the journal is there.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NO_AGENT, NO_CONVERSATION, type AgentId, type ConversationId } from '../../protocol/index.ts'
import type { DecisionList } from '../../protocol/decision-schemas.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { byRule, somebody } from '../../testing/store-contract/store-actions.ts'

let desk: HttpDesk
const tokens = { owner: '', admin: '', li: '', mei: '' }
let conversation = NO_CONVERSATION

beforeAll(async () => {
  desk = await createHttpDesk()
  tokens.owner = await desk.signIn('owner')
  tokens.li = await desk.signIn('agent', 'li')
  tokens.mei = await desk.signIn('agent', 'mei')
  tokens.admin = await desk.signIn('admin')
  const { journal, visitors } = desk.store
  const visitor = await visitors.create(somebody)
  const sent = await journal.commit({
    type: 'send',
    actor: { kind: 'visitor', id: visitor },
    conversation: NO_CONVERSATION,
    cid: 'cid-00000001',
    text: 'hi',
    files: [],
  })
  if (!sent.ok) throw new Error(sent.code)
  conversation = sent.value.conversation
  const given = await journal.commit({
    type: 'assign',
    actor: { kind: 'system' },
    conversation,
    agent: 2 as AgentId,
    expectedOwner: NO_AGENT,
    reason: byRule,
  })
  if (!given.ok) throw new Error(given.code)
})
afterAll(async () => desk.close())

const ask = async (token: string, id: ConversationId | number = conversation) => {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` }
  const answer = await desk.app.inject({ method: 'GET', url: `/api/v1/conversations/${id}/decisions`, headers })
  return { status: answer.statusCode, body: answer.json<DecisionList & { readonly code?: string }>() }
}

it('[D8.6] owners and admins ask of every conversation, agents of those they have, visitors of none', async () => {
  for (const token of [tokens.owner, tokens.admin, tokens.li]) expect((await ask(token)).status).toBe(200)
  expect(await ask(tokens.mei)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await ask('')).toMatchObject({ status: 401 })
  expect((await ask(await desk.newVisitor())).status).toBe(403)
})

it('[D8.5] the answer names everybody, so that "why not her" can be asked of each colleague', async () => {
  const { decisions, agents } = (await ask(tokens.admin)).body
  expect(agents.map(({ name }) => name)).toEqual(['owner', 'li', 'mei', 'admin'])
  expect(decisions).toMatchObject([{ kind: 'assigned', agent: 2, others: 'not_there', rule: 'least-loaded' }])
  expect(await ask(tokens.admin, 999)).toMatchObject({ status: 404, body: { code: 'conversation_unknown' } })
})
