// The HTTP side with all its services, loaded after the server listens: a WebSocket that comes back after a restart must not
// wait for a web framework.
import { join } from 'node:path'
import type { AddressOf } from '../adapters/http/client-address.ts'
import type { HttpServices, Readiness } from '../adapters/http/http-services.ts'
import type { PromMetrics } from '../adapters/metrics/prom-metrics.ts'
import { workerEntry } from '../adapters/system/worker-entry.ts'
import type { Authenticator } from '../ports/authenticator.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import type { Store } from '../ports/store.ts'
import type { VisitorTokens } from './accounts/visitor-tokens.ts'
import type { Gateway } from './gateway.ts'
import type { RequestHandler } from './http-listener.ts'
import { pageFolders } from './page-folders.ts'
import { repeat } from './repeating-task.ts'
import type { ServerConfig } from './server-config.ts'
import { version } from './version.ts'

export type HttpSideParts = {
  readonly config: ServerConfig
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: PromMetrics
  readonly gateway: Gateway
  readonly authenticator: Authenticator
  readonly visitorTokens: VisitorTokens
  readonly addressOf: AddressOf
  readonly setupCode: string | undefined
  readonly setupDone: () => void
  readonly readiness: () => Readiness
  readonly stopping: AbortSignal
}

export type LoadedHttpSide = { readonly handle: RequestHandler; close(): Promise<void> }

const HOUR_MS = 3_600_000
/** Long after a start's rush, long before anything is a day old. */
const FIRST_SWEEP_MS = 60_000

/** Everything of HTTP in one place, imported at once. */
const loadParts = async () => {
  const [http, origins, folder, inspector, thread, signIn, agents, sessions, visitors, files, hasher] =
    await Promise.all([
      import('../adapters/http/create-http-app.ts'),
      import('../adapters/http/origin-policy.ts'),
      import('../adapters/files/file-folder.ts'),
      import('../adapters/image/file-inspector.ts'),
      import('../adapters/image/worker-thread.ts'),
      import('./accounts/sign-in.ts'),
      import('./accounts/agent-accounts.ts'),
      import('./accounts/agent-sessions.ts'),
      import('./accounts/visitor-identities.ts'),
      import('./files.ts'),
      import('./accounts/password-hasher.ts'),
    ])
  return {
    ...http,
    ...origins,
    ...folder,
    ...inspector,
    ...thread,
    ...signIn,
    ...agents,
    ...sessions,
    ...visitors,
    ...files,
    ...hasher,
  }
}

export const loadHttpSide = async (parts: HttpSideParts): Promise<LoadedHttpSide> => {
  const { config, store, clock, random, logger, metrics, gateway } = parts
  const { accounts, journal } = store
  const load = await loadParts()
  const hasher = load.createPasswordHasher()
  const { setupCode, setupDone } = parts
  const signIn = load.createSignIn({ accounts, journal, hasher, clock, random, metrics, setupCode, setupDone })
  const folder = load.createFileFolder(join(config.dataDir, 'files'))
  const start = load.startInWorker(workerEntry('image-worker'))
  const inspector = load.createFileInspector({ start, clock, logger, metrics })
  const files = load.createFiles({ store: store.files, folder, inspector, clock, logger, metrics })
  const services: HttpServices = {
    authenticator: parts.authenticator,
    signIn,
    sessions: load.createAgentSessions(accounts, gateway),
    agents: load.createAgentAccounts({ accounts, journal, hasher, clock, live: gateway, signIn }),
    visitors: load.createVisitors({ visitors: store.visitors, tokens: parts.visitorTokens, clock, metrics }),
    messages: { send: gateway.send },
    files,
    journal,
    readiness: parts.readiness,
    metricsText: async () => metrics.text(),
  }
  const side = await load.createHttpApp({
    services,
    clock,
    logger,
    metrics,
    addressOf: parts.addressOf,
    origins: load.createOriginPolicy(config),
    version,
    pages: { ...pageFolders, demo: config.demoPages },
    stopping: parts.stopping,
  })
  await folder.sweep()
  const stopSweeping = repeat(
    { clock, logger, name: 'orphaned files', firstMs: FIRST_SWEEP_MS, everyMs: HOUR_MS },
    async () => files.removeOrphans(),
  )
  return {
    handle: (request, response) => side.handle(request, response),
    close: async () => {
      stopSweeping()
      await inspector.stop()
      await side.close()
    },
  }
}
