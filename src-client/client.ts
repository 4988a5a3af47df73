// The one client library's face. Everything a screen may ask of a desk; how it is done lies in the files beside.
import type {
  AgentId,
  AgentStatus,
  Cid,
  CloseReason,
  ConversationId,
  ConversationSummary,
  FileRef,
  Offset,
  Result,
  VisitorId,
  VisitorPage,
} from '#protocol'
import type { ClientState } from './client-state.ts'
import type { Cancel, ClientEnvironment } from './environment.ts'

export type ClientOptions = {
  readonly environment: ClientEnvironment
  /** The desk's HTTP origin, e.g. https://desk.example:8000; the WebSocket's address follows from it. */
  readonly deskUrl: string
  readonly token: string
  readonly scope: 'all' | 'own'
  readonly locale: string
  /** Name and version of the program, for support. */
  readonly app: string
  /** Prefix of everything kept in storage: one identity on one desk. */
  readonly storageKey: string
}

export type ListView = 'mine' | 'queue' | 'open' | 'closed' | 'visitor'

export type Client = {
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
   */
  send(message: { readonly conversation: ConversationId; readonly text: string; readonly files: readonly FileRef[]; readonly cid?: Cid }): Cid
  retry(cid: Cid): void
  discard(cid: Cid): void
  /** Delivered marks are sent by the library itself; read marks when a person has seen it. */
  markRead(conversation: ConversationId, upTo: Offset): void
  setTyping(conversation: ConversationId, active: boolean): void
  /** Visitors: where on the site they are. */
  setPage(page: VisitorPage): void

  /** Loads the newest entries if none are there yet. */
  open(conversation: ConversationId): void
  loadEarlier(conversation: ConversationId): void
  list(query: { readonly view: ListView; readonly visitor?: VisitorId; readonly before?: Offset; readonly limit?: number }): Promise<Result<{ readonly conversations: readonly ConversationSummary[]; readonly next: Offset }>>
  assign(conversation: ConversationId, agent: AgentId): Promise<Result<void>>
  transfer(conversation: ConversationId, agent: AgentId, note: string): Promise<Result<void>>
  close(conversation: ConversationId, reason: CloseReason): Promise<Result<void>>
  setStatus(status: AgentStatus): Promise<Result<void>>
}

export declare const createClient: (options: ClientOptions) => Client
