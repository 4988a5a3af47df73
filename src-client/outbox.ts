// The messages on their way and whose turn it is. One at a time in each conversation, so that a refused one is not
// overtaken by the next. Pure data: storage, socket and HTTP are outbox-sender's.
import {
  fail,
  isRetryable,
  limits,
  NO_CONVERSATION,
  ok,
  parseMessageText,
  type Cid,
  type ConversationId,
  type EpochMs,
  type ErrorCode,
  type Result,
  type Seq,
} from '#protocol'
import type { OutboxMessage, OutboxRevision } from './client-state.ts'
import { isHeld, renameRevised, revising, splitOutbox } from './outbox-revision.ts'
import { newRow, type OutboxRow, type Stored } from './outbox-row.ts'
import { fullJitterMs } from './reconnect-policy.ts'

export type Draft = Pick<OutboxMessage, 'conversation' | 'text' | 'files' | 'quote' | 'reply' | 'seen' | 'revises'>

/** What the sender can use right now. */
export type Channels = {
  readonly now: EpochMs
  /** Number of the live connection; 0 when there is none. */
  readonly connection: number
  readonly http: boolean
}

export type DueRows = {
  readonly send: readonly OutboxRow[]
  readonly post: readonly OutboxRow[]
  readonly wakeAt: EpochMs | undefined
}

const plus = (time: EpochMs, ms: number): EpochMs => (time + ms) as EpochMs

/** No wait of a row is longer: a time further away was noted before the clock was set back. */
const LONGEST_WAIT_MS = limits.reconnectFirstMs + limits.reconnectMaxMs + limits.ackWithinMs
const within = (time: EpochMs, now: EpochMs, otherwise: EpochMs): EpochMs =>
  time > now + LONGEST_WAIT_MS ? otherwise : time

export class Outbox {
  /** In the order they were written. */
  #rows = new Map<Cid, OutboxRow>()
  #shown: ReturnType<typeof splitOutbox> | undefined
  #newestAt = 0

  messages(): readonly OutboxMessage[] {
    return this.#split().messages
  }

  revisions(): readonly OutboxRevision[] {
    return this.#split().revisions
  }

  row(cid: Cid): OutboxRow | undefined {
    return this.#rows.get(cid)
  }

