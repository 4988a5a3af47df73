// The real-time heart: every connection's session, the fan-out of committed entries, presence and the dispatcher.
// Knows no WebSocket and no HTTP: an adapter hands it connections.
import type { AgentId, Cid, ConversationId, EpochMs, FileKey, Offset, Result, Seq } from '../protocol/index.ts'
import type { Authenticator, Identity, LiveSessions } from '../ports/authenticator.ts'
import type { Clock } from '../ports/clock.ts'
import type { Connection, ConnectionHandler } from '../ports/connection.ts'
import type { Logger } from '../ports/logger.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Random } from '../ports/random.ts'
import type { Router } from '../ports/router.ts'
import type { Store } from '../ports/store.ts'

/** What the watchdog found: a promise of D7 that did not hold for a moment. */
export type WatchdogAlarm = {
  /** `idle_agent`: a conversation waited beside an agent who could take it. `drift`: memory and journal disagree. */
  readonly reason: 'idle_agent' | 'drift'
  readonly conversation: ConversationId
  readonly agent: AgentId
}

export type GatewayParts = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: Metrics
  readonly router: Router
  readonly authenticator: Authenticator
  /** For tests and the simulation; production reads the metric. */
  readonly onAlarm?: (alarm: WatchdogAlarm) => void
}

/** A message over HTTP: the same path, the same cid, the same result as over the socket (D2, D5). */
export type SentMessage = {
  readonly cid: string
  readonly conversation: ConversationId
  readonly text: string
  readonly files: readonly FileKey[]
}
export type SentResult = {
  readonly cid: Cid
  readonly conversation: ConversationId
  readonly offset: Offset
  readonly seq: Seq
  readonly at: EpochMs
}

export type GatewayStats = {
  readonly connections: number
  /** Connections that have not been greeted yet. */
  readonly unauthenticated: number
  readonly visitorsOnline: number
  readonly agentsConnected: number
  readonly queueLength: number
  readonly sendsInFlight: number
}

export type Gateway = LiveSessions & {
  /** Takes over an open connection. Its own faults end it with a coded close; nobody else notices (D10). */
  accept(connection: Connection): ConnectionHandler
  /** Durable when it resolves with a value (D1). Bounded per author: `too_many_in_flight`, `flood`. */
  send(author: Identity, message: SentMessage): Promise<Result<SentResult>>
  /**
   * Refuses what is new, waits for what is being stored, tells everyone when to come back (jittered) and closes with 4000.
   * Resolves when nothing of it runs any more; the store stays open.
   */
  stop(): Promise<void>
  stats(): GatewayStats
}

export declare const createGateway: (parts: GatewayParts) => Promise<Gateway>
