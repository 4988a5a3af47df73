// What people do at a desk, as short verbs over a store: so that a test of a promise reads like the promise.
import {
  NO_AGENT,
  NO_CONVERSATION,
  NO_INTENT,
  NO_OFFSET,
  NO_SEQ,
  type AgentId,
  type AssignmentReason,
  type ConversationId,
  type Entry,
  type FileKey,
  type GroupId,
  type Offset,
  type QueueReason,
  type Result,
  type Role,
  type VisitorId,
  type VisitorProfile,
} from '../../protocol/index.ts'
import type { Actor, Command, Outcome, QueueCommand } from '../../ports/command.ts'
import type { Reader } from '../../ports/journal.ts'
import type { Store } from '../../ports/store.ts'

export const somebody: Omit<VisitorProfile, 'id'> = {
  name: '小王',
  locale: 'zh-CN',
  userAgent: 'test',
  tags: ['vip'],
  page: { url: 'https://shop.example/a', title: 'A', referrer: '' },
}

export const byRule: AssignmentReason = {
  layer: 'load',
  rule: 'least-loaded',
  candidates: [{ agent: 1 as AgentId, load: 0, capacity: 8, score: 1 }],
}

export const byTag: QueueReason = { layer: 'tag', rule: 'vip', intent: NO_INTENT, confidence: 1, tookMicros: 7 }

export const asAgent = (id: AgentId, scope: 'all' | 'own' = 'all'): Reader => ({ kind: 'agent', id, scope })
export const asVisitor = (id: VisitorId): Reader => ({ kind: 'visitor', id })

