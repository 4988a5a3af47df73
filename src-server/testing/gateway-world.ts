// A whole gateway on a memory store, a hand-moved clock and hand-moved wires: what the gateway's tests speak to.
import {
  decodeServerFrame,
  isServerFrame,
  encodeClientFrame,
  limits,
  NO_OFFSET,
  ok,
  fail,
  PROTOCOL_VERSION,
  type AgentId,
  type ClientFrame,
  type ClientFrameOf,
  type Epoch,
  type ErrorCode,
  type Role,
  type ServerFrame,
  type ServerFrameOf,
  type ServerFrameType,
  type SessionId,
  type VisitorId,
} from '../protocol/index.ts'
import { createMemoryStore, type MemoryStore } from '../adapters/memory/create-memory-store.ts'
import { createGateway, type Gateway } from '../app/gateway/gateway.ts'
import type { Classifier } from '../app/routing/placer.ts'
import type { WatchdogAlarm } from '../app/routing/watchdog.ts'
import { createLayeredRouter, type LayeredRouter } from '../core/routing/layered-router.ts'
import type { Authenticator, Identity } from '../ports/authenticator.ts'
import type { Journal } from '../ports/journal.ts'
import type { Router } from '../ports/router.ts'
import { createConnectionPair, type ConnectionPair } from './connection-pair.ts'
import { createFakeLogger, type FakeLogger } from './fake-logger.ts'
import { createFakeMetrics, type FakeMetrics } from './fake-metrics.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { createSeededRandom } from './seeded-random.ts'
import { settle } from './settle.ts'

/** A client without cleverness: it says what a test tells it to say and remembers everything it hears. */
export type TestClient = {
  readonly pair: ConnectionPair
  /** Everything heard, oldest first. */
  readonly heard: readonly ServerFrame[]
  readonly closedWith: { readonly code: number; readonly reason: string } | undefined
  of<Type extends ServerFrameType>(type: Type): readonly ServerFrameOf<Type>[]
  last<Type extends ServerFrameType>(type: Type): ServerFrameOf<Type> | undefined
  /** What it was told of its own messages, once for each time: by the entry itself or by an `ack`. SPEC D1.4. */
  acknowledged(): readonly ServerFrameOf<'ack'>[]
  forget(): void
  /** Puts a frame on the wire; `settled` brings it over. */
  say(frame: ClientFrame): void
  sayBytes(bytes: Uint8Array): void
}

export type GatewayWorld = {
  readonly clock: ManualClock
  readonly store: MemoryStore
  readonly gateway: Gateway
  readonly metrics: FakeMetrics
  readonly logger: FakeLogger
  readonly alarms: readonly WatchdogAlarm[]
  newVisitor(change?: { readonly tags?: readonly string[]; readonly locale?: string }): Promise<VisitorId>
  /** As the office sets it: `group.3`, `tag.1` … */
  set(key: string, value: unknown): Promise<void>
  newAgent(change?: { readonly capacity?: number; readonly role?: Role }): Promise<AgentId>
  identityOf(token: string): Promise<Identity>
  /** An open wire that has said nothing. */
  connect(address?: string): TestClient
  /** Connects, says hello and settles. */
  visit(visitor: VisitorId, hello?: Partial<ClientFrameOf<'hello'>>, address?: string): Promise<TestClient>
  work(agent: AgentId, hello?: Partial<ClientFrameOf<'hello'>>, address?: string): Promise<TestClient>
  /** Replays, snapshots and marks are read at once but answered only after the returned function was called: a slow reader thread. */
  holdAnswers(): () => void
  /** Delivers everything on all wires and runs everything that is ready; no time passes. */
  settled(): Promise<void>
  /** Lets time pass in steps of at most a second, settling after each, as a running server would. */
  pass(byMs: number): Promise<void>
}

export const helloOf = (token: string, change: Partial<ClientFrameOf<'hello'>> = {}): ClientFrameOf<'hello'> => ({
  type: 'hello',
  version: PROTOCOL_VERSION,
  token,
  epoch: '' as Epoch,
  cursor: NO_OFFSET,
  scope: 'all',
  locale: 'en',
  app: 'test',
  ...change,
})

/** Tokens are `visitor:7` and `agent:3`, or `agent:3/12` for login session 12; an agent's default session has its id. */
const createTestAuthenticator = (store: MemoryStore, refusals: ReadonlyMap<string, ErrorCode>): Authenticator => ({
  async identify(token) {
    const refused = refusals.get(token)
    if (refused) return fail(refused)
    const [kind, rest = ''] = token.split(':')
    const [id = '', session = id] = rest.split('/')
    if (kind === 'visitor') return ok({ kind: 'visitor', id: Number(id) as VisitorId })
    const account = await store.accounts.account(Number(id) as AgentId)
    return account?.active
      ? ok({ kind: 'agent', account, session: Number(session) as SessionId })
      : fail('unauthorized')
  },
})

/** `said`: the cids of one's own messages. */
const acknowledgementIn = (frame: ServerFrame, said: ReadonlySet<string>): readonly ServerFrameOf<'ack'>[] => {
  if (frame.type === 'ack') return [frame]
  if (frame.type !== 'entry' || frame.entry.kind !== 'message.sent') return []
  const { conversation, offset, seq, at, body } = frame.entry
  return said.has(body.cid) ? [{ type: 'ack', cid: body.cid, conversation, offset, seq, at }] : []
}

