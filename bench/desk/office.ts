// The office that the crowd comes to: a data folder with agents signed in and visitors in conversations that agents have, made
// through the store itself before the server starts. Passwords and sign-ins would take minutes and are not what is measured.
import { createSqliteStore } from '../../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../../src-server/adapters/system/system-random.ts'
import { hashSessionToken, newSessionToken } from '../../src-server/app/accounts/session-tokens.ts'
import { createVisitorTokens } from '../../src-server/app/accounts/visitor-tokens.ts'
import type { Clock } from '../../src-server/ports/clock.ts'
import type { Command, Outcome } from '../../src-server/ports/command.ts'
import { createFakeLogger } from '../../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../../src-server/testing/fake-metrics.ts'
import { NO_AGENT, NO_CONVERSATION, type AgentId, type ConversationId, type Result, type VisitorId } from '#protocol'

export type Office = {
  readonly agents: readonly { readonly id: AgentId; readonly token: string }[]
  /** Visitor i is in conversation i, which the agent `agentOf(i)` has. */
  readonly visitors: readonly {
    readonly id: VisitorId
    readonly token: string
    readonly conversation: ConversationId
  }[]
  readonly epoch: string
  /** The newest offset: what a member who was here before has. */
  readonly cursor: number
  /** Members are numbered: visitors first, then agents. */
  tokenOf(member: number): string
}

const CAPACITY = 200
const CHUNK = 500

const inChunks = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Promise<Made>,
): Promise<Made[]> => {
  const made: Made[] = []
  for (let from = 0; from < items.length; from += CHUNK)
    made.push(...(await Promise.all(items.slice(from, from + CHUNK).map((item, index) => make(item, from + index)))))
  return made
}

/** Which agent has conversation `index`. */
export const agentOf = (index: number, agents: number): number => index % agents

/** `clock`: when all of it happened; the agents have signed in just now. */
export const prepareOffice = async (
  dataDir: string,
  size: { readonly visitors: number; readonly agents: number },
  clock: Clock = createSystemClock(),
): Promise<Office> => {
  const signedInAt = createSystemClock().now()
  const random = createSystemRandom()
  const outside = { clock, random, logger: createFakeLogger(), metrics: createFakeMetrics() }
  const store = await createSqliteStore({ dataDir, inThread: true, ...outside })
  const commit = async (command: Command): Promise<Outcome> => {
    const result: Result<Outcome> = await store.journal.commit(command)
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.code}`)
    return result.value
  }
  const actor = { kind: 'system' } as const

  const newAgent = async (_: unknown, index: number) => {
    const { agent } = await commit({
      type: 'create-agent',
      actor,
      name: `Agent ${index}`,
      login: `agent${index}@desk.example`,
      // Nobody signs in with it.
      passwordHash: 'none',
      role: index === 0 ? 'owner' : 'agent',
      capacity: CAPACITY,
      first: index === 0,
    })
    await commit({ type: 'status', agent, status: 'online' })
    const token = newSessionToken(random)
    const tokenHash = hashSessionToken(token)
    await store.accounts.openSession({ agent, tokenHash, address: '127.0.0.1', client: 'bench', at: signedInAt })
    return { id: agent, token }
  }
  const everyone = Array.from({ length: size.agents })
  const agents = [await newAgent(undefined, 0)]
  agents.push(...(await inChunks(everyone.slice(1), (_, index) => newAgent(_, index + 1))))

  const tokens = createVisitorTokens(await store.secrets.visitorTokenKey())
  const page = { url: 'https://shop.example/tea', title: 'Tea', referrer: '' }
  const profile = { name: '', locale: 'en', userAgent: 'bench', tags: [], page }
  const visitors = await inChunks(Array.from({ length: size.visitors }), async (_, index) => {
    const id = await store.visitors.create(profile)
    const { conversation } = await commit({
      type: 'send',
      actor: { kind: 'visitor', id },
      conversation: NO_CONVERSATION,
      cid: `before-${index}`,
      text: 'Hello, where is my order?',
      files: [],
    })
    const agent = agents[agentOf(index, size.agents)]?.id ?? NO_AGENT
    const reason = { layer: 'load', rule: 'least-loaded', candidates: [] } as const
    await commit({ type: 'assign', actor, conversation, agent, expectedOwner: NO_AGENT, reason })
    return { id, token: tokens.sign(id), conversation }
  })
  const { epoch } = store.journal
  const cursor = store.journal.head()
  await store.journal.close()
  return {
    agents,
    visitors,
    epoch,
    cursor,
    tokenOf(member) {
      const one = member < size.visitors ? visitors[member] : agents[member - size.visitors]
      if (!one) throw new Error(`there is no member ${member}`)
      return one.token
    },
  }
}
