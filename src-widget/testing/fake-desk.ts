// A desk without a network: it stores each cid once and tells every connected fake client. Tests of tabs and identities and
// the states page talk to it through the same face as to the real client library.
import { fail, NO_CONVERSATION, type Cid, type EpochMs, type ErrorCode } from '#protocol'
import type { OutgoingMessage } from '#client/client.ts'
import type { ClientState, LinkState, OutboxMessage } from '#client/client-state.ts'
import { createListeners } from '../visitor/listeners.ts'
import { emptyClientState, type VisitorClient } from '../visitor/visitor-client.ts'
import { clientState, createScript, monday, view, visitor } from './build-entries.ts'

export type FakeDesk = {
  /** What was stored, by cid, each once. */
  readonly stored: readonly string[]
  /** Sends that came, retries included. */
  readonly sends: readonly Cid[]
  readonly connected: number
  /** While false, nothing is stored and nothing is lost: messages wait in the client's outbox. */
  reachable: boolean
  refuse: ErrorCode | undefined
  /** How many of the newest entries a client starts with. */
  newest: number
  /** The outbox outlives a client that is stopped, as it does in storage. */
  connect(): FakeClient
}

export type FakeClient = VisitorClient & {
  readonly calls: readonly string[]
  setLink(link: LinkState): void
  setState(state: ClientState): void
}

export const createFakeDesk = (now: () => EpochMs = () => monday): FakeDesk => {
  const script = createScript()
  const texts = new Map<Cid, string>()
  const outbox = new Map<Cid, OutboxMessage>()
  const sends: Cid[] = []
  const online = new Set<() => void>()

  const store = (message: OutboxMessage): void => {
    sends.push(message.cid)
    outbox.delete(message.cid)
    if (texts.has(message.cid)) return
    texts.set(message.cid, message.text)
    script.add(
      'message.sent',
      { author: visitor, at: now() },
      { cid: message.cid, text: message.text, files: message.files },
    )
  }

  const desk: FakeDesk = {
    get stored() {
      return [...texts.values()]
    },
    sends,
    get connected() {
      return online.size
    },
    reachable: true,
    refuse: undefined,
    newest: 100,
    connect() {
      const listeners = createListeners()
      const calls: string[] = []
      let running = false
      let state = emptyClientState

      const refresh = (): void => {
        if (!running) return
        const entries = script.entries.slice(-desk.newest)
        const atStart = entries.length === script.entries.length
        state = clientState([view(1, entries, { atStart })], { outbox: [...outbox.values()] })
        listeners.notify()
      }
      const flush = (): void => {
        if (desk.reachable) for (const message of outbox.values()) store(message)
        for (const tell of online) tell()
      }
      const send = (message: OutgoingMessage): ReturnType<VisitorClient['send']> => {
        if (desk.refuse) return fail(desk.refuse)
        const cid = message.cid ?? (`made-${sends.length}-${outbox.size}` as Cid)
        const row = {
          ...message,
          cid,
          conversation: NO_CONVERSATION,
          createdAt: now(),
          state: 'sending' as const,
          code: undefined,
        }
        if (!texts.has(cid)) outbox.set(cid, row)
        if (running) flush()
        else {
          // Never started: a scene, which shows what is written into it.
          state = { ...state, outbox: [...state.outbox, row] }
          listeners.notify()
        }
        return { ok: true, value: cid }
      }

      const called =
        (name: string) =>
        (...values: readonly unknown[]): void =>
          void calls.push([name, ...values.map(String)].join(' '))
      return {
        calls,
        state: () => state,
        subscribe: listeners.add,
        start() {
          running = true
          online.add(refresh)
          flush()
        },
        stop() {
          running = false
          online.delete(refresh)
        },
        send,
        retry: called('retry'),
        discard: called('discard'),
        reconnectNow: called('reconnectNow'),
        markRead: called('markRead'),
        setTyping: called('setTyping'),
        setPage: called('setPage'),
        loadEarlier: called('loadEarlier'),
        setLink(link) {
          state = { ...state, link }
          listeners.notify()
        },
        setState(next) {
          state = next
          listeners.notify()
        },
      }
    },
  }
  return desk
}
