// People for the self-load's office: agents signed in, visitors in conversations that agents have, made through the store before
// the server starts. Takes as many as fit into the time.
import type { Command, Outcome } from '../../../ports/command.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Random } from '../../../ports/random.ts'
import type { Store } from '../../../ports/store.ts'
import { limits, NO_AGENT, NO_CONVERSATION, type AgentId, type ConversationId } from '../../../protocol/index.ts'
import { hashSessionToken, newSessionToken } from '../../accounts/session-tokens.ts'
import { createVisitorTokens } from '../../accounts/visitor-tokens.ts'
import type { LoadOffice } from './office-messages.ts'

export type PreparedOffice = Omit<LoadOffice, 'port'>
export type PrepareOptions = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly visitors: number
  readonly isOver: () => boolean
}

/** Commands under way together: one group commit. */
const CHUNK = 500
const actor = { kind: 'system' } as const
const { doctorVisitorsPerAgent } = limits

export const prepareLoadOffice = async (options: PrepareOptions): Promise<PreparedOffice> => {
  const { store, clock, random } = options
  const commit = async (command: Command): Promise<Outcome> => {
    const result = await store.journal.commit(command)
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`)
    return result.value
  }

  const newAgent = async (index: number): Promise<{ readonly id: AgentId; readonly token: string }> => {
    const { agent } = await commit({
      type: 'create-agent',
      actor,
      name: `Agent ${index}`,
      login: `agent${index}`,
      // Nobody signs in with it.
      passwordHash: 'none',
      role: index === 0 ? 'owner' : 'agent',
      capacity: 10 * doctorVisitorsPerAgent,
      first: index === 0,
    })
    await commit({ type: 'status', agent, status: 'online' })
    const token = newSessionToken(random)
    const tokenHash = hashSessionToken(token)
    await store.accounts.openSession({ agent, tokenHash, address: '127.0.0.1', client: 'doctor', at: clock.now() })
    return { id: agent, token }
  }

  const tokens = createVisitorTokens(await store.secrets.visitorTokenKey())
  const page = { url: 'https://shop.example/', title: '', referrer: '' }
  const profile = { name: '', locale: 'en', userAgent: 'doctor', tags: [], page }
  const reason = { layer: 'load', rule: 'least-loaded', candidates: [] } as const
  const newVisitor = async (index: number, agent: AgentId): Promise<readonly [string, ConversationId]> => {
    const id = await store.visitors.create(profile)
    const { conversation } = await commit({
      type: 'send',
      actor: { kind: 'visitor', id },
      conversation: NO_CONVERSATION,
      cid: `before-${index}`,
      text: 'Hello',
      files: [],
    })
    await commit({ type: 'assign', actor, conversation, agent, expectedOwner: NO_AGENT, reason })
    return [tokens.sign(id), conversation]
  }

  const agents = [await newAgent(0)]
  const visitors: (readonly [string, ConversationId])[] = []
  while (visitors.length < options.visitors && !options.isOver()) {
    const from = visitors.length
    const until = Math.min(options.visitors, from + CHUNK)
    const hired = Math.ceil(until / doctorVisitorsPerAgent) - agents.length
    const firstHired = agents.length
    agents.push(...(await Promise.all(Array.from({ length: hired }, (_, index) => newAgent(firstHired + index)))))
    const agentOf = (index: number): AgentId => agents[Math.floor(index / doctorVisitorsPerAgent)]?.id ?? NO_AGENT
    const made = Array.from({ length: until - from }, (_, index) => newVisitor(from + index, agentOf(from + index)))
    visitors.push(...(await Promise.all(made)))
  }
  return {
    epoch: store.journal.epoch,
    cursor: store.journal.head(),
    agents: agents.map(({ token }) => token),
    visitors,
  }
}
