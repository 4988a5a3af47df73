// The only place that knows every part: an open store becomes a gateway with its doors, listening.
import { DESK_APP_ORIGIN } from '../adapters/http/origin-policy.ts'
import { createAddressOf } from '../adapters/http/client-address.ts'
import type { LateMetrics } from '../adapters/metrics/late-metrics.ts'
import { createWsGateway, type WsGateway } from '../adapters/ws/ws-gateway.ts'
import { createLayeredRouter } from '../core/routing/layered-router.ts'
import { systemMicros } from '../adapters/system/system-clock.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import type { Store } from '../ports/store.ts'
import { createAuthenticator } from './accounts/authenticator.ts'
import { newSetupCode } from './accounts/setup-code.ts'
import { createVisitorTokens } from './accounts/visitor-tokens.ts'
import { createGateway, type Gateway } from './gateway/gateway.ts'
import { createHttpListener, type HttpListener } from './http/http-listener.ts'
import { createLateHttpSide } from './http/late-http-side.ts'
import { openSecureDoor } from './http/secure-door.ts'
import { dataSize } from '../adapters/sqlite/data-size.ts'
import { createLateIntents } from './intents/late-intents.ts'
import { createNow } from './now/now.ts'
import type { RunningTimes } from './now/running-times.ts'
import type { RunningServer, ServerOverrides, Started } from './start/running-server.ts'
import { addressesOf } from './start/server-addresses.ts'
import type { ServerConfig } from './start/server-config.ts'
import { watchStorage } from './start/storage-health.ts'
import { version } from './start/version.ts'

export type Assembly = {
  readonly config: ServerConfig
  readonly logger: Logger
  readonly overrides: ServerOverrides
  readonly clock: Clock
  readonly random: Random
  readonly metrics: LateMetrics
  readonly times: RunningTimes
  readonly opened: Store
}

/** Rejects only for bugs and for a store that fails while it is first read; the store is closed then. */
export const assembleServer = async (assembly: Assembly): Promise<Started> => {
  try {
    return await assemble(assembly)
  } catch (error) {
    await assembly.opened.journal.close()
    throw error
  }
}

const assemble = async (assembly: Assembly): Promise<Started> => {
  const { config, logger, overrides, clock, random, metrics, opened } = assembly
  const listener = createHttpListener({ config, clock, logger, metrics })
  if ('code' in listener) {
    await opened.journal.close()
    return { ok: false, failure: listener }
  }
  const health = watchStorage(opened.journal)
  const store: Store = { ...opened, journal: health.journal }
  const [tokenKey, hasAccounts] = await Promise.all([store.secrets.visitorTokenKey(), store.accounts.hasAccounts()])
  const visitorTokens = createVisitorTokens(tokenKey)
  const authenticator = createAuthenticator({ accounts: store.accounts, visitorTokens, clock, logger })
  const outside = { store, clock, random, logger, metrics }
  const intents = createLateIntents({ ...outside, journal: store.journal, modelDir: config.modelDir })
  const gateway = await createGateway({
    ...outside,
    router: createLayeredRouter({ clock, random, nowMicros: systemMicros }),
    classifier: intents,
    authenticator,
  })
  const addressOf = createAddressOf(config.trustedProxies)
  const ws = openWebSockets(assembly, listener, gateway, addressOf)
  const bound = await listener.listen()
  if (!bound.ok) {
    await gateway.stop()
    await intents.close()
    await opened.journal.close()
    return bound
  }
  const withOwnKey = overrides.ownKey === true && config.tls === undefined
  const door = withOwnKey
    ? await openSecureDoor({ config, port: bound.port, server: listener.server, clock, logger, metrics })
    : undefined
  const now = createNow({
    ...outside,
    gateway,
    journal: store.journal,
    times: assembly.times,
    sizeOf: async () => dataSize(config.dataDir),
    isFailing: health.isFailing,
  })

  const stopping = new AbortController()
  let setupCode = hasAccounts ? undefined : newSetupCode(random)
  const http = createLateHttpSide({
    ...outside,
    config,
    gateway,
    now,
    door,
    authenticator,
    visitorTokens,
    addressOf,
    setupCode,
    setupDone: () => {
      setupCode = undefined
      overrides.setupDone?.()
    },
    readiness: () => (stopping.signal.aborted ? 'stopping' : health.isFailing() ? 'storage_failing' : 'ready'),
    intents: () => intents.state(),
    nativeBinding: overrides.nativeBinding,
    stopping: stopping.signal,
  })
  listener.answerWith(http.handler)
  const stop = async (): Promise<void> => {
    stopping.abort()
    now.stop()
    await gateway.stop()
    await intents.close()
    await ws.close()
    await Promise.all([listener.close(), door?.close()])
    await http.close()
    await opened.journal.close()
  }
  const server = describe({ config, port: bound.port, store, gateway, stop, setupCode: () => setupCode })
  logger.info({ url: server.url, version, dataDir: config.dataDir }, 'listening')
  return { ok: true, server }
}

const openWebSockets = (
  { config, random, logger, metrics }: Assembly,
  { server }: HttpListener,
  gateway: Gateway,
  addressOf: ReturnType<typeof createAddressOf>,
): WsGateway => {
  const { publicUrl, allowedOrigins, maxConnections } = config
  const own = publicUrl === undefined ? [DESK_APP_ORIGIN] : [DESK_APP_ORIGIN, publicUrl]
  return createWsGateway({
    server,
    accept: (connection) => gateway.accept(connection),
    ungreeted: () => gateway.stats().ungreeted,
    addressOf,
    origins: { allowed: allowedOrigins, own },
    maxConnections,
    random,
    logger,
    metrics,
  })
}

type Running = {
  readonly config: ServerConfig
  readonly port: number
  readonly store: Store
  readonly gateway: Gateway
  readonly stop: () => Promise<void>
  readonly setupCode: () => string | undefined
}

const describe = ({ config, port, store, gateway, stop, setupCode }: Running): RunningServer => {
  const { host, publicUrl, tls } = config
  let stopped: Promise<void> | undefined
  return {
    port,
    ...addressesOf({ scheme: tls ? 'https' : 'http', host, port, publicUrl }),
    get setupCode() {
      return setupCode()
    },
    version,
    store,
    connected: () => {
      const { agentsConnected, visitorsOnline } = gateway.stats()
      return { agents: agentsConnected, visitors: visitorsOnline }
    },
    stop: async () => (stopped ??= stop()),
  }
}
