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

export type OutgoingMessage = {
  /** NO_CONVERSATION: the visitor's current one. */
  readonly conversation: ConversationId
  readonly text: string
  readonly files: readonly FileRef[]
  readonly cid?: Cid
}

export type ListView = 'mine' | 'queue' | 'open' | 'closed' | 'visitor'

export type ListQuery = { readonly view: ListView; readonly visitor?: VisitorId; readonly before?: Offset; readonly limit?: number }
/** `next` is the `before` of the following page; 0 after the last. */
export type ListPage = { readonly conversations: readonly ConversationSummary[]; readonly next: Offset }

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
   * Refused at once, with the text still the caller's: what parseMessageText refuses, and `too_many_in_flight` when
   * limits.maxOutboxMessages wait already (D9).
   */
  send(message: OutgoingMessage): Result<Cid>
  /** Tries a failed message again with its cid; with a new one after `cid_reused`. */
  retry(cid: Cid): void
  /** Only what has failed or was never tried can be taken back: anything else may be stored already. */
  discard(cid: Cid): void
  /** Delivered marks are sent by the library itself; read marks when a person has seen it. */
  markRead(conversation: ConversationId, upTo: Offset): void
  setTyping(conversation: ConversationId, active: boolean): void
  /** Visitors: where on the site they are. */
  setPage(page: VisitorPage): void

  /** Loads the newest entries if none are there yet; also of a conversation that is not in `state()` (a link, a notification). */
  open(conversation: ConversationId): void
  loadEarlier(conversation: ConversationId): void
  /** What it finds is in `state()` as well, so that it can be opened. All requests fail with `no_answer` when the link breaks. */
  list(query: ListQuery): Promise<Result<ListPage>>
  assign(conversation: ConversationId, agent: AgentId): Promise<Result<void>>
  transfer(conversation: ConversationId, agent: AgentId, note: string): Promise<Result<void>>
  close(conversation: ConversationId, reason: CloseReason): Promise<Result<void>>
  setStatus(status: AgentStatus): Promise<Result<void>>
  /** For the debug panel and for support. */
  diagnostics(): ClientDiagnostics
}

export declare const createClient: (options: ClientOptions) => Client
