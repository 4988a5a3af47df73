// The HTTP side on a memory store, without a network: what a test of a route needs, with the application behind it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_PLACE } from '../core/queue/place-sign.ts'
import type { NowAnswer } from '../protocol/now-schemas.ts'
import { fail, NO_CONVERSATION, ok, type EpochMs, type SessionId, type AgentId, type Role } from '../protocol/index.ts'
import { createAddressOf } from '../adapters/http/client-address.ts'
import { createHttpApp, type HttpSide } from '../adapters/http/create-http-app.ts'
import type { Readiness } from '../adapters/http/http-services.ts'
import { createOriginPolicy } from '../adapters/http/origin-policy.ts'
import { createFileFolder } from '../adapters/files/file-folder.ts'
import type { FileInspector } from '../adapters/image/file-inspector.ts'
import { createMemoryStore, type MemoryStore } from '../adapters/memory/create-memory-store.ts'
import { createAgentAccounts } from '../app/accounts/agent-accounts.ts'
import { createAgentSessions } from '../app/accounts/agent-sessions.ts'
import { createAuthenticator } from '../app/accounts/authenticator.ts'
import type { PasswordHasher } from '../app/accounts/password-hasher.ts'
import { createSignIn } from '../app/accounts/sign-in.ts'
import { createVisitors } from '../app/accounts/visitor-identities.ts'
import { createVisitorTokens, type VisitorTokens } from '../app/accounts/visitor-tokens.ts'
import { createFiles } from '../app/http/files.ts'
import { createHttpAllowances } from '../app/gateway/http-allowances.ts'
import { createHttpPlaces } from '../app/gateway/http-places.ts'
import { createHttpRatings } from '../app/gateway/http-ratings.ts'
import { createHttpSends } from '../app/gateway/http-sends.ts'
import { createRoutingDecisions } from '../app/routing/routing-decisions.ts'
import { createDeskSettings } from '../app/settings/desk-settings.ts'
import { createQuickReplies } from '../app/settings/quick-replies.ts'
import { createAnnouncements } from '../app/settings/announcements.ts'
import { createAnnouncer } from '../app/gateway/announcer.ts'
import { createBlockList } from '../app/gateway/block-list.ts'
import { createAudience } from '../core/delivery/audience.ts'
import { createVisitorBlocks } from '../app/settings/visitor-blocks.ts'
import { createRoutingSettings } from '../app/settings/routing-settings.ts'
import { createSearchDesk } from '../app/search/search-desk.ts'
import { createPairingDesk, type SecureDoor } from '../app/pairing/pairing-desk.ts'
import { createWhatIf } from '../app/routing/what-if.ts'
import { createWorkInFlight } from '../app/gateway/work-in-flight.ts'
import type { Store } from '../ports/store.ts'
import type { WhatIfRunner } from '../ports/what-if.ts'
import { createFakeLogger, type FakeLogger } from './fake-logger.ts'
import { createFakeMetrics, type FakeMetrics } from './fake-metrics.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { createSeededRandom } from './seeded-random.ts'

export type HttpDesk = {
  readonly side: HttpSide
  readonly app: HttpSide['app']
  readonly store: MemoryStore
  readonly clock: ManualClock
  readonly logger: FakeLogger
  readonly metrics: FakeMetrics
  readonly tokens: VisitorTokens
  readonly endedSessions: SessionId[]
  readonly endedAgents: AgentId[]
  /** Sessions that were spared when all others of their agent ended. */
  readonly sparedSessions: SessionId[]
  readonly folder: string
  setReadiness(readiness: Readiness): void
  /** Makes the owner by setup, others by command; each is logged in. @returns its token */
  signIn(role: Role, login?: string): Promise<string>
  newVisitor(): Promise<string>
  close(): Promise<void>
}

export const SETUP_CODE = 'TEST-CODE-2345'
export const PASSWORD = 'a good long password'

/** scrypt has tests of its own; here it would only cost a tenth of a second a login. */
const plainHasher: PasswordHasher = {
  hash: async (password) => ok(`plain$${password}`),
  verify: async (password, stored) => ok(stored === `plain$${password}`),
}

const blindInspector: FileInspector = {
  inspect: async () => ({ mime: 'text/plain', width: 0, height: 0 }),
  stop: async () => undefined,
}

/** A memory store has no other thread to read it. */
const noDay: WhatIfRunner = {
  start: () => ({ result: Promise.resolve(fail('what_if_no_arrivals')), cancel: () => undefined }),
}

/** Nobody is connected, nothing is open. */
const nothingNow = async (): Promise<NowAnswer> => ({
  at: 0 as EpochMs,
  since: 0 as EpochMs,
  visitors: 0,
  connections: 0,
  conversations: { left: 0, waiting: 0, unanswered: 0, answered: 0 },
  queues: [],
  agents: [],
  messages: { visitors: 0, desk: 0 },
  firstResponse: { medianMs: null, count: 0, windowMs: 0 },
  acknowledged: { p99Ms: null, count: 0, windowMs: 0 },
  storage: { failing: false, databaseBytes: null, freeBytes: null, lastCommitMs: null },
  history: { everyMs: 0, samples: [] },
})

export type HttpDeskOptions = {
  readonly door?: SecureDoor
  readonly now?: () => Promise<NowAnswer>
  readonly whatIf?: WhatIfRunner
  /** Another store's search, for what a memory store cannot show. */
  readonly search?: Pick<Store, 'search'>
  readonly allowedOrigins?: readonly string[]
  readonly publicUrl?: string
  readonly trustedProxies?: readonly string[]
  readonly inspector?: FileInspector
  readonly hasher?: PasswordHasher
  readonly pages?: { readonly renderer: string; readonly widget: string; readonly demo: boolean }
}