const createTestClient = (gateway: Gateway, address: string | undefined): TestClient => {
  const said = new Set<string>()
  const heard: ServerFrame[] = []
  let closedWith: TestClient['closedWith']
  const pair = createConnectionPair({
    accept: (connection) => gateway.accept(connection),
    ...(address !== undefined && { address }),
    client: {
      received(bytes) {
        const decoded = decodeServerFrame(bytes)
        if (!decoded.ok || !isServerFrame(decoded.value)) throw new Error('the server sent something unreadable')
        heard.push(decoded.value)
      },
      closed: (code, reason) => void (closedWith = { code, reason }),
    },
  })
  const of = <Type extends ServerFrameType>(type: Type): ServerFrameOf<Type>[] =>
    heard.filter((frame): frame is Extract<ServerFrame, ServerFrameOf<Type>> => frame.type === type)
  return {
    pair,
    heard,
    get closedWith() {
      return closedWith
    },
    of,
    last: (type) => of(type).at(-1),
    acknowledged: () => heard.flatMap((frame) => acknowledgementIn(frame, said)),
    forget: () => void (heard.length = 0),
    say(frame) {
      if (frame.type === 'send') said.add(frame.cid)
      pair.clientSend(encodeClientFrame(frame))
    },
    sayBytes: (bytes) => pair.clientSend(bytes),
  }
}

/** The journal, with a gate between what its reads found and who asked. */
const createSlowJournal = (journal: Journal) => {
  let gate: Promise<void> | undefined
  const slowly = async <T>(found: Promise<T>): Promise<T> => {
    const value = await found
    await gate
    return value
  }
  const slow: Journal = {
    ...journal,
    readAfter: (reader, after, limit) => slowly(journal.readAfter(reader, after, limit)),
    countAfter: (reader, after, limit) => slowly(journal.countAfter(reader, after, limit)),
    receiptsSince: (reader, since) => slowly(journal.receiptsSince(reader, since)),
    visitorSnapshot: (visitor) => slowly(journal.visitorSnapshot(visitor)),
    agentSnapshot: (agent) => slowly(journal.agentSnapshot(agent)),
  }
  const hold = (): (() => void) => {
    let open = (): void => undefined
    gate = new Promise((resolve) => (open = resolve))
    return () => {
      gate = undefined
      open()
    }
  }
  return { slow, hold }
}

const choosingBy = (layered: LayeredRouter, { route }: Router): LayeredRouter => ({
  ...layered,
  route,
  get settings() {
    return layered.settings
  },
})

export const createGatewayWorld = async (
  options: {
    /** Chooses in the place of the layers. */
    readonly router?: Router
    readonly classifier?: Classifier
    readonly store?: MemoryStore
    readonly clock?: ManualClock
    /** Tokens that are refused, and with which code. */
    readonly refusals?: ReadonlyMap<string, ErrorCode>
    readonly authenticator?: (own: Authenticator) => Authenticator
  } = {},
): Promise<GatewayWorld> => {
  const clock = options.clock ?? createManualClock()
  const random = createSeededRandom(1)
  const store = options.store ?? createMemoryStore({ clock, random })
  const metrics = createFakeMetrics()
  const logger = createFakeLogger()
  const alarms: WatchdogAlarm[] = []
  const own = createTestAuthenticator(store, options.refusals ?? new Map())
  const authenticator = options.authenticator?.(own) ?? own
  const layered = createLayeredRouter({ clock, random, nowMicros: () => 0 })
  const { router: chooser } = options
  const onAlarm = (alarm: WatchdogAlarm): void => void alarms.push(alarm)
  const { slow, hold } = createSlowJournal(store.journal)
  const gateway = await createGateway({
    store: { ...store, journal: slow },
    clock,
    random,
    logger,
    metrics,
    router: chooser ? choosingBy(layered, chooser) : layered,
    classifier: options.classifier,
    authenticator,
    onAlarm,
  })
  const clients = new Set<TestClient>()

  const connect = (address?: string): TestClient => {
    const client = createTestClient(gateway, address)
    clients.add(client)
    return client
  }

  const settled = async (): Promise<void> => {
    for (let moved = -1; moved !== 0;) {
      await settle()
      moved = 0
      for (const client of clients) moved += client.pair.flush()
    }
  }

  const greet = async (
    token: string,
    hello?: Partial<ClientFrameOf<'hello'>>,
    address?: string,
  ): Promise<TestClient> => {
    const client = connect(address)
    client.say(helloOf(token, hello))
    await settled()
    return client
  }

  let accounts = 0
  return {
    clock,
    store,
    gateway,
    metrics,
    logger,
    alarms,
    newVisitor: ({ tags = [], locale = 'en' } = {}) =>
      store.visitors.create({
        name: '',
        locale,
        userAgent: '',
        tags,
        page: { url: '', title: '', referrer: '' },
      }),
    async set(key, value) {
      const actor = { kind: 'system' } as const
      const result = await store.journal.commit({ type: 'setting', actor, key: `routing.${key}`, value })
      if (!result.ok) throw new Error(`the setting was refused: ${result.code}`)
    },
    async newAgent({ capacity = limits.defaultAgentCapacity, role = 'agent' } = {}) {
      accounts += 1
      const result = await store.journal.commit({
        type: 'create-agent',
        actor: { kind: 'system' },
        name: `Agent ${accounts}`,
        login: `agent${accounts}`,
        passwordHash: '-',
        role,
        capacity,
        first: false,
      })
      if (!result.ok) throw new Error(`the agent was refused: ${result.code}`)
      return result.value.agent
    },
    async identityOf(token) {
      const result = await own.identify(token)
      if (!result.ok) throw new Error(`no such identity: ${token}`)
      return result.value
    },
    connect,
    visit: (visitor, hello, address) => greet(`visitor:${visitor}`, hello, address),
    work: (agent, hello, address) => greet(`agent:${agent}`, hello, address),
    holdAnswers: hold,
    settled,
    async pass(byMs) {
      for (let left = byMs; left > 0; left -= 1_000) {
        clock.advance(Math.min(left, 1_000))
        await settled()
      }
    },
  }
}
