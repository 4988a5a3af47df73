// The only place that knows every part: from a config to a running server, and back to nothing.
import { createHttpListener } from './http-listener.ts'
import { createSqliteStore } from '../adapters/sqlite/create-sqlite-store.ts'
import { StoreOpenError } from '../adapters/sqlite/store-open-error.ts'
import { createAddressOf } from '../adapters/http/client-address.ts'
import { DESK_APP_ORIGIN } from '../adapters/http/origin-policy.ts'
import { createPromMetrics, type PromMetrics } from '../adapters/metrics/prom-metrics.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import { createWsGateway } from '../adapters/ws/ws-gateway.ts'
import { createLeastLoadedRouter } from '../core/routing/least-loaded.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import type { Store } from '../ports/store.ts'
import { createAuthenticator } from './accounts/authenticator.ts'
import { newSetupCode } from './accounts/setup-code.ts'
import { createVisitorTokens } from './accounts/visitor-tokens.ts'
import { createGateway } from './gateway.ts'
import { loadHttpSide } from './load-http-side.ts'
import { addressesOf } from './server-addresses.ts'
import type { ServerConfig } from './server-config.ts'
import { storeFailure, unknownFailure, type StartFailure } from './start-failure.ts'
import { watchStorage } from './storage-health.ts'
import { version } from './version.ts'

export type ServerOverrides = {
  readonly clock?: Clock
  readonly random?: Random
  /** Opened already; closed by `stop` all the same. */
  readonly store?: Store
  /** Another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
  readonly setupDone?: () => void
}

export type RunningServer = {
  readonly port: number
  /** For this computer, or the public address when there is one. */
  readonly url: string
  readonly localUrl: string
  readonly officeUrls: readonly string[]
  /** Only while no account exists. */
  readonly setupCode: string | undefined
  readonly version: string
  readonly store: Store
  /** Tells clients when to come back, ends what is under way, closes the store. Calling it again waits for the same end. */
  stop(): Promise<void>
}

export type Started =
  | { readonly ok: true; readonly server: RunningServer }
  | { readonly ok: false; readonly failure: StartFailure }

const failed = (failure: StartFailure): Started => ({ ok: false, failure })

export const createServer = async (
  config: ServerConfig,
  logger: Logger,
  overrides: ServerOverrides = {},
): Promise<Started> => {
  const clock = overrides.clock ?? createSystemClock()
  const random = overrides.random ?? createSystemRandom()
  const metrics = createPromMetrics()
  const listener = createHttpListener({ config, clock, logger, metrics })
  if ('code' in listener) return failed(listener)
  const { dataDir } = config
  const storeOptions = { dataDir, clock, random, logger, metrics, nativeBinding: overrides.nativeBinding }
  let store: Store
  try {
    store = overrides.store ?? (await createSqliteStore(storeOptions))
  } catch (error) {
    return failed(error instanceof StoreOpenError ? storeFailure(error) : unknownFailure(error))
  }
  try {
    return await assemble({ config, logger, overrides, clock, random, metrics, listener, opened: store })
  } catch (error) {
    await store.journal.close()
    return failed(unknownFailure(error))
  }
}

type Assembly = {
  readonly config: ServerConfig
  readonly logger: Logger
  readonly overrides: ServerOverrides
  readonly clock: Clock
  readonly random: Random
  readonly metrics: PromMetrics
  readonly listener: Exclude<ReturnType<typeof createHttpListener>, StartFailure>
  readonly opened: Store
}

const assemble = async ({
  config,
  logger,
  overrides,
  clock,
  random,
  metrics,
  listener,
  opened,
}: Assembly): Promise<Started> => {
  const health = watchStorage(opened.journal)
  const store: Store = { ...opened, journal: health.journal }
  const [tokenKey, hasAccounts] = await Promise.all([store.secrets.visitorTokenKey(), store.accounts.hasAccounts()])
  const visitorTokens = createVisitorTokens(tokenKey)
  const setupCode = hasAccounts ? undefined : newSetupCode(random)
  const authenticator = createAuthenticator({ accounts: store.accounts, visitorTokens, clock, logger })
  const outside = { store, clock, random, logger, metrics }
  const gateway = await createGateway({ ...outside, router: createLeastLoadedRouter(), authenticator })
  const addressOf = createAddressOf(config.trustedProxies)
  const { publicUrl, allowedOrigins, maxConnections } = config
  const own = [DESK_APP_ORIGIN, ...(publicUrl === undefined ? [] : [publicUrl])]
  const ws = createWsGateway({
    server: listener.server,
    accept: (connection) => gateway.accept(connection),
    ungreeted: () => gateway.stats().ungreeted,
    addressOf,
    origins: { allowed: allowedOrigins, own },
    maxConnections,
    random,
    logger,
    metrics,
  })
  const bound = await listener.listen()
  if (!bound.ok) {
    await gateway.stop()
    await store.journal.close()
    return failed(bound.failure)
  }

  const stopping = new AbortController()
  let setupCodeLeft = setupCode
  const setupDone = (): void => {
    setupCodeLeft = undefined
    overrides.setupDone?.()
  }
  const readiness = () => (stopping.signal.aborted ? 'stopping' : health.isFailing() ? 'storage_failing' : 'ready')
  const http = loadHttpSide({
    ...outside,
    config,
    gateway,
    authenticator,
    visitorTokens,
    addressOf,
    setupCode,
    setupDone,
    readiness,
    stopping: stopping.signal,
  })
  listener.answerWith(http.then(({ handle }) => handle))

  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    stopping.abort()
    await gateway.stop()
    await ws.close()
    await listener.close()
    await (await http).close()
    await store.journal.close()
  }
  const addresses = addressesOf({
    scheme: config.tls ? 'https' : 'http',
    host: config.host,
    port: bound.port,
    publicUrl,
  })
  logger.info({ url: addresses.url, version, dataDir: config.dataDir }, 'listening')
  return {
    ok: true,
    server: {
      port: bound.port,
      ...addresses,
      get setupCode() {
        return setupCodeLeft
      },
      version,
      store,
      stop: async () => (stopped ??= stop()),
    },
  }
}
