// From the first start to an open desk: role, server, owner's account, login, and back out. Owns the client's life:
// a client exists exactly while the stage is `desk`.
import type { HostState } from '#bridge/bridge-contract.ts'
import type { Client } from '#client/client.ts'
import type { ErrorCode } from '#protocol'
import type { DeskInfo, LoggedIn } from '#protocol/http-schemas.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode, ApiResult } from '../platform/api-result.ts'
import type { DeskApi, MakeDeskApi } from '../platform/desk-api.ts'
import type { Platform } from '../platform/platform.ts'
import { keptSession, parseKept, type Kept, type Self } from './kept-session.ts'

export type DeskSession = {
  readonly url: string
  readonly self: Self
  readonly api: DeskApi
  readonly client: Client
  /** Prefix of everything kept for this person on this desk. */
  readonly storageKey: string
}

export type Stage =
  | { readonly kind: 'starting' }
  /** Desktop, first start: host or join? */
  | { readonly kind: 'choose' }
  /** This computer's own server is not there yet. */
  | { readonly kind: 'hosting'; readonly host: HostState }
  | { readonly kind: 'looking'; readonly url: string }
  | { readonly kind: 'unreachable'; readonly url: string; readonly code: ApiErrorCode; readonly retryAt: number }
  | { readonly kind: 'setup'; readonly url: string; readonly desk: DeskInfo; readonly code: string }
  | { readonly kind: 'login'; readonly url: string; readonly desk: DeskInfo; readonly notice: ErrorCode | undefined }
  | { readonly kind: 'desk'; readonly session: DeskSession }

export type SessionWorld = {
  readonly platform: Platform
  readonly makeApi: MakeDeskApi
  readonly makeClient: (options: {
    readonly deskUrl: string
    readonly token: string
    readonly storageKey: string
  }) => Client
  readonly now: () => number
  readonly after: (delayMs: number, task: () => void) => () => void
  /** From the page's address, when the server printed it. */
  readonly setupCode: string | undefined
}

export type SessionStore = StoreApi<Stage> & {
  readonly begin: () => void
  readonly retry: () => void
  readonly host: () => Promise<void>
  /** Checks that a desk answers there, then remembers it. */
  readonly join: (url: string) => Promise<ApiResult<DeskInfo>>
  /** Proves to know the six digits that the desk shows, then joins it. */
  readonly joinByCode: (address: string, code: string) => Promise<ApiResult<DeskInfo>>
  readonly leave: () => Promise<void>
  readonly setUp: (owner: {
    readonly code: string
    readonly name: string
    readonly login: string
    readonly password: string
  }) => Promise<ApiResult<LoggedIn>>
  readonly logIn: (who: { readonly login: string; readonly password: string }) => Promise<ApiResult<LoggedIn>>
  readonly signOut: () => Promise<void>
  /** Every other login of mine ends with the old password; this one goes on with a new token. */
  readonly changePassword: (password: { readonly old: string; readonly new: string }) => Promise<ApiResult<unknown>>
}

/** A desk that restarts is back within seconds. */
const lookAgainMs = 5_000

