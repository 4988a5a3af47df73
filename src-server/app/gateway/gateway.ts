// The real-time heart: every connection's session, the fan-out of committed entries, presence and the dispatcher.
// Knows no WebSocket and no HTTP: an adapter hands it connections.
import {
  closeCodes,
  encodeServerFrame,
  fail,
  limits,
  ok,
  type Announcement,
  type ErrorCode,
  type Result,
} from '../../protocol/index.ts'
import { countDesk, type DeskCounts } from '../../core/now/count-desk.ts'
import { createDesk } from '../../core/queue/desk.ts'
import type { CareRules } from '../../core/queue/care-state.ts'
import { createWaitingLine } from '../../core/queue/waiting-line.ts'
import { ANNOUNCEMENT_KEY } from '../../core/settings/announcement.ts'
import type { LayeredRouter } from '../../core/routing/layered-router.ts'
import type { Authenticator, Identity, LiveSessions } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Connection, ConnectionHandler } from '../../ports/connection.ts'
import type { CommittedGroup } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import { placeOf } from '../accounts/address-hash.ts'
import { createAnnouncer } from './announcer.ts'
import { createAnswers } from './answers.ts'
import { createBlockList, type BlockList } from './block-list.ts'
import { blockedBy } from './blocked-by.ts'
import { createAbsentees } from '../routing/absentees.ts'
import { createGatherFacts } from '../routing/arrival-facts.ts'
import { createAssignments } from '../routing/assignments.ts'
import { createCaretaker } from '../routing/caretaker.ts'
import { createDispatcher } from '../routing/dispatcher.ts'
import { GatewayConnection } from './gateway-connection.ts'
import { createRequests } from './gateway-requests.ts'
import { createHttpAllowances } from './http-allowances.ts'
import { createHttpPlaces, type HttpPlaces } from './http-places.ts'
import { createHttpRatings, type HttpRatings } from './http-ratings.ts'
import { createHttpSends, type HttpSends } from './http-sends.ts'
import { createHub } from './hub.ts'
import { createOffice } from '../routing/office.ts'
import { createOpenOffers } from '../routing/open-offers.ts'
import { createOrders } from './orders.ts'
import { createPlaceSigns } from './place-signs.ts'
import { createPlacer, type Classifier } from '../routing/placer.ts'
import { createQuestions } from '../routing/questions.ts'
import { createLookup } from './session-lookups.ts'
import { createTaskGate } from '../../core/queue/task-gate.ts'
import { recallReplies } from '../routing/recall-replies.ts'
import { createWatchdog, type WatchdogAlarm } from '../routing/watchdog.ts'
import { createWorkInFlight } from './work-in-flight.ts'

export type GatewayParts = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: Metrics
  readonly router: LayeredRouter
  /** Absent: what visitors write is not understood. */
  readonly classifier?: Classifier | undefined
  readonly authenticator: Authenticator
  /** For tests and the simulation; production reads the metric. */
  readonly onAlarm?: (alarm: WatchdogAlarm) => void
}

export type GatewayStats = {
  readonly connections: number
  /** Connections that have not been greeted yet. */
  readonly ungreeted: number
  readonly visitorsOnline: number
  readonly agentsConnected: number
  readonly queueLength: number
  /** Orders and messages begun and not ended. */
  readonly inFlight: number
}

export type Gateway = LiveSessions & {
  /** Takes over an open connection. Its own faults end it with a coded close; nobody else notices (D10). */
  accept(connection: Connection): ConnectionHandler
  /** Durable when it resolves with a value (D1). Bounded per author: `too_many_in_flight`, `flood`. */
  readonly send: HttpSends
  readonly rate: HttpRatings
  /** Bounded per visitor together with `send`. */
  readonly place: HttpPlaces
  /** What is announced now. Bounded per author together with `send`. */
  announced(author: Identity): Result<Announcement | null>
  /** SPEC D10.23. */
  readonly blocks: BlockList
  /** Colleagues who are connected from there; `place` as the list of blocks has it. */
  colleaguesAt(place: string): number
  /**
   * Refuses what is new, waits for what is being stored, tells everyone when to come back (jittered) and closes with 4000.
   * Resolves when nothing of it runs any more; the store stays open.
   */
  stop(): Promise<void>
  stats(): GatewayStats
  /** Walks the whole desk: for whoever looks, not for whoever writes. */
  counts(): DeskCounts
}

