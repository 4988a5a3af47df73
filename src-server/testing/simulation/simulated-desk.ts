// The real server on a manual clock, which can be killed and started again, and whose disk can be full or slow.
// What was committed survives a crash; what waited is lost; nothing of the dead process ever acts again.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpReply } from '#client/environment.ts'
import { createMemoryStore, type MemoryImage, type MemoryStore } from '../../adapters/memory/create-memory-store.ts'
import { createSqliteStore } from '../../adapters/sqlite/create-sqlite-store.ts'
import { createGateway } from '../../app/gateway/gateway.ts'
import type { WatchdogAlarm } from '../../app/routing/watchdog.ts'
import { createLayeredRouter } from '../../core/routing/layered-router.ts'
import type { Authenticator, Identity } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Command, Saying } from '../../ports/command.ts'
import type { CommittedGroup } from '../../ports/journal.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import {
  errorCodes,
  fail,
  limits,
  ok,
  type AgentId,
  type EpochMs,
  type Result,
  type SessionId,
  type VisitorId,
} from '../../protocol/index.ts'
import { createFakeLogger } from '../fake-logger.ts'
import { createFakeMetrics } from '../fake-metrics.ts'
import type { ServerSide } from './simulated-network.ts'

export type StoreKind = 'memory' | 'sqlite'

export type SimulatedDesk = {
  /** Undefined while the server is down. */
  readonly server: ServerSide | undefined
  /** Of the running server; throws while it is down. */
  store(): Store
  boot(): Promise<void>
  crash(): Promise<void>
  /** Commands are refused with `storage_full` as long as it is set. */
  isDiskFull: boolean
  /** Commands wait until the returned function is called. */
  holdDisk(): () => void
  readonly alarms: readonly WatchdogAlarm[]
  stop(): Promise<void>
}

export const agentToken = (id: AgentId): string => `agent ${id}`
export const visitorToken = (id: VisitorId): string => `visitor ${id}`

const authenticatorOf = (store: Store): Authenticator => ({
  async identify(token): Promise<Result<Identity>> {
    const [kind, number] = token.split(' ')
    if (kind === 'visitor') return ok({ kind, id: Number(number) as VisitorId })
    const account = await store.accounts.account(Number(number) as AgentId)
    return account ? ok({ kind: 'agent', account, session: account.id as number as SessionId }) : fail('unauthorized')
  },
})

/** Timers of one process: they die with it. */
const mortalClock = (clock: Clock) => {
  const cancels = new Set<() => void>()
  let isDead = false
  return {
    now: (): EpochMs => clock.now(),
    after(delayMs: number, task: () => void) {
      if (isDead) return () => undefined
      const cancel = clock.after(delayMs, () => {
        cancels.delete(cancel)
        task()
      })
      cancels.add(cancel)
      return () => {
        cancels.delete(cancel)
        cancel()
      }
    },
    kill() {
      isDead = true
      for (const cancel of cancels) cancel()
    },
  }
}

const asReply = (result: Result<object>): HttpReply =>
  result.ok
    ? { status: 201, body: result.value }
    : {
        status: errorCodes[result.code].httpStatus,
        body: { code: result.code, message: '', retryable: errorCodes[result.code].retryable },
      }

type Opened = {
  readonly store: Store
  /** Ends it as a power cut would. */
  readonly die: () => Promise<void>
}

