// The one client library's face. Everything a screen may ask of a desk; how it is done lies in the files beside.
import type { Cid, ConversationId, FileRef, Offset, ReplyId, Result, Seq, VisitorPage } from '#protocol'
import { createAgentOrders, type AgentOrders } from './agent-orders.ts'
import { ClientCore } from './client-core.ts'
import type { ClientOptions } from './client-options.ts'
import type { ClientDiagnostics, ClientState } from './client-state.ts'
import type { Cancel } from './environment.ts'

export type OutgoingMessage = {
  /** NO_CONVERSATION: the visitor's current one. */
  readonly conversation: ConversationId
  readonly text: string
  readonly files: readonly FileRef[]
  readonly cid?: Cid
  /** The message of the same conversation that it answers. */
  readonly quote?: Offset | undefined
  /** The quick reply that it began as. */
  readonly reply?: ReplyId | undefined
  /** Agents: the newest entry they had seen when they began to write; a colleague's answer after it fails it (`answered_meanwhile`). */
  readonly seen?: Seq | undefined
}

export type Client = AgentOrders & {
  state(): ClientState
  /** Called after each change of `state()`; several changes in one turn may come as one call. */
  subscribe(listener: () => void): Cancel
  /** Loads the outbox, connects, and stays connected until `stop`. */
  start(): void
  /** Closes the connection; keeps the outbox. */
  stop(): void
  /** Skips the waiting time of a `waiting` link. */
  reconnectNow(): void

  /**
   * Puts the message into the outbox (kept before this returns control to the network) and sends it as soon as it can (D5).
   * `cid` comes with a message that another tab began: one that is already in the outbox or stored is left as it is (D2).
   * Refused at once, with the text still the caller's: what parseMessageText refuses, and `too_many_in_flight` when
   * limits.maxOutboxMessages wait already (D9).
   */
  send(message: OutgoingMessage): Result<Cid>
  /** Tries a failed message again with its cid; with a new one after `cid_reused`. `seen`: what its writer has seen by now. */
  retry(cid: Cid, seen?: Seq): void
  /** Only what has failed or was never tried can be taken back: anything else may be stored already, or be under way. */
  discard(cid: Cid): void
  /**
   * Delivered marks are sent by the library itself; read marks when a person has seen it. An agent's is left alone in a
   * colleague's conversation (D6.3).
   */
  markRead(conversation: ConversationId, upTo: Offset): void
  setTyping(conversation: ConversationId, active: boolean): void
  /** Visitors: where on the site they are. */
  setPage(page: VisitorPage): void

  /**
   * Loads the newest entries if none are there yet; also of a conversation that is not in `state()` (a link, a notification).
   * One that the desk does not have for us is then in `state().missing`.
   */
  open(conversation: ConversationId): void
  loadEarlier(conversation: ConversationId): void
  /** For the debug panel and for support. */
  diagnostics(): ClientDiagnostics
}

export const createClient = (options: ClientOptions): Client => {
  const core = new ClientCore(options)
  const { link, sender, repairs } = core
  return {
    state: () => core.state(),
    subscribe: (listener) => core.subscribe(listener),
    start: () => core.start(),
    stop: () => core.stop(),
    reconnectNow: () => link.dispatch({ type: 'reconnect-now' }),
    send: (message) => sender.send(message),
    retry: (cid, seen) => sender.retry(cid, seen),
    discard: (cid) => sender.discard(cid),
    markRead: (conversation, upTo) => core.markRead(conversation, upTo),
    setTyping: (conversation, active) => core.setTyping(conversation, active),
    setPage: (page) => core.setPage(page),
    open: (conversation) => core.open(conversation),
    loadEarlier: (conversation) => repairs.wantEarlier(conversation),
    ...createAgentOrders(core, options),
    diagnostics: () => core.diagnostics(),
  }
}
