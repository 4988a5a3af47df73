// Puts the parts of a client together: frames go to the model, its needs to the repairs, its outbox to the sender.
import {
  NO_AGENT,
  PROTOCOL_VERSION,
  type ConversationId,
  type ConversationSummary,
  type Offset,
  type ReceiptMark,
  type Viewer,
  type VisitorPage,
} from '#protocol'
import { ClientCounts } from './client-counts.ts'
import type { ClientOptions } from './client-options.ts'
import type { ClientDiagnostics, ClientState, LinkState } from './client-state.ts'
import type { ConversationTable } from './conversation-table.ts'
import { DeskModel } from './desk-model.ts'
import type { Cancel } from './environment.ts'
import { FrameHandler } from './frame-handler.ts'
import { createLink, type LinkShell } from './link.ts'
import type { OfferTable } from './offer-table.ts'
import { frameOf } from './outbox-revision.ts'
import { OutboxSender } from './outbox-sender.ts'
import { authorOf, readMarkOf } from './receipt-marks.ts'
import { ReceiptSender } from './receipt-sender.ts'
import { Repairs } from './repairs.ts'
import { Requests } from './requests.ts'
import { TypingSigns } from './typing-signs.ts'

const mayAnswer = ({ owner }: ConversationSummary, viewer: Viewer): boolean =>
  viewer.kind === 'visitor' || owner === NO_AGENT || owner === viewer.id

export class ClientCore {
  readonly link: LinkShell
  readonly sender: OutboxSender
  readonly requests: Requests
  readonly repairs: Repairs
  readonly #options: ClientOptions
  readonly #model = new DeskModel()
  readonly #receipts: ReceiptSender
  readonly #typing: TypingSigns
  readonly #frames: FrameHandler
  readonly #listeners = new Set<() => void>()
  readonly #counts = new ClientCounts()
  #state: ClientState | undefined
  #telling = false
  #page: VisitorPage | undefined

