// Assignments on their way to the journal: at most so many at once, each counting as load from the beginning, and what the
// storage refused rests a moment.
import {
  isRetryable,
  limits,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type ErrorCode,
  type Result,
} from '../../protocol/index.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Outcome } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { RoutingDecision } from '../../ports/router.ts'

export type Assignments = {
  /** Never rejects. Resolves after the journal's listeners have heard of it. */
  assign(conversation: ConversationId, decision: RoutingDecision): Promise<Result<Outcome>>
  /** How many each agent is being given. */
  reserved(): ReadonlyMap<AgentId, number>
  /** Under way, or refused a moment ago. */
  isHeld(conversation: ConversationId): boolean
  /** The journal says who has it. */
  settled(conversation: ConversationId): void
  /** The storage is in trouble: asking for every waiting conversation would only add to it. */
  readonly isPaused: boolean
  readonly isFull: boolean
  readonly size: number
  stop(): void
}

export const createAssignments = (parts: {
  readonly journal: Pick<Journal, 'commit'>
  readonly clock: Clock
  readonly logger: Logger
  /** What rested may be tried again. */
  readonly rested: () => void
}): Assignments => {
  const { journal, clock, logger, rested } = parts
  const underWay = new Map<ConversationId, AgentId>()
  const resting = new Set<ConversationId>()
  let pause: Cancel | undefined

  const rest = (conversation: ConversationId, code: ErrorCode): void => {
    logger.warn({ conversation, code }, 'an assignment was refused')
    if (isRetryable(code)) {
      pause ??= clock.after(limits.assignRetryMs, () => {
        pause = undefined
        rested()
      })
      return
    }
    resting.add(conversation)
    clock.after(limits.assignRetryMs, () => {
      resting.delete(conversation)
      rested()
    })
  }

  const commit = async (conversation: ConversationId, { agent, reason }: RoutingDecision): Promise<Result<Outcome>> => {
    try {
      const actor = { kind: 'system' } as const
      return await journal.commit({ type: 'assign', actor, conversation, agent, expectedOwner: NO_AGENT, reason })
    } catch (error) {
      logger.error({ error }, 'an assignment failed')
      return { ok: false, code: 'internal' }
    }
  }

  return {
    async assign(conversation, decision) {
      underWay.set(conversation, decision.agent)
      const result = await commit(conversation, decision)
      underWay.delete(conversation)
      if (!result.ok) rest(conversation, result.code)
      return result
    },
    reserved() {
      const counts = new Map<AgentId, number>()
      for (const agent of underWay.values()) counts.set(agent, (counts.get(agent) ?? 0) + 1)
      return counts
    },
    isHeld: (conversation) => underWay.has(conversation) || resting.has(conversation),
    settled: (conversation) => void underWay.delete(conversation),
    get isPaused() {
      return pause !== undefined
    },
    get isFull() {
      return underWay.size >= limits.maxAssignmentsAtOnce
    },
    get size() {
      return underWay.size
    },
    stop() {
      pause?.()
      pause = undefined
    },
  }
}
