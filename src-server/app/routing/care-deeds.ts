// What looking after a conversation asks of the journal: to take it back, to warn of silence, to close. Whatever is refused comes up
// again after a moment, so a refusal is only logged.
import { EVERYONE, NO_INTENT, type AgentId, type ConversationId, type QueueReason } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { LayeredRouter } from '../../core/routing/layered-router.ts'
import type { Command } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'

export type CareDeeds = {
  release(conversation: ConversationId, agent: AgentId, rule: string): void
  /** Both only if nobody has said anything since the last message that the desk knows. */
  warn(conversation: ConversationId, group: Group | undefined): void
  close(conversation: ConversationId): void
}

const system = { kind: 'system' } as const

export const createCareDeeds = (parts: {
  readonly desk: Pick<Desk, 'conversation'>
  readonly router: Pick<LayeredRouter, 'settings'>
  readonly journal: Pick<Journal, 'commit'>
  readonly logger: Logger
}): CareDeeds => {
  const { desk, router, journal, logger } = parts
  const underWay = new Set<ConversationId>()

  const commit = async (conversation: ConversationId, command: Command): Promise<void> => {
    // Asked for again because the journal is slow. Ten thousand second tries would make it slower, and all of them come too late.
    if (underWay.has(conversation)) return
    underWay.add(conversation)
    try {
      const result = await journal.commit(command)
      if (!result.ok)
        logger.warn({ conversation, order: command.type, code: result.code }, 'a conversation was not looked after')
    } catch (error) {
      logger.error({ conversation, order: command.type, error }, 'a conversation was not looked after')
    }
    underWay.delete(conversation)
  }

  return {
    release(conversation, agent, rule) {
      const place = desk.conversation(conversation)?.place
      const known = place?.reason
      const reason: QueueReason = {
        layer: 'load',
        rule,
        intent: known?.intent ?? NO_INTENT,
        confidence: known?.confidence ?? 0,
        tookMicros: 0,
      }
      void commit(conversation, {
        type: 'queue',
        actor: system,
        conversation,
        expectedOwner: agent,
        group: place && router.settings.groups.has(place.group) ? place.group : EVERYONE,
        agents: place?.agents ?? [],
        priority: place?.priority ?? 0,
        reason,
        note: '',
        front: true,
      })
    },
    warn(conversation, group) {
      const after = desk.conversation(conversation)?.lastMessage?.offset
      if (after === undefined || !group?.autoClose) return
      const { closeAfterMs } = group.autoClose
      void commit(conversation, { type: 'warn', actor: system, conversation, after, closeAfterMs })
    },
    close(conversation) {
      const after = desk.conversation(conversation)?.lastMessage?.offset
      if (after !== undefined)
        void commit(conversation, { type: 'close', actor: system, conversation, reason: 'silence', after })
    },
  }
}