export function createSessionStore(world: SessionWorld): SessionStore {
  const { platform, makeApi, makeClient } = world
  const store = createStore<Stage>(() => ({ kind: 'starting' }))
  let cancelRetry: (() => void) | undefined
  let stopFollowing: (() => void) | undefined
  let setupCode = world.setupCode ?? ''
  // A hosted desk keeps its session whatever port it got this time.
  let hosting = false
  // Answers that come after one went elsewhere are of no interest.
  let journey = 0
  // The server ends the old session before its answer with the new one is here.
  let isRenewing = false

  const secretName = (url: string): string => (hosting ? 'session:host' : `session:${url}`)
  const become = (stage: Stage): void => {
    cancelRetry?.()
    cancelRetry = undefined
    const before = store.getState()
    if (before.kind === 'desk' && (stage.kind !== 'desk' || stage.session !== before.session))
      before.session.client.stop()
    store.setState(stage, true)
  }

  /** The network says that nobody answered; the program knows when it was the wrong one. */
  const meet = async (url: string): Promise<ApiResult<DeskInfo>> => {
    const desk = await makeApi(url, '').desk()
    const isOther = !desk.ok && desk.code === 'unreachable' && (await platform.desktop?.metOtherKey(url))
    return isOther ? { ok: false, code: 'other_key' } : desk
  }

  const join = async (url: string): Promise<ApiResult<DeskInfo>> => {
    const desk = await meet(url)
    if (!desk.ok) return desk
    if (!(await platform.desktop?.chooseJoin(url))) return { ok: false, code: 'bad_request' }
    hosting = false
    await enter(url)
    return desk
  }

  const look = async (url: string, notice?: ErrorCode): Promise<void> => {
    const mine = ++journey
    if (store.getState().kind !== 'unreachable') become({ kind: 'looking', url })
    const desk = await meet(url)
    if (mine !== journey) return
    if (!desk.ok) {
      become({ kind: 'unreachable', url, code: desk.code, retryAt: world.now() + lookAgainMs })
      cancelRetry = world.after(lookAgainMs, () => void look(url, notice))
    } else if (desk.value.needsSetup) become({ kind: 'setup', url, desk: desk.value, code: setupCode })
    else become({ kind: 'login', url, desk: desk.value, notice })
  }

  const openDesk = (url: string, { token, self }: Kept): void => {
    journey += 1
    const storageKey = `${secretName(url)}:${self.id}`
    const client = makeClient({ deskUrl: url, token, storageKey })
    const session: DeskSession = { url, self, api: makeApi(url, token), client, storageKey }
    become({ kind: 'desk', session })
    const unsubscribe = client.subscribe(() => {
      const { link } = client.state()
      if (isRenewing || link.kind !== 'refused' || (link.code !== 'unauthorized' && link.code !== 'session_revoked'))
        return
      unsubscribe()
      void platform.secrets.remove(secretName(url)).then(() => look(url, link.code))
    })
    client.start()
  }

  const enter = async (url: string): Promise<void> => {
    const mine = ++journey
    const kept = parseKept(await platform.secrets.get(secretName(url)))
    if (mine !== journey) return
    if (kept) openDesk(url, kept)
    else await look(url)
  }

  const followHost = (host: HostState): void => {
    if (host.kind === 'running') {
      setupCode = host.setupCode ?? setupCode
      const stage = store.getState()
      const isThere = 'url' in stage ? stage.url === host.url : stage.kind === 'desk' && stage.session.url === host.url
      if (!isThere || stage.kind === 'unreachable') void enter(host.url)
    } else if (store.getState().kind !== 'desk' || host.kind === 'failed') {
      journey += 1
      become({ kind: 'hosting', host })
    }
  }

  const follow = (host: HostState): void => {
    hosting = true
    stopFollowing ??= platform.desktop?.onHostChanged(followHost)
    followHost(host)
  }

  const keep = async (url: string, { token, agent }: LoggedIn): Promise<void> => {
    const kept: Kept = keptSession({ token, agent })
    // A keychain that refuses costs a login at the next start, not this session.
    await platform.secrets.set(secretName(url), JSON.stringify(kept)).catch(() => undefined)
    openDesk(url, kept)
  }

  const authenticate = async (ask: (api: DeskApi) => Promise<ApiResult<LoggedIn>>): Promise<ApiResult<LoggedIn>> => {
    const stage = store.getState()
    if (stage.kind !== 'setup' && stage.kind !== 'login') return { ok: false, code: 'bad_request' }
    const answer = await ask(makeApi(stage.url, ''))
    if (answer.ok) await keep(stage.url, answer.value)
    // Somebody else set the desk up meanwhile, or it was reset: the right page is the other one.
    else if (answer.code === 'setup_done' || answer.code === 'setup_needed') await look(stage.url)
    return answer
  }

  return {
    ...store,
    begin: () => {
      const { desktop, servedBy } = platform
      if (desktop === undefined) void enter(servedBy ?? '')
      else if (desktop.role.kind === 'host') follow(desktop.host())
      else if (desktop.role.kind === 'join') void enter(desktop.role.url)
      else become({ kind: 'choose' })
    },
    retry: () => {
      const stage = store.getState()
      if (stage.kind === 'unreachable') void look(stage.url)
      if (stage.kind === 'hosting') void platform.desktop?.retryHost().then(followHost)
    },
    host: async () => {
      if (platform.desktop) follow(await platform.desktop.chooseHost())
    },
    join,
    joinByCode: async (address, code) => {
      const paired = await platform.desktop?.joinByCode(address, code)
      return paired?.ok ? join(paired.url) : { ok: false, code: paired?.code ?? 'bad_request' }
    },
    leave: async () => {
      journey += 1
      stopFollowing?.()
      stopFollowing = undefined
      hosting = false
      become({ kind: 'choose' })
      await platform.desktop?.leaveDesk()
    },
    setUp: (owner) => authenticate((api) => api.setup(owner)),
    logIn: (who) => authenticate((api) => api.login({ ...who, client: platform.clientName })),
    signOut: async () => {
      const stage = store.getState()
      if (stage.kind !== 'desk') return
      const { url, api } = stage.session
      journey += 1
      become({ kind: 'looking', url })
      await platform.secrets.remove(secretName(url))
      // Unreachable now: the token is forgotten here and ends on the server by its idle time.
      await api.logout()
      await look(url)
    },
    changePassword: async (password) => {
      const stage = store.getState()
      if (stage.kind !== 'desk') return { ok: false, code: 'unauthorized' }
      const { url, api } = stage.session
      isRenewing = true
      const changed = await api.changeMe({ password })
      isRenewing = false
      if (changed.ok && changed.value.token !== null)
        await keep(url, { agent: changed.value.agent, token: changed.value.token })
      return changed
    },
  }
}
