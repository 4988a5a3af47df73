// The one client library's face. Everything a screen may ask of a desk; how it is done lies in the files beside.
import {
  limits,
  NO_OFFSET,
  ok,
  type AgentId,
  type AgentStatus,
  type Cid,
  type CloseReason,
  type ConversationId,
  type ConversationSummary,
  type FileRef,
  type Offset,
  type Result,
  type VisitorId,
  type VisitorPage,
} from '#protocol'
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
}

export type ListView = 'mine' | 'queue' | 'open' | 'closed' | 'visitor'

export type ListQuery = {
  readonly view: ListView
  readonly visitor?: VisitorId
  readonly before?: Offset
  readonly limit?: number
}
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
  /** What it finds is in `state()` as well, so that it can be opened. All requests fail with `no_answer` when the link breaks. */
  list(query: ListQuery): Promise<Result<ListPage>>
  assign(conversation: ConversationId, agent: AgentId): Promise<Result<void>>
  transfer(conversation: ConversationId, agent: AgentId, note: string): Promise<Result<void>>
  close(conversation: ConversationId, reason: CloseReason): Promise<Result<void>>
  setStatus(status: AgentStatus): Promise<Result<void>>
  /** For the debug panel and for support. */
  diagnostics(): ClientDiagnostics
}

const done = async (reply: Promise<Result<unknown>>): Promise<Result<void>> => {
  const result = await reply
  return result.ok ? ok(undefined) : result
}

export const createClient = (options: ClientOptions): Client => {
  const core = new ClientCore(options)
  const { link, sender, requests, repairs } = core
  return {
    state: () => core.state(),
    subscribe: (listener) => core.subscribe(listener),
    start: () => core.start(),
    stop: () => core.stop(),
    reconnectNow: () => link.dispatch({ type: 'reconnect-now' }),
    send: (message) => sender.send(message),
    retry: (cid) => sender.retry(cid),
    discard: (cid) => sender.discard(cid),
    markRead: (conversation, upTo) => core.markRead(conversation, upTo),
    setTyping: (conversation, active) => core.setTyping(conversation, active),
    setPage: (page) => core.setPage(page),
    open: (conversation) => core.open(conversation),
    loadEarlier: (conversation) => repairs.wantEarlier(conversation),
    list: async ({ view, visitor, before, limit }) => {
      const wanted = {
        view,
        visitor: visitor ?? (0 as VisitorId),
        before: before ?? NO_OFFSET,
        limit: limit ?? limits.historyPage,
      }
      const reply = await requests.ask<'list'>({ type: 'list', ...wanted })
      if (!reply.ok) return reply
      core.addSummaries(reply.value.conversations, reply.value.receipts)
      return ok({ conversations: reply.value.conversations, next: reply.value.next })
    },
    assign: (conversation, agent) => done(requests.ask<'assign'>({ type: 'assign', conversation, agent })),
    transfer: (conversation, agent, note) =>
      done(requests.ask<'transfer'>({ type: 'transfer', conversation, agent, note })),
    close: (conversation, reason) => done(requests.ask<'close'>({ type: 'close', conversation, reason })),
    setStatus: (status) => done(requests.ask<'status'>({ type: 'status', status })),
    diagnostics: () => core.diagnostics(),
  }
}
