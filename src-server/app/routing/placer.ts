// Finds for each conversation that begins to wait the group where it waits: by tags at once, else by what the visitor writes
// first, else with everyone. Nothing waits for it but that one conversation, and that only for a bounded moment.
import {
  EVERYONE,
  isRetryable,
  limits,
  NO_AGENT,
  NO_SEQ,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type IntentId,
} from '../../protocol/index.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { LayeredRouter } from '../../core/routing/layered-router.ts'
import type { Placement } from '../../core/routing/place.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { CommittedEntry, Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import { ITSELF, type ArrivalFacts, type GatherFacts } from './arrival-facts.ts'
import { createFirstWords, type FirstWords } from './first-words.ts'

type Verdict = { readonly intent: IntentId; readonly confidence: number; readonly tookMicros: number }
/** Bounded, and never rejects for what a visitor can write; intent 0 is "not understood". */
export type Classifier = {
  classify(
    texts: readonly string[],
    threshold: number | null,
  ): Promise<Omit<Verdict, 'intent'> & { readonly intent: number }>
}

export type Placer = {
  /** The desk and the router are loaded: what waits unplaced is placed now. */
  start(): void
  /** After the desk and the router. */
  apply(committed: CommittedEntry): void
  /** Its group is not known yet: nobody is to be found for it. */
  isPlacing(conversation: ConversationId): boolean
  /** Undefined in an office that set nothing, and until they are read. */
  factsOf(conversation: ConversationId): ArrivalFacts | undefined
  stop(): void
}

type Arrival = {
  readonly id: ConversationId
  readonly startedAt: EpochMs
  readonly words: FirstWords
  /** Known at once when a conversation is reopened. */
  readonly lastHelp: ArrivalFacts['lastHelp']
  verdict: Verdict | undefined
  /** A verdict or a commit is on its way. */
  isBusy: boolean
  cancels: readonly Cancel[]
}

export type PlacerParts = {
  readonly desk: Desk
  readonly router: Pick<LayeredRouter, 'place' | 'settings'>
  readonly journal: Pick<Journal, 'commit' | 'history'>
  /** Absent: nothing is understood, tags alone decide. */
  readonly classifier: Classifier | undefined
  readonly gather: GatherFacts
  readonly clock: Clock
  readonly logger: Logger
  /** A conversation may be given away now. */
  readonly placed: (conversation: ConversationId) => void
}

