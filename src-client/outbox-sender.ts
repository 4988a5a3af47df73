// Carries the outbox's messages: storage first, then the socket, then HTTP beside it when no answer came in time (D5).
// Two tabs of one identity may carry the same kept row: both use its cid, so the server stores it once and answers both (D2).
import {
  isErrorCode,
  type Cid,
  type ConversationId,
  type ErrorCode,
  type Offset,
  type Result,
  type Seq,
  ok,
  parseCid,
} from '#protocol'
import type { Cancel, ClientEnvironment, HttpReply } from './environment.ts'
import { makeCid } from './make-cid.ts'
import { Outbox, type Draft as Content } from './outbox.ts'
import { postOf } from './outbox-revision.ts'
import { messageFromText, rowToText, type OutboxRow, type Stored } from './outbox-row.ts'

export type SenderOptions = {
  readonly environment: ClientEnvironment
  /** Of the desk's HTTP API, with a slash at its end. */
  readonly apiUrl: string
  readonly token: string
  readonly storageKey: string
  /** Number of the live connection, 0 without one. */
  connection(): number
  /** HTTP may be tried: started, online and not refused. */
  mayPost(): boolean
  sendFrame(row: OutboxRow): void
  count(what: 'httpSends' | 'storageRowsSkipped' | 'storageFailures'): void
  /** The outbox looks different now. */
  changed(): void
}

type Draft = Content & { readonly cid?: Cid }

/** Answers about who we are, not about the message: it waits for the login instead of failing. */
const isAboutIdentity = (code: ErrorCode): boolean => code === 'unauthorized' || code === 'session_revoked'

const codeOf = (reply: HttpReply): ErrorCode | undefined => {
  const body: unknown = reply.body
  if (typeof body !== 'object' || body === null || !('code' in body)) return undefined
  return isErrorCode(body.code) ? body.code : undefined
}

const ackOf = (reply: HttpReply): Stored | undefined => {
  const body: unknown = reply.body
  if (reply.status < 200 || reply.status > 299 || typeof body !== 'object' || body === null) return undefined
  if (!('conversation' in body) || !('seq' in body) || !('offset' in body)) return undefined
  const { conversation, seq, offset } = body
  if (typeof conversation !== 'number' || typeof seq !== 'number' || typeof offset !== 'number') return undefined
  return { conversation: conversation as ConversationId, seq: seq as Seq, offset: offset as Offset }
}

export class OutboxSender {
  readonly outbox = new Outbox()
  readonly #options: SenderOptions
  #loaded = false
  #loading = false
  /** Storage works strictly in order: a row's removal must not overtake its writing. */
  #storageWork: Promise<void> = Promise.resolve()
  #wake: Cancel | undefined

  constructor(options: SenderOptions) {
    this.#options = options
  }

  /** Reads what an earlier page left. Nothing is sent before, or a new message would overtake an old one. */
  load(): void {
    if (this.#loading) return
    this.#loading = true
    const { storage } = this.#options.environment
    const read = async (): Promise<void> => {
      const keys = await storage.keys(this.#key('' as Cid))
      const texts = await Promise.all(keys.map((key) => storage.get(key)))
      const found = texts.filter((text) => text !== undefined)
      const messages = found.map(messageFromText).filter((message) => message !== undefined)
      for (let skipped = found.length - messages.length; skipped > 0; skipped -= 1)
        this.#options.count('storageRowsSkipped')
      this.outbox.restore(messages)
    }
    void read()
      .catch(() => this.#options.count('storageFailures'))
      .then(() => {
        this.#loaded = true
        this.#options.changed()
        this.pump()
      })
  }

  send(draft: Draft): Result<Cid> {
    const { environment } = this.#options
    const cid = draft.cid === undefined ? ok(makeCid(environment.randomBytes)) : parseCid(draft.cid)
    if (!cid.ok || this.outbox.row(cid.value)) return cid
    const added = this.outbox.add(cid.value, draft, environment.now())
    if (!added.ok) return added
    this.#keep(added.value)
    this.#options.changed()
    return cid
  }

  retry(cid: Cid, seen?: Seq): void {
    const again = this.outbox.retry(cid, () => makeCid(this.#options.environment.randomBytes), seen)
    if (!again) return
    this.#keep(again.row)
    for (const row of again.renamed) this.#store(row)
    if (again.replaced) this.#unkeep(again.replaced)
    this.#options.changed()
  }

  discard(cid: Cid): void {
    const gone = this.outbox.discard(cid)
    if (gone.length === 0) return
    for (const each of gone) this.#unkeep(each)
    this.#options.changed()
    this.pump()
  }

  acked(cid: Cid, stored: Stored): void {
    if (!this.outbox.acked(cid, stored)) return
    this.#unkeep(cid)
    this.#options.changed()
    this.pump()
  }

  rejected(cid: Cid, code: ErrorCode): void {
    const { environment } = this.#options
    const failed = this.outbox.rejected(cid, code, environment.now(), environment.fraction())
    if (failed) {
      this.#store(failed)
      this.#options.changed()
    }
    this.pump()
  }

  stop(): void {
    this.#wake?.()
    this.#wake = undefined
  }

  /** Gives every row whose turn it is to the network, and looks again when the next one is due. */
  pump(): void {
    if (!this.#loaded) return
    const { environment, connection, mayPost, sendFrame } = this.#options
    const due = this.outbox.due({ now: environment.now(), connection: connection(), http: mayPost() })
    for (const row of due.send) {
      row.sentOn = connection()
      row.tried = true
      sendFrame(row)
    }
    for (const row of due.post) this.#post(row)
    this.stop()
    if (due.wakeAt !== undefined)
      this.#wake = environment.after(Math.max(0, due.wakeAt - environment.now()), () => this.pump())
  }

  #post(row: OutboxRow): void {
    const { environment, apiUrl, token, count } = this.#options
    const { cid } = row.message
    row.posting = true
    row.tried = true
    count('httpSends')
    const { path, body } = postOf(row.message)
    environment.postJson(apiUrl + path, token, body).then(
      (answer) => {
        row.posting = false
        this.#posted(cid, answer)
      },
      () => {
        row.posting = false
        this.#posted(cid, { status: 0, body: undefined })
      },
    )
  }

  #posted(cid: Cid, reply: HttpReply): void {
    const { environment } = this.#options
    const ack = ackOf(reply)
    if (ack) return this.acked(cid, ack)
    const code = codeOf(reply)
    if (code && !isAboutIdentity(code)) return this.rejected(cid, code)
    this.outbox.unreachable(cid, environment.now(), environment.fraction())
    this.pump()
  }

  /** A device without working storage still sends: the message is then as safe as its page. */
  #keep(row: OutboxRow): void {
    this.#store(row)
    void this.#storageWork.then(() => {
      row.kept = true
      this.pump()
    })
  }

  #store(row: OutboxRow): void {
    const { cid } = row.message
    const text = rowToText(row.message)
    this.#queue(() => this.#options.environment.storage.set(this.#key(cid), text))
  }

  #unkeep(cid: Cid): void {
    this.#queue(() => this.#options.environment.storage.remove(this.#key(cid)))
  }

  #queue(work: () => Promise<void>): void {
    this.#storageWork = this.#storageWork.then(work).catch(() => this.#options.count('storageFailures'))
  }

  #key(cid: Cid): string {
    return `${this.#options.storageKey}outbox/${cid}`
  }
}
