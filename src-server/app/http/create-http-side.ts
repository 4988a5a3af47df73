// The HTTP side with all its services. Imported by late-http-side.ts alone, which decides when.
import { join } from 'node:path'
import { createHttpApp } from '../../adapters/http/create-http-app.ts'
import { createFileFolder } from '../../adapters/files/file-folder.ts'
import { createFileInspector } from '../../adapters/image/file-inspector.ts'
import { startInWorker } from '../../adapters/image/worker-thread.ts'
import { createOriginPolicy } from '../../adapters/http/origin-policy.ts'
import { createPromMetrics } from '../../adapters/metrics/prom-metrics.ts'
import { createAgentAccounts } from '../accounts/agent-accounts.ts'
import { createAgentSessions } from '../accounts/agent-sessions.ts'
import { createPasswordHasher } from '../accounts/password-hasher.ts'
import { createSignIn } from '../accounts/sign-in.ts'
import { createVisitors } from '../accounts/visitor-identities.ts'
import { createFiles } from './files.ts'
import type { AddressOf } from '../../adapters/http/client-address.ts'
import type { HttpServices, Readiness } from '../../adapters/http/http-services.ts'
import type { LateMetrics } from '../../adapters/metrics/late-metrics.ts'
import { createWhatIfThread } from '../../adapters/what-if/what-if-thread.ts'
import { workerEntry } from '../../adapters/system/worker-entry.ts'
import type { Authenticator } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IntentState } from '../../ports/intent-classifier.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import type { VisitorTokens } from '../accounts/visitor-tokens.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { Now } from '../now/now.ts'
import type { RequestHandler } from './http-listener.ts'
import { pageFolders } from './page-folders.ts'
import { repeat } from '../start/repeating-task.ts'
import type { ServerConfig } from '../start/server-config.ts'
import { createRoutingDecisions } from '../routing/routing-decisions.ts'
import { createDeskSettings } from '../settings/desk-settings.ts'
import { createQuickReplies } from '../settings/quick-replies.ts'
import { createAnnouncements } from '../settings/announcements.ts'
import { createRoutingSettings } from '../settings/routing-settings.ts'
import { createVisitorBlocks } from '../settings/visitor-blocks.ts'
import { createSearchDesk } from '../search/search-desk.ts'
import { createWhatIf } from '../routing/what-if.ts'
import { createPairingDesk, type SecureDoor } from '../pairing/pairing-desk.ts'
import { version } from '../start/version.ts'

export type HttpSideParts = {
  readonly config: ServerConfig
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: LateMetrics
  readonly gateway: Gateway
  readonly now: Pick<Now, 'read'>
  /** The socket with TLS and a key of its own, where there is one. */
  readonly door: SecureDoor | undefined
  readonly authenticator: Authenticator
  readonly visitorTokens: VisitorTokens
  readonly addressOf: AddressOf
  readonly setupCode: string | undefined
  readonly setupDone: () => void
  readonly readiness: () => Readiness
  readonly intents: () => IntentState
  /** Path of another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding: string | undefined
  readonly stopping: AbortSignal
}

export type HttpSide = { readonly handle: RequestHandler; close(): Promise<void> }

const HOUR_MS = 3_600_000
/** Long after a start's rush, long before anything is a day old. */
const FIRST_SWEEP_MS = 60_000

export const createHttpSide = async (parts: HttpSideParts): Promise<HttpSide> => {
  const { config, store, clock, random, logger, metrics, gateway } = parts
  const { accounts, journal } = store
  const prom = createPromMetrics()
  metrics.tell(prom)
  const hasher = createPasswordHasher()
  const { setupCode, setupDone } = parts
  const signIn = createSignIn({
    accounts,
    journal,
    hasher,
    clock,
    random,
    metrics,
    live: gateway,
    setupCode,
    setupDone,
  })
  const folder = createFileFolder(join(config.dataDir, 'files'))
  const start = startInWorker(workerEntry('image-worker'))
  const inspector = createFileInspector({ start, clock, logger, metrics })
  const files = createFiles({ store: store.files, folder, inspector, clock, logger, metrics })
  const sessions = createAgentSessions(accounts, gateway)
  const services: HttpServices = {
    authenticator: parts.authenticator,
    signIn,
    sessions,
    agents: createAgentAccounts({ accounts, journal, hasher, clock, live: gateway, signIn }),
    visitors: createVisitors({
      visitors: store.visitors,
      tokens: parts.visitorTokens,
      clock,
      metrics,
      door: gateway.blocks,
    }),
    messages: { send: gateway.send },
    rate: gateway.rate,
    place: gateway.place,
    files,
    journal,
    routing: createRoutingSettings(journal),
    deskSettings: createDeskSettings(journal),
    replies: createQuickReplies({ journal, files, random }),
    announcements: createAnnouncements({ journal, clock, announced: gateway.announced }),
    door: gateway.blocks,
    blocks: createVisitorBlocks({
      journal,
      visitors: store.visitors,
      clock,
      blocks: gateway.blocks,
      colleaguesAt: gateway.colleaguesAt,
    }),
    decisions: createRoutingDecisions(journal),
    whatIf: createWhatIf({
      journal,
      runner: createWhatIfThread({
        birth: { dataDir: config.dataDir, nativeBinding: parts.nativeBinding },
        clock,
        logger,
      }),
    }),
    search: createSearchDesk({ search: store.search, metrics }),
    now: parts.now.read,
    pairing: createPairingDesk({ door: parts.door, clock, random, logger, metrics }),
    readiness: parts.readiness,
    intents: parts.intents,
    metricsText: async () => prom.text(),
  }
  const side = await createHttpApp({
    services,
    clock,
    logger,
    metrics,
    addressOf: parts.addressOf,
    origins: createOriginPolicy(config),
    version,
    pages: { ...pageFolders, demo: config.demoPages },
    stopping: parts.stopping,
  })
  await folder.sweep()
  const stopSweeping = repeat(
    { clock, logger, name: 'orphaned files', firstMs: FIRST_SWEEP_MS, everyMs: HOUR_MS },
    async () => files.removeOrphans(),
  )
  const stopTouching = repeat(
    { clock, logger, name: 'sessions in use', firstMs: HOUR_MS, everyMs: HOUR_MS },
    async () => sessions.touchLive(clock.now()),
  )
  return {
    handle: (request, response) => side.handle(request, response),
    close: async () => {
      stopSweeping()
      stopTouching()
      await inspector.stop()
      await side.close()
    },
  }
}