export const storeActions = (store: Store) => {
  let lastCid = 0
  const { journal } = store
  const commit = (command: Command): Promise<Result<Outcome>> => journal.commit(command)

  /** The outcome, or an error that names the code: for steps that a test takes for granted. */
  const done = async (result: Promise<Result<Outcome>>): Promise<Outcome> => {
    const settled = await result
    if (!settled.ok) throw new Error(`refused: ${settled.code}`)
    return settled.value
  }
  const nextCid = (): string => `cid-${String((lastCid += 1)).padStart(8, '0')}`

  const actions = {
    commit,
    done,
    nextCid,
    newVisitor: (profile = somebody): Promise<VisitorId> => store.visitors.create(profile),

    async newAgent(name: string, role: Role = 'agent', capacity = 8): Promise<AgentId> {
      const first = !(await store.accounts.hasAccounts())
      const outcome = await done(
        commit({
          type: 'create-agent',
          actor: { kind: 'system' },
          name,
          login: `${name}@desk.example`,
          passwordHash: `hash of ${name}`,
          role: first ? 'owner' : role,
          capacity,
          first,
        }),
      )
      return outcome.agent
    },

    say: (
      visitor: VisitorId,
      text: string,
      extra: {
        readonly cid?: string
        readonly conversation?: ConversationId
        readonly files?: readonly FileKey[]
      } = {},
    ) =>
      commit({
        type: 'send',
        actor: { kind: 'visitor', id: visitor },
        conversation: extra.conversation ?? NO_CONVERSATION,
        cid: extra.cid ?? nextCid(),
        text,
        files: extra.files ?? [],
      }),

    reply: (
      agent: AgentId,
      conversation: ConversationId,
      text: string,
      extra: { readonly cid?: string; readonly files?: readonly FileKey[] } = {},
    ) =>
      commit({
        type: 'send',
        actor: { kind: 'agent', id: agent },
        conversation,
        cid: extra.cid ?? nextCid(),
        text,
        files: extra.files ?? [],
      }),

    /** The dispatcher's doing. */
    dispatch: (conversation: ConversationId, agent: AgentId, expectedOwner: AgentId = NO_AGENT) =>
      commit({ type: 'assign', actor: { kind: 'system' }, conversation, agent, expectedOwner, reason: byRule }),

    assign: (by: AgentId, conversation: ConversationId, agent: AgentId, expectedOwner: AgentId = NO_AGENT) =>
      commit({
        type: 'assign',
        actor: { kind: 'agent', id: by },
        conversation,
        agent,
        expectedOwner,
        reason: { layer: 'manual', rule: 'take', candidates: [] },
      }),

    transfer: (by: AgentId, conversation: ConversationId, agent: AgentId, note = '') =>
      commit({ type: 'transfer', actor: { kind: 'agent', id: by }, conversation, agent, note }),

    newGroup: (id: number, name: string) =>
      commit({ type: 'setting', actor: { kind: 'system' }, key: `routing.group.${id}`, value: { name } }),

    /** By a person, or with nobody named by the server itself. */
    queue: (
      by: AgentId,
      conversation: ConversationId,
      group: number,
      extra: Partial<Pick<QueueCommand, 'expectedOwner' | 'agents' | 'priority' | 'reason' | 'note' | 'front'>> = {},
    ) =>
      commit({
        type: 'queue',
        actor: by === NO_AGENT ? { kind: 'system' } : { kind: 'agent', id: by },
        conversation,
        group: group as GroupId,
        expectedOwner: NO_AGENT,
        agents: [],
        priority: 0,
        reason: byTag,
        note: '',
        front: false,
        ...extra,
      }),

    note: (
      by: AgentId,
      conversation: ConversationId,
      text: string,
      cid: string = nextCid(),
      mentions?: readonly AgentId[],
    ) => commit({ type: 'note', actor: { kind: 'agent', id: by }, conversation, cid, text, mentions }),

    /** `message`: the cid of what `by` wrote; null recalls it. */
    revise: (
      by: Exclude<Actor, { kind: 'system' }>,
      message: string,
      text: string | null,
      extra: { readonly cid?: string; readonly conversation?: ConversationId } = {},
    ) =>
      commit({
        type: 'revise',
        actor: by,
        conversation: extra.conversation ?? NO_CONVERSATION,
        cid: extra.cid ?? nextCid(),
        message,
        text,
      }),

    close: (by: AgentId, conversation: ConversationId) =>
      commit({ type: 'close', actor: { kind: 'agent', id: by }, conversation, reason: 'resolved' }),

    visitorReads: (visitor: VisitorId, conversation: ConversationId, read: Offset, delivered: Offset = NO_OFFSET) =>
      commit({ type: 'receipt', reader: { kind: 'visitor', id: 0 }, visitor, conversation, delivered, read }),

    agentReads: (agent: AgentId, conversation: ConversationId, read: Offset, delivered: Offset = NO_OFFSET) =>
      commit({ type: 'receipt', reader: { kind: 'agent', id: agent }, visitor: 0, conversation, delivered, read }),

    /** Every entry the reader may replay, chunk by chunk. */
    async replay(reader: Reader, after: Offset = NO_OFFSET, limit = 7): Promise<readonly Entry[]> {
      const entries: Entry[] = []
      for (let cursor = after; ;) {
        const chunk = await journal.readAfter(reader, cursor, limit)
        entries.push(...chunk.entries)
        if (!chunk.more) return entries
        cursor = chunk.upTo
      }
    },

    async historyOf(conversation: ConversationId, reader: Reader = asAgent(1 as AgentId)): Promise<readonly Entry[]> {
      const found = await journal.history(reader, { conversation, after: NO_SEQ, before: NO_SEQ, limit: 1_000 })
      if (!found.ok) throw new Error(`refused: ${found.code}`)
      return found.value
    },

    async summaryFor(reader: Reader, conversation: ConversationId) {
      for (const view of ['open', 'closed'] as const) {
        const found = await journal.list(reader, { view, visitor: 0 as VisitorId, before: NO_OFFSET, limit: 100 })
        const summary = found.conversations.find(({ id }) => id === conversation)
        if (summary) return summary
      }
      return undefined
    },
  }
  return actions
}

export type StoreActions = ReturnType<typeof storeActions>