const unheard: ConnectionHandler = { received: () => undefined, closed: () => undefined }

/** Resolves when the desk is known and the dispatcher at work. Rejects when the store cannot be read. */
export const createGateway = async (parts: GatewayParts): Promise<Gateway> => {
  const { store, clock, random, logger, metrics, router } = parts
  const { journal } = store
  const outside = { clock, logger, metrics }
  const desk = createDesk()
  const work = createWorkInFlight()
  const connections = new Set<GatewayConnection>()
  let ungreeted = 0
  let revocations = 0
  const allowances = createHttpAllowances(clock)
  let isStopping = false

  const hub = createHub({
    desk,
    clock,
    logger,
    metrics,
    visitors: store.visitors,
    agentChanged(agent, isThere) {
      questions.connected(agent, isThere)
      caretaker.connected(agent, isThere)
      dispatcher.pump()
    },
    isLive(member) {
      places.present(member)
      offers.present(member)
    },
  })
  const announcer = createAnnouncer({ audience: hub.audience, clock, metrics })
  const placer = createPlacer({
    ...outside,
    desk,
    router,
    journal,
    classifier: parts.classifier,
    gather: createGatherFacts(journal, store.visitors),
    placed(conversation) {
      caretaker.placed(conversation)
      places.placed()
      dispatcher.pump()
    },
  })
  const { isConnected } = hub.presence
  const { isPlacing } = placer
  const changed = (): void => dispatcher.pump()
  const line = createWaitingLine()
  const rules: CareRules = {
    groupOf: (id) => router.settings.groups.get(id),
    get general() {
      return router.settings.general
    },
  }
  const places = createPlaceSigns({ ...outside, audience: hub.audience, desk, line, rules, isPlacing })
  const kept = places.follow
  const absentees = createAbsentees({ ...outside, journal, changed })
  const offers = createOpenOffers({ audience: hub.audience, metrics, absentees })
  const assignments = createAssignments({ ...outside, journal, rested: changed })
  const office = createOffice({ desk, assignments, offers, absentees, clock, isConnected })
  const caretaker = createCaretaker({
    ...outside,
    desk,
    router,
    journal,
    office,
    assignments,
    offers,
    isConnected,
    isPlacing,
    line,
    rules,
    changed,
    kept,
  })
  const dispatcher = createDispatcher({ ...outside, desk, router, office, assignments, placer, line, caretaker })
  const questions = createQuestions({ desk, journal, clock, offers, isConnected })
  const orders = createOrders({
    ...outside,
    journal,
    desk,
    hub,
    work,
    requests: createRequests({ journal, desk, answers: createAnswers({ offers, caretaker, questions, absentees }) }),
    isStopping: () => isStopping,
  })
  const lookup = createLookup({
    blocks: { refuses: (visitor, address) => blocks.refuses(visitor, address) },
    journal,
    authenticator: parts.authenticator,
    presence: hub.presence,
    replayReads: createTaskGate(limits.maxReplayReadsAtOnce),
    revocations: () => revocations,
    connectionsOf: (identity) => hub.audience.countOf(identity),
  })

  const takeIn = (group: CommittedGroup): void => {
    for (const committed of group.entries) {
      desk.apply(committed)
      router.apply(committed)
      placer.apply(committed)
      questions.apply(committed)
      absentees.apply(committed)
      caretaker.apply(committed)
    }
    if (group.entries.some(({ entry }) => entry.kind === 'agent.changed')) revocations += 1
    try {
      hub.publish(group)
    } catch (error) {
      // Clients find what they missed by the next beat; the journal and its other listeners must not suffer.
      logger.error({ error }, 'a group was not told to everyone')
    }
    for (const committed of group.entries) {
      announcer.apply(committed)
      const block = blocks.apply(committed.entry)
      if (block) hub.endAll(blockedBy(block, { audience: hub.audience, blocks }), 'blocked')
    }
    dispatcher.committed(group)
  }

  /** Groups committed while the desk was being read; applying one twice changes nothing. */
  let early: CommittedGroup[] | undefined = []
  const unsubscribe = journal.onCommitted((group) => (early ? void early.push(group) : takeIn(group)))
  const [blocks, open, agents, settings, announced] = await Promise.all([
    createBlockList({ journal, secrets: store.secrets, clock }),
    journal.openConversations(),
    journal.agents(),
    journal.settings('routing.'),
    journal.settings(ANNOUNCEMENT_KEY),
  ])
  announcer.load(announced)
  desk.load(open, agents)
  router.load(open, settings)
  placer.start()
  caretaker.start()
  const missed = early
  early = undefined
  for (const group of missed) takeIn(group)
  const stopRecall = recallReplies({ journal, router, clock, logger })
  const watchdog = createWatchdog({ ...outside, desk, dispatcher, caretaker, journal, onAlarm: parts.onAlarm })

  const greeted = (): void => {
    ungreeted -= 1
  }

  const ended = (connection: GatewayConnection): void => {
    connections.delete(connection)
    if (!connection.isGreeted) ungreeted -= 1
    metrics.gauge('connections', connections.size)
  }

  const world = { ...outside, journal, hub, orders, announcer, lookup, greeted, ended }

  const turnAway = (connection: Connection, code: ErrorCode): ConnectionHandler => {
    metrics.count('connections_refused_total', { reason: code })
    connection.send(encodeServerFrame({ type: 'bye', code, retryAfterMs: limits.minStopSpreadMs }))
    connection.close(closeCodes.goingAway, code)
    return unheard
  }

  /** A second of one server is not every client's same second: 1 ms per connection, between a second and half a minute. */
  const comeBackAfterMs = (spreadMs: number): number =>
    limits.minStopSpreadMs + Math.floor(random.fraction() * spreadMs)

  /** What is being stored is acknowledged first; a disk that hangs does not hold up the stop for long. */
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      const giveUp = clock.after(limits.closeWithinMs, resolve)
      void work.idle().then(() => {
        giveUp()
        resolve()
      })
    })

  return {
    accept(connection) {
      if (isStopping) return turnAway(connection, 'server_stopping')
      const accepted = new GatewayConnection(world, connection)
      connections.add(accepted)
      ungreeted += 1
      metrics.gauge('connections', connections.size)
      return accepted
    },
    send: createHttpSends({ journal, allowances, work, isStopping: () => isStopping }),
    rate: createHttpRatings({ journal, allowances, work, isStopping: () => isStopping }),
    place: createHttpPlaces({ places, allowances }),
    blocks,
    colleaguesAt: (place) => {
      const there = [...hub.audience.everyAgent()].filter(({ address }) => placeOf(address) === place)
      return new Set(there.map(({ reader }) => reader.id)).size
    },
    announced: (author) => (allowances.of(author).take() ? ok(announcer.current) : fail('flood')),
    sessions: () => hub.audience.sessions(),
    endSession(session) {
      revocations += 1
      hub.endAll(hub.audience.ofSession(session), 'session_revoked')
    },
    endAgent(agent, except) {
      revocations += 1
      const elsewhere = [...hub.audience.ofAgent(agent)].filter(
        ({ identity }) => identity.kind === 'agent' && identity.session !== except,
      )
      hub.endAll(elsewhere, 'session_revoked')
    },
    async stop() {
      if (isStopping) return
      isStopping = true
      placer.stop()
      caretaker.stop()
      questions.stop()
      dispatcher.stop()
      places.stop()
      announcer.stop()
      stopRecall()
      watchdog.stop()
      await settled()
      const spreadMs = Math.min(limits.maxStopSpreadMs, connections.size)
      for (const connection of connections) connection.end('server_stopping', comeBackAfterMs(spreadMs))
      hub.stop()
      unsubscribe()
    },
    stats() {
      return {
        connections: connections.size,
        ungreeted,
        visitorsOnline: hub.presence.visitors,
        agentsConnected: hub.presence.agents,
        queueLength: desk.waiting,
        inFlight: work.count,
      }
    },
    counts: () =>
      countDesk({ desk, groups: router.settings.groups, isLeft: caretaker.isLeft, isConnected }, clock.now()),
  }
}