  add(cid: Cid, draft: Draft, now: EpochMs): Result<OutboxRow> {
    // A recall says nothing.
    const text = parseMessageText(draft.text, draft.revises?.isRecall ? 1 : draft.files.length)
    if (!text.ok) return text
    if (this.#rows.size >= limits.maxOutboxMessages) return fail('too_many_in_flight')
    // Strictly rising, also within a millisecond and after the clock was set back: it is the order after a reload.
    const createdAt = Math.max(now, this.#newestAt + 1) as EpochMs
    return ok(
      this.#put(newRow({ ...draft, cid, text: text.value, createdAt, state: 'sending', code: undefined }, false)),
    )
  }

  /** What an earlier page left: before everything written since, in its old order. */
  restore(messages: readonly OutboxMessage[]): void {
    const written = this.#rows
    this.#rows = new Map()
    const inOrder = messages.toSorted((one, other) => one.createdAt - other.createdAt || (one.cid < other.cid ? -1 : 1))
    for (const message of inOrder) if (!written.has(message.cid)) this.#put(newRow(message, true))
    for (const [cid, row] of written) this.#rows.set(cid, row)
    this.#shown = undefined
  }

  /** Whose turn it is on which channel, and when to look again. */
  due({ now, connection, http }: Channels): DueRows {
    const send: OutboxRow[] = []
    const post: OutboxRow[] = []
    let wakeAt = Infinity
    for (const row of this.#heads()) {
      row.notBefore = within(row.notBefore, now, now)
      if (row.notBefore > now) {
        wakeAt = Math.min(wakeAt, row.notBefore)
        continue
      }
      const postLater = plus(now, limits.ackWithinMs)
      row.postAt = within(row.postAt ?? postLater, now, postLater)
      if (connection > 0 && row.sentOn !== connection) send.push(row)
      if (!http || row.posting) continue
      if (row.postAt <= now) post.push(row)
      else wakeAt = Math.min(wakeAt, row.postAt)
    }
    return { send, post, wakeAt: wakeAt === Infinity ? undefined : (wakeAt as EpochMs) }
  }

  /** Durable on the server. It stays visible until its entry is (see `removeStored`). */
  acked(cid: Cid, { conversation, seq, offset }: Stored): OutboxRow | undefined {
    const row = this.#rows.get(cid)
    if (!row || row.ack) return undefined
    row.ack = { conversation, seq, offset }
    this.#change(row, { state: 'stored', code: undefined, conversation })
    return row
  }

  /** @returns the row when it failed for good. */
  rejected(cid: Cid, code: ErrorCode, now: EpochMs, fraction: number): OutboxRow | undefined {
    const row = this.#rows.get(cid)
    if (!row || row.message.state !== 'sending') return undefined
    row.refusals += 1
    if (isRetryable(code) && row.refusals < limits.maxSendTries) {
      row.sentOn = 0
      row.notBefore = plus(now, limits.reconnectFirstMs + fullJitterMs(row.refusals, fraction))
      row.postAt = plus(row.notBefore, limits.ackWithinMs)
      return undefined
    }
    this.#change(row, { state: 'failed', code })
    return row
  }

  /** The post met no server of ours. That never makes a message fail: it waits for the network as long as it takes. */
  unreachable(cid: Cid, now: EpochMs, fraction: number): void {
    const row = this.#rows.get(cid)
    if (!row) return
    row.unreachable += 1
    row.postAt = plus(now, limits.ackWithinMs + fullJitterMs(row.unreachable, fraction))
  }

  /** Removes what is visible as an entry by now. */
  removeStored(isShown: (stored: Stored) => boolean): void {
    for (const [cid, { ack }] of this.#rows) if (ack && isShown(ack)) this.#remove(cid)
  }

  /** A failed message starts again, at its old place. */
  retry(
    cid: Cid,
    newCid: () => Cid,
    seen?: Seq,
  ):
    | { readonly row: OutboxRow; readonly replaced: Cid | undefined; readonly renamed: readonly OutboxRow[] }
    | undefined {
    const row = this.#rows.get(cid)
    if (row?.message.state !== 'failed') return undefined
    const replaced = row.message.code === 'cid_reused' ? cid : undefined
    const message: OutboxMessage = {
      ...row.message,
      seen: seen ?? row.message.seen,
      cid: replaced ? newCid() : cid,
      state: 'sending',
      code: undefined,
    }
    const fresh = { ...newRow(message, false), tried: replaced === undefined }
    this.#rows = new Map([...this.#rows].map(([key, old]) => (key === cid ? [message.cid, fresh] : [key, old])))
    const renamed = replaced ? renameRevised(this.#rows, replaced, message.cid) : []
    this.#shown = undefined
    return { row: fresh, replaced, renamed }
  }

  /** @returns what was taken back: with a message what was to become of it. */
  discard(cid: Cid): readonly Cid[] {
    const row = this.#rows.get(cid)
    if (!row || row.posting || (row.message.state !== 'failed' && row.tried)) return []
    const gone = [cid, ...revising(this.#rows, cid).map(({ message }) => message.cid)]
    for (const each of gone) this.#remove(each)
    return gone
  }

  #split(): ReturnType<typeof splitOutbox> {
    this.#shown ??= splitOutbox([...this.#rows.values()].map((row) => row.message))
    return this.#shown
  }

  /** The first row of each conversation. "My current one" may be any conversation, so it waits for all and all for it. */
  #heads(): readonly OutboxRow[] {
    const heads: OutboxRow[] = []
    const busy = new Set<ConversationId>()
    for (const row of this.#rows.values()) {
      const { state, conversation } = row.message
      if (state !== 'sending' || isHeld(row, this.#rows)) continue
      if (busy.has(NO_CONVERSATION) || busy.has(conversation) || (conversation === NO_CONVERSATION && busy.size > 0)) {
        busy.add(conversation)
        continue
      }
      busy.add(conversation)
      if (row.kept) heads.push(row)
    }
    return heads
  }

  #put(row: OutboxRow): OutboxRow {
    this.#rows.set(row.message.cid, row)
    this.#newestAt = Math.max(this.#newestAt, row.message.createdAt)
    this.#shown = undefined
    return row
  }

  #remove(cid: Cid): void {
    this.#rows.delete(cid)
    this.#shown = undefined
  }

  #change(row: OutboxRow, change: Partial<OutboxMessage>): void {
    row.message = { ...row.message, ...change }
    this.#shown = undefined
  }
}