/** SPEC D7.10, D7.16. */
export const createPlacer = (parts: PlacerParts): Placer => {
  const { desk, router, journal, classifier, gather, clock, logger, placed } = parts
  const arrivals = new Map<ConversationId, Arrival>()
  const facts = new Map<ConversationId, ArrivalFacts>()
  let isStopped = false

  /** An office that set nothing is asked nothing. */
  const isNeeded = (): boolean => {
    const { tagRules, intents, groups, skills } = router.settings
    const returns = groups.get(EVERYONE)?.returning === true
    return returns || groups.size > 1 || tagRules.size + intents.size + skills.size > 0
  }

  const isCurrent = (arrival: Arrival): boolean => arrivals.get(arrival.id) === arrival

  const leave = (id: ConversationId): void => {
    for (const cancel of arrivals.get(id)?.cancels ?? []) cancel()
    arrivals.delete(id)
  }

  /** Placed, or to wait for everyone as in an office without groups: it may be given away. */
  const release = (arrival: Arrival): void => {
    if (!isCurrent(arrival)) return
    leave(arrival.id)
    placed(arrival.id)
  }

  const store = async (arrival: Arrival, placement: Placement): Promise<void> => {
    const { group, agents, priority, layer, rule, intent, confidence } = placement
    const result = await journal.commit({
      type: 'queue',
      actor: { kind: 'system' },
      conversation: arrival.id,
      expectedOwner: NO_AGENT,
      group,
      agents,
      priority,
      reason: { layer, rule, intent, confidence, tookMicros: arrival.verdict?.tookMicros ?? 0 },
      note: '',
      front: false,
    })
    if (result.ok || !isCurrent(arrival)) return release(arrival)
    logger.warn({ conversation: arrival.id, code: result.code }, 'a place in a group was refused')
    // Its group went away a moment ago, or the storage is in trouble: both pass. Anything else means that it needs no place.
    if (result.code !== 'group_unknown' && !isRetryable(result.code)) return release(arrival)
    arrival.isBusy = false
    arrival.cancels = [...arrival.cancels, clock.after(limits.assignRetryMs, () => advance(arrival))]
  }

  const understand = async (arrival: Arrival): Promise<void> => {
    const found = await classifier?.classify(arrival.words.take(), router.settings.general.threshold)
    arrival.verdict = found && { ...found, intent: found.intent as IntentId } // ids of the settings it was trained with
    arrival.isBusy = false
    advance(arrival)
  }

  const start = (arrival: Arrival, work: Promise<void>): void => {
    work.catch((error: unknown) => {
      logger.error({ conversation: arrival.id, error }, 'a conversation could not be placed')
      release(arrival)
    })
  }

  const advance = (arrival: Arrival): void => {
    const known = facts.get(arrival.id)
    if (!known || arrival.isBusy || isStopped || !isCurrent(arrival)) return
    const { intents, general } = router.settings
    const isActive = (agent: AgentId): boolean => desk.agent(agent)?.active === true
    const placement = router.place({ tags: known.tags, intent: arrival.verdict ?? null, isActive })
    const isDecided = placement.layer !== 'weight' || classifier === undefined || intents.size === 0
    const { words } = arrival
    const mayAsk = !isDecided && words.hasNew
    const isOver = words.isFull || clock.now() >= arrival.startedAt + general.intentWaitMs
    if (!mayAsk && !isDecided && !isOver) return
    arrival.isBusy = true
    start(arrival, mayAsk ? understand(arrival) : store(arrival, placement))
  }

  /** What was written before this process began. */
  const readWords = async ({ id, words }: Arrival): Promise<void> => {
    const page = { conversation: id, after: NO_SEQ, before: NO_SEQ, limit: limits.maxHistoryPage }
    const found = await journal.history(ITSELF, page)
    if (found.ok) words.recall(found.value)
  }

  const learn = async (arrival: Arrival, isFromBefore: boolean): Promise<void> => {
    const visitor = desk.conversation(arrival.id)?.visitor
    if (visitor === undefined) return release(arrival)
    const [found] = await Promise.all([gather(visitor, arrival.id), isFromBefore ? readWords(arrival) : undefined])
    if (!desk.conversation(arrival.id)) return
    facts.set(arrival.id, { ...found, lastHelp: arrival.lastHelp ?? found.lastHelp })
    advance(arrival)
  }

  /** `helper`: NO_AGENT for who is new; undefined when it began before this process. */
  const arrive = (id: ConversationId, startedAt: EpochMs, helper: AgentId | undefined): void => {
    if (!isNeeded() || isStopped) return
    leave(id)
    const words = createFirstWords()
    const lastHelp = helper ? { agent: helper, at: startedAt } : undefined
    const arrival: Arrival = { id, startedAt, words, lastHelp, verdict: undefined, isBusy: false, cancels: [] }
    arrivals.set(id, arrival)
    const waitMs = Math.max(0, startedAt + router.settings.general.intentWaitMs - clock.now())
    const giveUp = (): void => {
      logger.warn({ conversation: id }, 'a conversation was not placed in time')
      release(arrival)
    }
    arrival.cancels = [clock.after(waitMs, () => advance(arrival)), clock.after(waitMs + limits.placeWithinMs, giveUp)]
    learn(arrival, helper === undefined).catch((error: unknown) => {
      logger.warn({ conversation: id, error }, 'nothing could be learned of an arrival')
      release(arrival)
    })
  }

  const hear = ({ entry, owner, previousOwner }: CommittedEntry): void => {
    const { conversation: id } = entry
    switch (entry.kind) {
      case 'conversation.opened':
      case 'conversation.reopened':
        facts.delete(id)
        return owner === NO_AGENT ? arrive(id, entry.at, previousOwner) : undefined
      case 'message.sent': {
        const arrival = entry.author.kind === 'visitor' ? arrivals.get(id) : undefined
        if (!arrival) return undefined
        arrival.words.add(entry.body.text)
        return advance(arrival)
      }
      case 'conversation.assigned':
      case 'conversation.transferred':
      case 'conversation.queued':
        return leave(id)
      case 'conversation.closed':
        facts.delete(id)
        return leave(id)
      default:
        return undefined
    }
  }

  return {
    start() {
      for (const { id, owner, place } of desk.conversations())
        if (owner === NO_AGENT && place === null) arrive(id, clock.now(), undefined)
    },
    apply(committed) {
      try {
        hear(committed)
      } catch (error) {
        // Whoever's message came with it must not suffer.
        logger.error({ error }, 'a conversation could not be placed')
      }
    },
    isPlacing: (id) => arrivals.has(id),
    factsOf: (id) => facts.get(id),
    stop() {
      isStopped = true
      for (const id of arrivals.keys()) leave(id)
    },
  }
}
