import { afterEach, expect, it } from 'vitest'
import type { ClientEnvironment } from '#client/environment.ts'
import { memoryStore } from '#client/browser/memory-store.ts'
import { createClient } from '#client/client.ts'
import { NO_CONVERSATION, type AgentId, type EntryKind, type EntryOf, type EpochMs } from '../protocol/index.ts'
import { createMemoryStore, type MemoryStore } from '../adapters/memory/create-memory-store.ts'
import { createAuthenticator } from '../app/accounts/authenticator.ts'
import { hashSessionToken, newSessionToken } from '../app/accounts/session-tokens.ts'
import { createVisitorTokens } from '../app/accounts/visitor-tokens.ts'
import { createGateway, type Gateway } from '../app/gateway/gateway.ts'
import { createLayeredRouter } from '../core/routing/layered-router.ts'
import { createFakeLogger } from '../testing/fake-logger.ts'
import { createFakeMetrics } from '../testing/fake-metrics.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { writeMemoryHistory } from '../testing/memory-history.ts'
import { createSeededRandom } from '../testing/seeded-random.ts'
import { settle } from '../testing/settle.ts'
import { createSimulatedNetwork } from '../testing/simulation/simulated-network.ts'
import { startDemoBots, type DemoBots } from './start-demo-bots.ts'

const MINUTE_MS = 60_000
const STEP_MS = 250
const OWNER = 1 as AgentId
const NOW = Date.UTC(2026, 3, 14, 3, 0) as EpochMs

type World = {
  readonly store: MemoryStore
  readonly gateway: Gateway
  readonly logger: ReturnType<typeof createFakeLogger>
  readonly clock: ReturnType<typeof createManualClock>
  readonly environment: ClientEnvironment
  readonly bots: DemoBots
  pass(ms: number): Promise<void>
}

let world: World | undefined
afterEach(async () => {
  await world?.bots.stop()
  await world?.gateway.stop()
  world = undefined
})

/** A whole gateway on a hand-moved clock, behind a network that is quick and never fails. */
const openDesk = async (breakStore: (store: MemoryStore) => MemoryStore = (store) => store): Promise<World> => {
  const clock = createManualClock(NOW)
  const random = createSeededRandom(3)
  const logger = createFakeLogger()
  const image = await writeMemoryHistory({ seed: 1, now: NOW, utcOffsetMs: 0, days: 3, conversations: 40 })
  const store = createMemoryStore({ clock, random, image })
  const network = createSimulatedNetwork(clock, random)
  const visitorTokens = createVisitorTokens(await store.secrets.visitorTokenKey())
  const authenticator = createAuthenticator({ accounts: store.accounts, visitorTokens, clock, logger })
  const outside = { clock, random, logger, metrics: createFakeMetrics() }
  const gateway = await createGateway({
    store,
    router: createLayeredRouter({ ...outside, nowMicros: () => 0 }),
    authenticator,
    ...outside,
  })
  const nothing = { status: 0, body: undefined }
  network.server = {
    accept: (connection) => gateway.accept(connection),
    post: async () => nothing,
    gone: new Promise(() => undefined),
  }
  const environment: ClientEnvironment = {
    now: clock.now,
    after: clock.after,
    fraction: random.fraction,
    randomBytes: random.bytes,
    openSocket: (_url, _subprotocol, events) => network.openSocket(events, () => undefined),
    postJson: async () => nothing,
    inflate: async () => undefined,
    storage: memoryStore(),
    isOnline: () => true,
    onOnlineChanged: () => () => undefined,
  }
  const bots = startDemoBots({ deskUrl: 'http://desk.test', store: breakStore(store), environment, ...outside })
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      clock.advance(STEP_MS)
      await settle(2)
    }
  }
  world = { store, gateway, logger, clock, environment, bots, pass }
  return world
}

const since = async <Kind extends EntryKind>({ store }: World, kind: Kind): Promise<EntryOf<Kind>[]> => {
  const { entries } = await store.journal.readAfter({ kind: 'agent', id: OWNER, scope: 'all' }, 0 as never, 1e6)
  return entries.filter((entry): entry is Extract<typeof entry, EntryOf<Kind>> => entry.kind === kind && entry.at > NOW)
}