  constructor(options: ClientOptions) {
    this.#options = options
    const { environment, deskUrl, token, storageKey } = options
    const origin = deskUrl.replace(/\/+$/u, '')
    const after = (delayMs: number, task: () => void): Cancel => environment.after(delayMs, task)
    const fraction = (): number => environment.fraction()
    const changed = (): void => this.#changed()
    this.link = createLink(environment, `${origin.replace(/^http/u, 'ws')}/ws`, {
      hello: () => this.#hello(),
      probe: () => this.#resume(),
      frame: (frame) => this.#frames.handle(frame),
      badFrame: () => this.#count('badFrames'),
      changed: (state) => this.#linkChanged(state),
    })
    this.requests = new Requests({ after, send: (frame) => this.#isLive() && this.link.send(frame) })
    this.repairs = new Repairs({
      table: this.#model.conversations,
      requests: this.requests,
      liveViewer: () => (this.#isLive() ? this.#model.viewer : undefined),
      connection: () => this.link.connection(),
      after,
      fraction,
      changed: () => this.#conversationsChanged(),
    })
    this.#receipts = new ReceiptSender({ after, isLive: () => this.#isLive(), send: (frame) => this.link.send(frame) })
    this.#typing = new TypingSigns(environment, (id, typing) => {
      this.#model.conversations.patch(id, { typing })
      changed()
    })
    this.sender = new OutboxSender({
      environment,
      apiUrl: `${origin}/api/v1/`,
      token,
      storageKey,
      connection: () => (this.#isLive() ? this.link.connection() : 0),
      mayPost: () => !['idle', 'offline', 'refused'].includes(this.link.state().kind) && environment.isOnline(),
      sendFrame: ({ message }) => {
        const frame = frameOf(message, this.#model.takes)
        if (frame) this.link.send(frame)
      },
      count: (what) => this.#count(what),
      changed: () => this.#conversationsChanged(),
    })
    const { sender, requests, repairs } = this
    this.#frames = new FrameHandler({
      model: this.#model,
      sender,
      requests,
      repairs,
      receipts: this.#receipts,
      typing: this.#typing,
      sendBeat: () => this.link.send({ type: 'beat' }),
      sendResume: () => this.link.send(this.#resume()),
      isLive: () => this.#isLive(),
      count: (what) => this.#count(what),
      changed,
      conversationsChanged: () => this.#conversationsChanged(),
    })
  }

  state(): ClientState {
    const { viewer, ready, announcement, conversations, people } = this.#model
    const { outbox } = this.sender
    this.#state ??= {
      link: this.link.state(),
      viewer,
      ready,
      conversations: conversations.views(),
      missing: conversations.missing,
      agents: people.agents,
      visitorsOnline: people.visitorsOnline,
      visitorPages: people.visitorPages,
      settingsAt: people.settingsAt,
      offers: people.offers.open,
      viewers: people.viewers,
      clockAheadMs: people.offers.aheadMs,
      announcement,
      outbox: outbox.messages(),
      revisions: outbox.revisions(),
    }
    return this.#state
  }

  /** Highest id of a frame of ours that the server knows; 0 before it said so. */
  takes(): number {
    return this.#model.takes
  }

  get offers(): OfferTable {
    return this.#model.people.offers
  }

  get conversations(): ConversationTable {
    return this.#model.conversations
  }

  forget(id: ConversationId): void {
    this.#model.conversations.forget(id)
    this.#changed()
  }

  subscribe(listener: () => void): Cancel {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  diagnostics(): ClientDiagnostics {
    return this.#counts.all()
  }

  start(): void {
    this.sender.load()
    this.link.dispatch({ type: 'start' })
  }

  stop(): void {
    this.link.dispatch({ type: 'stop' })
    this.sender.stop()
    this.#receipts.stop()
    this.repairs.stop()
  }

  open(id: ConversationId): void {
    this.#model.conversations.open(id)
    this.#changed()
    this.repairs.run()
  }

  addSummaries(summaries: readonly ConversationSummary[], marks: readonly ReceiptMark[]): void {
    if (this.#model.viewer) this.#model.conversations.addSummaries(summaries, marks, this.#model.viewer)
    this.#conversationsChanged()
    this.repairs.run()
  }

  markRead(conversation: ConversationId, upTo: Offset): void {
    const { viewer } = this.#model
    const view = this.#model.conversations.get(conversation)?.view
    if (!viewer || (view && upTo <= readMarkOf(view.marks, viewer))) return
    // A visitor takes "read" for somebody who will answer: whoever looks over a colleague's shoulder says nothing.
    if (view && !mayAnswer(view.summary, viewer)) return
    // Past the end there is nothing to read, and the server would cut it there.
    const read = view && view.summary.lastOffset < upTo ? view.summary.lastOffset : upTo
    this.#receipts.want(conversation, { read })
    this.#model.mark({ conversation, reader: authorOf(viewer), delivered: read, read })
    this.#changed()
  }

  setTyping(conversation: ConversationId, active: boolean): void {
    if (this.#isLive() && this.#typing.shouldTell(conversation, active))
      this.link.send({ type: 'typing', conversation, active })
  }

  setPage(page: VisitorPage): void {
    this.#page = page
    if (this.#isLive()) this.link.send({ type: 'page', ...page })
  }

  #hello(): Parameters<LinkShell['send']>[0] {
    const { token, scope, locale, app } = this.#options
    const { epoch, cursor } = this.#model
    this.#count('connections')
    this.#model.isReplaying = true
    return { type: 'hello', version: PROTOCOL_VERSION, token, epoch, cursor, scope, locale, app }
  }

  #resume(): Parameters<LinkShell['send']>[0] {
    this.#model.isReplaying = true
    return { type: 'resume', epoch: this.#model.epoch, cursor: this.#model.cursor }
  }

  #conversationsChanged(): void {
    const { conversations } = this.#model
    this.sender.outbox.removeStored(({ conversation, seq, offset }) => {
      const known = conversations.get(conversation)
      if (known) return known.view.summary.lastSeq >= seq
      // Everything of ours up to the cursor is here: what is not will not come, it left our scope meanwhile.
      return offset <= this.#model.cursor && !conversations.unknown.has(conversation)
    })
    this.#changed()
  }

  #linkChanged(state: LinkState): void {
    if (state.kind === 'live') {
      if (this.#page) this.link.send({ type: 'page', ...this.#page })
      this.#receipts.live()
      this.repairs.resume()
    }
    if (state.kind !== 'live' && state.kind !== 'syncing') {
      this.requests.disconnected()
      this.#typing.clear()
    }
    this.sender.pump()
    this.#changed()
  }

  #isLive(): boolean {
    return this.link.state().kind === 'live'
  }

  #count(what: keyof ClientDiagnostics): void {
    this.#counts.count(what)
  }

  /** Listeners hear of it after the turn, so that they may call the client again and many changes come as one. */
  #changed(): void {
    this.#state = undefined
    if (this.#telling || this.#listeners.size === 0) return
    this.#telling = true
    void Promise.resolve().then(() => {
      this.#telling = false
      for (const listener of this.#listeners) listener()
    })
  }
}
