// What only agents ask of a desk: lists, orders about conversations, notes. The widget's build leaves this file out.
import {
  fail,
  limits,
  NO_OFFSET,
  NO_SEQ,
  ok,
  type AgentId,
  type AgentStatus,
  type Cid,
  type ChosenCloseReason,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type GroupId,
  type Offset,
  type Result,
  type Seq,
  type VisitorId,
} from '#protocol'
import { clientFrameTable } from '#protocol/frame-tables.ts'
import type { ClientCore } from './client-core.ts'
import type { ClientOptions } from './client-options.ts'
import type { Cancel } from './environment.ts'
import type { OfferOver } from './offer-table.ts'
import { keepToOwn } from './own-scope.ts'

export type ListView = 'mine' | 'queue' | 'open' | 'closed' | 'visitor'

export type ListQuery = {
  readonly view: ListView
  readonly visitor?: VisitorId
  readonly before?: Offset
  readonly limit?: number
}
/** `next` is the `before` of the following page; 0 after the last. */
export type ListPage = { readonly conversations: readonly ConversationSummary[]; readonly next: Offset }

export type HistoryQuery = {
  readonly conversation: ConversationId
  readonly after?: Seq
  readonly before?: Seq
}

export type AgentOrders = {
  /** A page anywhere in a conversation: the newest before a seq, or the oldest after one. It does not come into `state()`. */
  history(query: HistoryQuery): Promise<Result<readonly Entry[]>>
  /** What it finds is in `state()` as well, so that it can be opened. All requests fail with `no_answer` when the link breaks. */
  list(query: ListQuery): Promise<Result<ListPage>>
  assign(conversation: ConversationId, agent: AgentId): Promise<Result<void>>
  transfer(conversation: ConversationId, agent: AgentId, note: string): Promise<Result<void>>
  /** To the queue of a group. `version_unsupported` from a server that knows no groups. */
  moveToGroup(conversation: ConversationId, group: GroupId, note: string): Promise<Result<void>>
  /** A note among colleagues; with the same `cid` it is there once, however often it is tried (D2). */
  addNote(conversation: ConversationId, text: string, cid: Cid, mentions?: readonly AgentId[]): Promise<Result<void>>
  /** To what is offered to me; resolves when it is mine. `note` tells the colleague who asked why not. */
  answer(conversation: ConversationId, accept: boolean, note: string): Promise<Result<void>>
  /** Whether a colleague takes it over; NO_AGENT takes the question back. */
  askColleague(conversation: ConversationId, agent: AgentId, note: string): Promise<Result<void>>
  /** Of what was offered to me and of what I asked, in every window of mine. */
  onOfferOver(listener: (over: OfferOver) => void): Cancel
  /** The conversation on the screen, NO_CONVERSATION for none: typing in it is heard. To be said again on every connection. */
  watch(conversation: ConversationId): void
  close(conversation: ConversationId, reason: ChosenCloseReason): Promise<Result<void>>
  /**
   * What I wrote, named by its cid, is to read `text`; null recalls it. It goes through the outbox, behind the message itself: what was never
   * tried is taken back at once. Refused at once, with nothing changed: what `send` refuses.
   */
  revise(conversation: ConversationId, message: Cid, text: string | null): Result<Cid>
  setStatus(status: AgentStatus): Promise<Result<void>>
}

const done = async (reply: Promise<Result<unknown>>): Promise<Result<void>> => {
  const result = await reply
  return result.ok ? ok(undefined) : result
}

export const createAgentOrders = (
  core: ClientCore,
  { environment, scope }: Pick<ClientOptions, 'environment' | 'scope'>,
): AgentOrders => {
  const { requests } = core
  core.offers.setClock(() => environment.now())
  const own = scope === 'own' ? keepToOwn(core) : undefined

  /** A server that does not know a frame ends the connection with it (D10.10). */
  const ifTaken = (
    type: 'queue' | 'note' | 'answer' | 'ask',
    ask: () => Promise<Result<unknown>>,
  ): Promise<Result<void>> =>
    clientFrameTable[type].id <= core.takes() ? done(ask()) : Promise.resolve(fail('version_unsupported'))

  return {
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
    history: async ({ conversation, after = NO_SEQ, before = NO_SEQ }) => {
      const reply = await requests.ask<'history'>({
        type: 'history',
        conversation,
        after,
        before,
        limit: limits.historyPage,
      })
      return reply.ok ? ok(reply.value.entries) : reply
    },
    assign: (conversation, agent) => done(requests.ask<'assign'>({ type: 'assign', conversation, agent })),
    transfer: (conversation, agent, note) =>
      done(requests.ask<'transfer'>({ type: 'transfer', conversation, agent, note })),
    moveToGroup: (conversation, group, note) =>
      ifTaken('queue', () => requests.ask<'queue'>({ type: 'queue', conversation, group, note })),
    addNote: (conversation, text, cid, mentions) =>
      ifTaken('note', () => requests.ask<'note'>({ type: 'note', cid, conversation, text, mentions })),
    answer: async (conversation, accept, note) => {
      const result = await ifTaken('answer', () =>
        requests.ask<'answer'>({ type: 'answer', conversation, accept, note }),
      )
      if (!result.ok) own?.refused(conversation)
      return result
    },
    askColleague: (conversation, agent, note) =>
      ifTaken('ask', () => requests.ask<'ask'>({ type: 'ask', conversation, agent, note })),
    onOfferOver: (listener) => core.offers.onOver(listener),
    watch: (conversation) => {
      if (clientFrameTable.watch.id <= core.takes()) core.link.send({ type: 'watch', conversation })
    },
    close: (conversation, reason) => done(requests.ask<'close'>({ type: 'close', conversation, reason })),
    revise: (conversation, message, text) => {
      const { sender } = core
      const waits = sender.outbox.row(message) !== undefined
      if (text === null && waits) sender.discard(message)
      if (waits && !sender.outbox.row(message)) return ok(message)
      return sender.send({ conversation, text: text ?? '', files: [], revises: { message, isRecall: text === null } })
    },
    setStatus: (status) => done(requests.ask<'status'>({ type: 'status', status })),
  }
}