it('visitors come and are answered, conversations are closed, nobody stumbles', async () => {
  const desk = await openDesk()
  await desk.pass(14 * MINUTE_MS)
  const opened = await since(desk, 'conversation.opened')
  expect(opened.length).toBeGreaterThan(20)
  const messages = await since(desk, 'message.sent')
  const answered = new Set(
    messages.filter(({ author }) => author.kind === 'agent').map(({ conversation }) => conversation),
  )
  expect(opened.filter(({ conversation }) => answered.has(conversation)).length).toBeGreaterThan(opened.length / 2)
  const closed = await since(desk, 'conversation.closed')
  expect(closed.filter(({ body }) => body.reason === 'resolved').length).toBeGreaterThan(8)
  expect((await since(desk, 'agent.status')).length).toBeGreaterThan(0)
  for (const { body } of messages) expect(body.text).not.toMatch(/[{}]/u)
  expect(desk.logger.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  expect(desk.gateway.stats().connections).toBeGreaterThan(5)
}, 60_000)

it("leaves the owner's conversations to the person at the screen, who gets new ones too", async () => {
  const desk = await openDesk()
  const token = newSessionToken(createSeededRandom(9))
  const session = { agent: OWNER, tokenHash: hashSessionToken(token), address: '', client: 'person', at: NOW }
  await desk.store.accounts.openSession(session)
  const options = {
    deskUrl: 'http://desk.test',
    token,
    scope: 'all',
    locale: 'zh',
    app: 'test',
    storageKey: 'me/',
  } as const
  const person = createClient({ environment: desk.environment, ...options })
  person.start()
  await desk.pass(6 * MINUTE_MS)

  const messages = await since(desk, 'message.sent')
  expect(messages.filter(({ author }) => author.kind === 'agent' && author.id === OWNER)).toEqual([])
  const mine = Array.from(person.state().conversations.values()).filter(
    ({ summary }) => summary.owner === OWNER && summary.status === 'open',
  )
  expect(mine.length).toBeGreaterThan(4)
  const waiting = mine.find(({ summary }) => summary.waitingSince > 0)
  expect(waiting).toBeDefined()

  const { id, lastSeq } = waiting?.summary ?? { id: NO_CONVERSATION, lastSeq: 0 }
  person.send({ conversation: id, text: '您好，我来处理', files: [] })
  await desk.pass(2 * MINUTE_MS)
  const after = person.state().conversations.get(id)?.summary
  // The visitor heard it and went on.
  expect(after?.lastSeq).toBeGreaterThan(lastSeq + 1)
  person.stop()
}, 60_000)

it('tells a person who tries the chat that it is a bot, and answers what they ask', async () => {
  const desk = await openDesk()
  // Most of the backlog of the first minutes is gone.
  await desk.pass(5 * MINUTE_MS)
  const page = { url: 'http://desk.test/demo', title: '', referrer: '' }
  const visitor = await desk.store.visitors.create({ name: '', locale: 'en', userAgent: '', tags: [], page })
  const token = createVisitorTokens(await desk.store.secrets.visitorTokenKey()).sign(visitor)
  const options = {
    deskUrl: 'http://desk.test',
    token,
    scope: 'own',
    locale: 'en',
    app: 'test',
    storageKey: 'v/',
  } as const
  const person = createClient({ environment: desk.environment, ...options })
  person.start()
  person.send({ conversation: NO_CONVERSATION, text: 'Can I get an invoice?', files: [] })
  await desk.pass(4 * MINUTE_MS)
  const said = Array.from(person.state().conversations.values()).flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'message.sent' && entry.author.kind === 'agent' ? entry.body.text : [])),
  )
  expect(said[0]).toMatch(/this is a demo and I am a bot called \w+/u)
  expect(said[1]).toContain('VAT')
  person.stop()
}, 60_000)

it('stops without leaving a session, a connection or a timer', async () => {
  const desk = await openDesk()
  await desk.pass(3 * MINUTE_MS)
  expect(desk.gateway.stats().connections).toBeGreaterThan(3)
  await desk.bots.stop()
  await desk.pass(1_000)
  expect(desk.gateway.stats().connections).toBe(0)
  for (const { id } of await desk.store.accounts.accounts()) expect(await desk.store.accounts.sessions(id)).toEqual([])
  const before = (await since(desk, 'message.sent')).length
  await desk.pass(2 * MINUTE_MS)
  expect((await since(desk, 'message.sent')).length).toBe(before)
  await desk.gateway.stop()
  await desk.pass(MINUTE_MS)
  expect(desk.clock.waiting).toBe(0)
}, 60_000)

it('logs its own troubles and harms nobody', async () => {
  const broken = async (): Promise<never> => {
    throw new Error('the disk is gone')
  }
  const desk = await openDesk((store) => ({
    ...store,
    accounts: { ...store.accounts, openSession: broken, endSession: broken },
    visitors: { ...store.visitors, create: broken },
  }))
  await desk.pass(3 * MINUTE_MS)
  expect(desk.logger.lines.some(({ level }) => level === 'warn')).toBe(true)
  expect(desk.gateway.stats().inFlight).toBe(0)
  await desk.bots.stop()
}, 60_000)
