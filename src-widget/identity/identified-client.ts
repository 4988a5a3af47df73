// A client for someone who has no identity yet: it asks for one, keeps trying, and holds what is written meanwhile. When the
// desk does not accept the identity any more, it asks for a new one, once, and sends what was not sent yet under it (D5).
import { isRetryable, parseMessageText, type Cid, type EpochMs, type ErrorCode, type Result } from '#protocol'
import type { ClientState, LinkState, OutboxMessage } from '#client/client-state.ts'
import type { Cancel } from '#client/environment.ts'
import { reconnectDelayMs } from '#client/reconnect-policy.ts'
import type { BoxedMessage, MessageBox } from '../storage/message-box.ts'
import { createListeners } from '../visitor/listeners.ts'
import { emptyClientState, type VisitorClient } from '../visitor/visitor-client.ts'
import type { Identity } from './stored-identity.ts'

export type IdentifiedClientOptions = {
  readonly claim: () => Promise<Result<Identity>>
  readonly forget: (identity: Identity) => void
  readonly createClient: (identity: Identity) => VisitorClient
  readonly box: MessageBox
  readonly makeCid: () => Cid
  readonly world: {
    now(): EpochMs
    after(delayMs: number, task: () => void): Cancel
    fraction(): number
    isOnline(): boolean
    onOnlineChanged(listener: () => void): Cancel
  }
}

const identityIsDead: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['unauthorized', 'session_revoked'])

const asOutbox = ({ cid, conversation, text, files, createdAt }: BoxedMessage): OutboxMessage => ({
  cid,
  conversation,
  text,
  files,
  createdAt: createdAt as EpochMs,
  state: 'sending',
  code: undefined,
})

export const createIdentifiedClient = (options: IdentifiedClientOptions): VisitorClient => {
  const { box, world } = options
  const listeners = createListeners()
  let inner: VisitorClient | undefined
  let link: LinkState = { kind: 'idle' }
  let attempt = 0
  let running = false
  let renewed = false
  let cancelInner: Cancel | undefined
  let cancelRetry: Cancel | undefined

  /** One object until something changes: screens and tabs compare by reference. */
  let early: ClientState = emptyClientState

  const changed = (): void => {
    if (!inner) early = { ...emptyClientState, link, outbox: box.list().map(asOutbox) }
    listeners.notify()
  }

  const setLink = (next: LinkState): void => {
    link = next
    changed()
  }

  const claim = async (): Promise<void> => {
    cancelRetry?.()
    cancelRetry = undefined
    if (!world.isOnline()) {
      setLink({ kind: 'offline' })
      cancelRetry = world.onOnlineChanged(() => void claim())
      return
    }
    setLink({ kind: 'connecting', attempt })
    const claimed = await options.claim()
    if (!running || inner) return
    if (claimed.ok) adopt(claimed.value)
    else if (isRetryable(claimed.code)) waitAfter(claimed.code)
    else setLink({ kind: 'refused', code: claimed.code })
  }

  const waitAfter = (code: ErrorCode): void => {
    const delayMs = reconnectDelayMs(attempt, world.fraction(), undefined)
    attempt += 1
    setLink({
      kind: 'waiting',
      retryAt: (world.now() + delayMs) as EpochMs,
      attempt,
      code: code === 'no_answer' ? undefined : code,
    })
    cancelRetry = world.after(delayMs, () => void claim())
  }

  const adopt = (identity: Identity): void => {
    attempt = 0
    const client = options.createClient(identity)
    inner = client
    cancelInner = client.subscribe(() => {
      const state = client.state().link
      if (state.kind === 'refused' && identityIsDead.has(state.code) && !renewed) renew(client, identity)
      changed()
    })
    client.start()
    for (const message of box.list()) if (client.send(message).ok) box.remove(message.cid)
    changed()
  }

  const renew = (client: VisitorClient, identity: Identity): void => {
    renewed = true
    for (const { cid, text, files, createdAt, conversation, state } of client.state().outbox)
      if (state !== 'stored') box.put({ cid, text, files, createdAt, conversation })
    cancelInner?.()
    client.stop()
    inner = undefined
    options.forget(identity)
    void claim()
  }

  changed()
  return {
    state: () => inner?.state() ?? early,
    subscribe: listeners.add,
    start() {
      if (running) return
      running = true
      void claim()
    },
    stop() {
      running = false
      cancelRetry?.()
      cancelInner?.()
      inner?.stop()
      inner = undefined
    },
    reconnectNow() {
      if (inner) inner.reconnectNow()
      else if (link.kind === 'waiting') void claim()
    },
    send(message) {
      if (inner) return inner.send(message)
      const checked = parseMessageText(message.text, message.files.length)
      if (!checked.ok) return checked
      const cid = message.cid ?? options.makeCid()
      box.put({ ...message, text: checked.value, cid, createdAt: world.now() })
      changed()
      return { ok: true, value: cid }
    },
    retry: (cid) => inner?.retry(cid),
    discard(cid) {
      if (inner) return inner.discard(cid)
      box.remove(cid)
      changed()
    },
    markRead: (conversation, upTo) => inner?.markRead(conversation, upTo),
    setTyping: (conversation, active) => inner?.setTyping(conversation, active),
    setPage: (page) => inner?.setPage(page),
    loadEarlier: (conversation) => inner?.loadEarlier(conversation),
  }
}
