// Asks for what is missing: gaps (D3), conversations only heard of, and the pages a screen wants. What is needed follows
// from the table each time, so a broken connection or a reset can lose no wish.
import {
  limits,
  NO_OFFSET,
  NO_SEQ,
  type ConversationId,
  type Entry,
  type ErrorCode,
  isRetryable,
  type Result,
  type Seq,
  type Viewer,
} from '#protocol'
import type { ConversationModel } from './conversation-model.ts'
import { missingAfter } from './conversation-model.ts'
import type { ConversationTable } from './conversation-table.ts'
import type { Cancel } from './environment.ts'
import { fullJitterMs } from './reconnect-policy.ts'
import type { Requests } from './requests.ts'

type Surroundings = {
  readonly table: ConversationTable
  readonly requests: Requests
  /** Undefined unless live: nothing is asked before the replay is through, it may bring what is missing. */
  liveViewer(): Viewer | undefined
  /** Number of the newest connection. */
  connection(): number
  after(delayMs: number, task: () => void): Cancel
  fraction(): number
  changed(): void
}

const oldestSeq = ({ view }: ConversationModel): Seq => (view.entries[0]?.seq ?? view.summary.lastSeq + 1) as Seq
const SECOND_SEQ = 2 as Seq

export class Repairs {
  readonly #around: Surroundings
  readonly #busy = new Set<ConversationId>()
  /** Conversations of which a screen wants the page before the oldest known entry. */
  readonly #earlier = new Set<ConversationId>()
  #failures = 0
  #pause: Cancel | undefined

  constructor(around: Surroundings) {
    this.#around = around
  }

  wantEarlier(id: ConversationId): void {
    const model = this.#around.table.get(id)
    if (!model || model.view.atStart) return
    this.#earlier.add(id)
    this.#around.table.patch(id, { loading: true })
    this.#around.changed()
    this.run()
  }

  /** Starts what is needed and not under way. Cheap when nothing is. */
  run(): void {
    const viewer = this.#around.liveViewer()
    if (!viewer || this.#pause) return
    const { table } = this.#around
    for (const id of table.unknown.keys()) this.#start(id, () => this.#lookUp(id, viewer))
    for (const id of table.gapped) this.#start(id, () => this.#closeGap(id, viewer))
    for (const id of table.opened()) if (this.#wantsFirstPage(id)) this.#start(id, () => this.#loadPage(id, viewer))
    for (const id of table.unsure) this.#start(id, () => this.#loadPage(id, viewer))
    for (const id of this.#earlier) this.#start(id, () => this.#loadPage(id, viewer))
  }

  /** A new connection may try at once what failed on the old one. */
  resume(): void {
    this.#pause?.()
    this.#pause = undefined
    this.run()
  }

  stop(): void {
    this.#pause?.()
    this.#pause = undefined
  }

  #wantsFirstPage(id: ConversationId): boolean {
    const view = this.#around.table.get(id)?.view
    return view !== undefined && !view.atStart && view.entries.length < limits.historyPage
  }

  #start(id: ConversationId, work: () => Promise<ErrorCode | undefined>): void {
    if (this.#busy.has(id) || this.#busy.size >= limits.maxRepairsInFlight) return
    this.#busy.add(id)
    const connection = this.#around.connection()
    // What failed with its connection is asked again on the next, without any waiting.
    void work().then((code) => this.#done(id, code, connection !== this.#around.connection()))
  }

  #done(id: ConversationId, code: ErrorCode | undefined, isStale: boolean): void {
    const { table, changed, after, fraction } = this.#around
    this.#busy.delete(id)
    if (code === undefined) this.#failures = 0
    else if (isRetryable(code)) {
      if (isStale) return this.run()
      this.#failures += 1
      this.#pause?.()
      this.#pause = after(limits.reconnectFirstMs + fullJitterMs(this.#failures, fraction()), () => this.resume())
    } else {
      this.#earlier.delete(id)
      table.deny(id)
    }
    if (!this.#earlier.has(id)) table.patch(id, { loading: false })
    changed()
    this.run()
  }

  async #lookUp(id: ConversationId, viewer: Viewer): Promise<ErrorCode | undefined> {
    const { table, requests } = this.#around
    const opening = await this.#history(id, NO_SEQ, SECOND_SEQ, 1)
    if (!opening.ok) return opening.code
    const entry = opening.value[0]
    if (viewer.kind === 'agent' && entry?.kind === 'conversation.opened') {
      const visitor = entry.body.visitor.id
      const list = await requests.ask<'list'>({
        type: 'list',
        view: 'visitor',
        visitor,
        before: NO_OFFSET,
        limit: limits.maxListPage,
      })
      if (!list.ok) return list.code
      table.addSummaries(
        list.value.conversations.filter((summary) => summary.id === id),
        list.value.receipts,
        viewer,
      )
    }
    // A list that does not reach back so far leaves its first entry to start from; the gap behind it is closed next.
    if (!table.get(id) && entry) table.apply(entry, viewer)
    return table.get(id) ? undefined : 'conversation_unknown'
  }

  async #closeGap(id: ConversationId, viewer: Viewer): Promise<ErrorCode | undefined> {
    const { table } = this.#around
    const before = table.get(id)
    const after = before && missingAfter(before)
    if (after === undefined) return undefined
    const page = await this.#history(id, after, NO_SEQ, limits.maxHistoryPage)
    if (!page.ok) return page.code
    table.applyHistory(id, page.value, viewer)
    const now = table.get(id)
    // A page that brings nothing forward comes from a reader that is behind: ask again later.
    return now && missingAfter(now) === after ? 'no_answer' : undefined
  }

  async #loadPage(id: ConversationId, viewer: Viewer): Promise<ErrorCode | undefined> {
    const { table, changed } = this.#around
    const model = table.get(id)
    if (!model) {
      this.#earlier.delete(id)
      return undefined
    }
    table.patch(id, { loading: true })
    changed()
    const page = await this.#history(id, NO_SEQ, oldestSeq(model), limits.historyPage)
    if (!page.ok) return page.code
    this.#earlier.delete(id)
    table.applyHistory(id, page.value, viewer)
    const now = table.get(id)
    return now && !now.view.atStart && oldestSeq(now) >= oldestSeq(model) ? 'no_answer' : undefined
  }

  async #history(
    conversation: ConversationId,
    after: Seq,
    before: Seq,
    limit: number,
  ): Promise<Result<readonly Entry[]>> {
    const reply = await this.#around.requests.ask<'history'>({ type: 'history', conversation, after, before, limit })
    return reply.ok ? { ok: true, value: reply.value.entries } : reply
  }
}
