// Looks, again and again, for what must never be (D7): a visitor waiting beside an idle able agent, or a desk in memory
// that is not the one in the journal. What it finds is a bug of ours: it is counted, logged, told, and put right.
import { limits, NO_AGENT, type AgentId, type ConversationId } from '../../protocol/index.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Journal, OpenConversation } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Caretaker } from './caretaker.ts'
import type { Dispatcher } from './dispatcher.ts'

export type WatchdogAlarm = {
  /** `idle_agent`: a conversation waited beside an agent who could take it. `drift`: memory and journal disagree. */
  readonly reason: 'idle_agent' | 'drift'
  readonly conversation: ConversationId
  /** Who could have taken it; for a drift, who has it according to the journal. */
  readonly agent: AgentId
}

export type Watchdog = {
  /** One look, as on every tick. */
  look(): void
  /** Compares with the journal; skipped when something is committed meanwhile. */
  audit(): Promise<void>
  stop(): void
}

/** Looks between two audits: an audit reads every open conversation. */
const LOOKS_PER_AUDIT = 60

export const createWatchdog = (parts: {
  readonly desk: Desk
  readonly dispatcher: Dispatcher
  readonly caretaker: Pick<Caretaker, 'realign'>
  readonly journal: Pick<Journal, 'openConversations' | 'agents' | 'head'>
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly onAlarm: ((alarm: WatchdogAlarm) => void) | undefined
}): Watchdog => {
  const { desk, dispatcher, caretaker, journal, clock, logger, metrics } = parts
  let cancel: Cancel | undefined
  let looks = 0
  let isStopped = false

  const raise = (alarm: WatchdogAlarm): void => {
    metrics.count('watchdog_alarms_total', { reason: alarm.reason })
    logger.error(alarm, 'a promise of the desk did not hold')
    parts.onAlarm?.(alarm)
  }

  const look = (): void => {
    try {
      const overlooked = dispatcher.overlooked()
      if (overlooked) raise({ reason: 'idle_agent', ...overlooked })
    } catch (error) {
      logger.error({ error }, 'routing failed')
    }
    dispatcher.pump()
    metrics.gauge('queue_length', desk.waiting)
  }

  const firstDifference = (open: readonly OpenConversation[]): Pick<OpenConversation, 'id' | 'owner'> | undefined => {
    const differing = open.find(({ id, owner }) => desk.conversation(id)?.owner !== owner)
    if (differing) return differing
    const known = new Set(open.map(({ id }) => id))
    for (const conversation of desk.conversations()) if (!known.has(conversation.id)) return conversation
    return undefined
  }

  const audit = async (): Promise<void> => {
    const head = journal.head()
    const [open, agents] = await Promise.all([journal.openConversations(), journal.agents()])
    if (isStopped || head !== journal.head()) return
    const differing = firstDifference(open)
    if (differing) desk.load(open, agents)
    const amiss = caretaker.realign()
    const conversation = differing?.id ?? amiss
    if (conversation === undefined) return
    const agent = differing?.owner ?? desk.conversation(conversation)?.owner ?? NO_AGENT
    raise({ reason: 'drift', conversation, agent })
    dispatcher.pump()
  }

  const arm = (): void => {
    cancel = clock.after(limits.watchdogMs, () => {
      look()
      looks += 1
      if (looks % LOOKS_PER_AUDIT === 0)
        audit().catch((error: unknown) => logger.warn({ error }, 'the desk could not be compared with the journal'))
      arm()
    })
  }
  arm()

  return {
    look,
    audit,
    stop() {
      isStopped = true
      cancel?.()
    },
  }
}