export const createHttpDesk = async (options: HttpDeskOptions = {}): Promise<HttpDesk> => {
  const clock = createManualClock()
  const random = createSeededRandom(4)
  const logger = createFakeLogger()
  const metrics = createFakeMetrics()
  const store = createMemoryStore({ clock, random })
  const { journal, accounts } = store
  const hasher = options.hasher ?? plainHasher
  const tokens = createVisitorTokens(await store.secrets.visitorTokenKey())
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-http-'))
  const endedSessions: SessionId[] = []
  const endedAgents: AgentId[] = []
  const sparedSessions: SessionId[] = []
  const live = {
    sessions: () => [],
    endSession: (session: SessionId) => void endedSessions.push(session),
    endAgent: (agent: AgentId, except?: SessionId) => {
      endedAgents.push(agent)
      if (except !== undefined) sparedSessions.push(except)
    },
  }
  const allowances = createHttpAllowances(clock)
  // Nobody is connected: what holds now is all that is asked of it.
  const blocks = await createBlockList({ journal, secrets: store.secrets, clock })
  const announcer = createAnnouncer({ audience: createAudience(), clock, metrics })
  journal.onCommitted(({ entries }) => {
    for (const committed of entries) {
      announcer.apply(committed)
      blocks.apply(committed.entry)
    }
  })
  let readiness: Readiness = 'ready'
  const signIn = createSignIn({
    accounts,
    journal,
    hasher,
    clock,
    random,
    metrics,
    live,
    setupCode: SETUP_CODE,
    setupDone: () => undefined,
  })
  const inspector = options.inspector ?? blindInspector
  const files = createFiles({ store: store.files, folder: createFileFolder(folder), inspector, clock, logger, metrics })
  const side = await createHttpApp({
    clock,
    logger,
    metrics,
    services: {
      authenticator: createAuthenticator({ accounts, visitorTokens: tokens, clock, logger }),
      signIn,
      sessions: createAgentSessions(accounts, live),
      agents: createAgentAccounts({ accounts, journal, hasher, clock, live, signIn }),
      visitors: createVisitors({ visitors: store.visitors, tokens, clock, metrics, door: blocks }),
      messages: { send: createHttpSends({ journal, allowances, work: createWorkInFlight(), isStopping: () => false }) },
      rate: createHttpRatings({ journal, allowances, work: createWorkInFlight(), isStopping: () => false }),
      place: createHttpPlaces({ allowances, places: { of: () => ({ conversation: NO_CONVERSATION, ...NO_PLACE }) } }),
      files,
      journal,
      routing: createRoutingSettings(journal),
      deskSettings: createDeskSettings(journal),
      replies: createQuickReplies({ journal, files, random }),
      announcements: createAnnouncements({ journal, clock, announced: () => ok(announcer.current) }),
      door: blocks,
      blocks: createVisitorBlocks({ journal, visitors: store.visitors, clock, blocks, colleaguesAt: () => 0 }),
      decisions: createRoutingDecisions(journal),
      search: createSearchDesk({ search: (options.search ?? store).search, metrics }),
      whatIf: createWhatIf({ journal, runner: options.whatIf ?? noDay }),
      now: options.now ?? nothingNow,
      pairing: createPairingDesk({ door: options.door, clock, random, logger, metrics }),
      readiness: () => readiness,
      intents: () => ({ phase: 'serving', models: ['bge-small-zh-v1.5'], scripts: ['han'], problems: [], code: null }),
      metricsText: async () => 'frontdesk_connections 0\n',
    },
    addressOf: createAddressOf(options.trustedProxies ?? []),
    origins: createOriginPolicy({ allowedOrigins: options.allowedOrigins ?? [], publicUrl: options.publicUrl }),
    version: '0.0.0-test',
    stopping: new AbortController().signal,
    pages: options.pages ?? { renderer: folder, widget: folder, demo: true },
  })

  const login = async (name: string): Promise<string> => {
    const answer = await side.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { login: name, password: PASSWORD },
    })
    return answer.json<{ token: string }>().token
  }
  const makeOwner = async (name: string): Promise<void> => {
    const payload = { code: SETUP_CODE, name, login: name, password: PASSWORD }
    await side.app.inject({ method: 'POST', url: '/api/v1/setup', payload })
  }

  return {
    side,
    store,
    clock,
    logger,
    metrics,
    tokens,
    endedSessions,
    endedAgents,
    sparedSessions,
    folder,
    app: side.app,
    setReadiness: (next) => void (readiness = next),
    signIn: async (role, name = role) => {
      if (!(await accounts.hasAccounts())) await makeOwner('owner')
      if (!(await accounts.credentials(name))) {
        const passwordHash = await hasher.hash(PASSWORD)
        if (!passwordHash.ok) throw new Error(passwordHash.code)
        const account = { name, login: name, passwordHash: passwordHash.value, role, capacity: 3, first: false }
        await journal.commit({ type: 'create-agent', actor: { kind: 'system' }, ...account })
      }
      return login(name)
    },
    newVisitor: async () => {
      const answer = await side.app.inject({ method: 'POST', url: '/api/v1/visitors', payload: {} })
      return answer.json<{ token: string }>().token
    },
    close: async () => {
      await side.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