/** Opens the same database again and again. */
const openerOf = (kind: StoreKind, random: Random) => {
  if (kind === 'memory') {
    let image: MemoryImage | undefined
    const open = async (clock: Clock): Promise<Opened> => {
      const store: MemoryStore = createMemoryStore(image ? { clock, random, image } : { clock, random })
      const die = async (): Promise<void> => {
        image = store.image()
        store.crash()
      }
      return { store, die }
    }
    return { open, remove: () => undefined }
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-simulation-'))
  const open = async (clock: Clock): Promise<Opened> => {
    const [logger, metrics] = [createFakeLogger(), createFakeMetrics()]
    const store = await createSqliteStore({ dataDir, clock, random, logger, metrics, inThread: true })
    return { store, die: () => store.journal.close() }
  }
  return { open, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

const never = new Promise<never>(() => undefined)

export const createSimulatedDesk = (parts: {
  readonly kind: StoreKind
  readonly clock: Clock
  readonly random: Random
  /** Every committed group, in order, before anyone else hears of it. */
  readonly committed: (group: CommittedGroup) => void
}): SimulatedDesk => {
  const { clock, random, committed } = parts
  const opener = openerOf(parts.kind, random)
  const alarms: WatchdogAlarm[] = []
  let running: { readonly store: Store; readonly server: ServerSide; readonly kill: () => Promise<void> } | undefined
  let holds: Promise<void>[] = []

  /** The store as the process sees it: mute once the process is dead, refusing while the disk is full. */
  const mortalStore = (store: Store, isDead: () => boolean): Store => {
    const commit = async (command: Command) => {
      await Promise.all(holds)
      if (isDead()) return never
      if (desk.isDiskFull && command.type !== 'receipt') return fail('storage_full')
      const result = await store.journal.commit(command)
      return isDead() ? never : result
    }
    const onCommitted = (listener: (group: CommittedGroup) => void) =>
      store.journal.onCommitted((group) => {
        if (!isDead()) listener(group)
      })
    return { ...store, journal: { ...store.journal, head: () => store.journal.head(), commit, onCommitted } }
  }

  const desk = {
    alarms,
    isDiskFull: false,
    get server() {
      return running?.server
    },
    store() {
      if (!running) throw new Error('the server is down')
      return running.store
    },
    holdDisk() {
      let release = (): void => undefined
      const hold = new Promise<void>((resolve) => {
        release = resolve
      })
      holds = [...holds, hold]
      return () => {
        holds = holds.filter((item) => item !== hold)
        release()
      }
    },
    async boot() {
      let isDead = false
      let tellGone = (): void => undefined
      const gone = new Promise<void>((resolve) => {
        tellGone = resolve
      })
      const processClock = mortalClock(clock)
      const { store: disk, die } = await opener.open(processClock)
      disk.journal.onCommitted(committed)
      const store = mortalStore(disk, () => isDead)
      const authenticator = authenticatorOf(store)
      const gateway = await createGateway({
        store,
        clock: processClock,
        random,
        logger: createFakeLogger(),
        metrics: createFakeMetrics(),
        router: createLayeredRouter({ clock, random, nowMicros: () => 0 }),
        authenticator,
        onAlarm: (alarm) => void alarms.push(alarm),
      })
      const post = async (token: string, body: unknown): Promise<HttpReply> => {
        const identity = await authenticator.identify(token)
        if (!identity.ok) return asReply(identity)
        // The client's own type, by way of structuredClone instead of JSON.
        const saying = body as Saying
        const type = 'message' in saying ? 'revise' : 'send'
        return asReply(await gateway.send(identity.value, { ...saying, type } as Saying))
      }
      const kill = async (): Promise<void> => {
        isDead = true
        processClock.kill()
        await die()
        tellGone()
      }
      running = { store, server: { accept: (connection) => gateway.accept(connection), post, gone }, kill }
    },
    async crash() {
      const dying = running
      running = undefined
      await dying?.kill()
    },
    async stop() {
      await desk.crash()
      opener.remove()
    },
  } satisfies SimulatedDesk
  return desk
}

/** An office of so many agents and visitors, made by commands as the first start would. */
export const populate = async (
  store: Store,
  size: { readonly agents: number; readonly visitors: number; readonly capacity: number },
): Promise<{ readonly agents: readonly AgentId[]; readonly visitors: readonly VisitorId[] }> => {
  const agents: AgentId[] = []
  for (let index = 0; index < size.agents; index += 1) {
    const result = await store.journal.commit({
      type: 'create-agent',
      actor: { kind: 'system' },
      name: `Agent ${index + 1}`,
      login: `agent${index + 1}`,
      passwordHash: 'none',
      role: index === 0 ? 'owner' : 'agent',
      capacity: Math.min(size.capacity, limits.defaultAgentCapacity),
      first: index === 0,
    })
    if (!result.ok) throw new Error(result.code)
    agents.push(result.value.agent)
  }
  const visitors: VisitorId[] = []
  const page = { url: '', title: '', referrer: '' }
  for (let index = 0; index < size.visitors; index += 1)
    visitors.push(
      await store.visitors.create({ name: `访客 ${index + 1}`, locale: 'zh-CN', userAgent: '', tags: [], page }),
    )
  return { agents, visitors }
}
