import { beforeEach, describe, expect, it } from 'vitest'
import type { HostState, JoinByCodeReply } from '#bridge/bridge-contract.ts'
import type { Client } from '#client/client.ts'
import type { ErrorCode } from '#protocol'
import type { ApiResult } from '../platform/api-result.ts'
import type { DeskApi } from '../platform/desk-api.ts'
import type { Platform } from '../platform/platform.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'

const here = 'http://192.168.1.20:8000'
const secure = 'https://192.168.1.20:8001'
const agent = { id: 7, name: '林晓', login: 'lin', role: 'owner', status: 'online', capacity: 8, active: true } as const
const loggedIn = { ok: true, value: { token: 'secret', agent } } as const
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

type World = {
  desk: ApiResult<{ name: string; version: string; needsSetup: boolean }>
  login: ApiResult<(typeof loggedIn)['value']>
  renewed: ApiResult<unknown>
  readonly secrets: Map<string, string>
  readonly clients: { token: string; url: string; stopped: boolean; refuse: (code: ErrorCode) => void }[]
  readonly timers: (() => void)[]
  hostChanged: (state: HostState) => void
  host: HostState
  paired: JoinByCodeReply
  isOtherKey: boolean
}

let world: World
beforeEach(() => {
  world = {
    desk: { ok: true, value: { name: 'Kobold', version: '1', needsSetup: false } },
    login: loggedIn,
    renewed: { ok: true, value: { token: 'renewed', agent } },
    secrets: new Map(),
    clients: [],
    timers: [],
    hostChanged: () => undefined,
    host: { kind: 'starting' },
    paired: { ok: true, url: secure },
    isOtherKey: false,
  }
})

const makeClient = ({ deskUrl, token }: { readonly deskUrl: string; readonly token: string }): Client => {
  let link: unknown = { kind: 'live', since: 0 }
  let listener = (): void => undefined
  const record = {
    token,
    url: deskUrl,
    stopped: false,
    refuse: (code: ErrorCode) => {
      link = { kind: 'refused', code }
      listener()
    },
  }
  world.clients.push(record)
  return {
    state: () => ({ link }),
    subscribe: (heard: () => void) => {
      listener = heard
      return () => {
        listener = () => undefined
      }
    },
    start: () => undefined,
    stop: () => {
      record.stopped = true
    },
  } as unknown as Client // only what the session calls
}

const open = (role?: 'none' | 'host' | 'join'): SessionStore => {
  const secrets = {
    get: (name: string) => Promise.resolve(world.secrets.get(name)),
    set: (name: string, value: string) => Promise.resolve(void world.secrets.set(name, value)),
    remove: (name: string) => Promise.resolve(void world.secrets.delete(name)),
  }
  const desktop = role && {
    role: role === 'join' ? { kind: role, url: here } : { kind: role },
    host: () => world.host,
    onHostChanged: (listener: (state: HostState) => void) => {
      world.hostChanged = listener
      return () => undefined
    },
    chooseHost: () => Promise.resolve(world.host),
    chooseJoin: () => Promise.resolve(true),
    joinByCode: () => Promise.resolve(world.paired),
    metOtherKey: () => Promise.resolve(world.isOtherKey),
    leaveDesk: () => Promise.resolve(),
  }
  const api = {
    desk: () => Promise.resolve(world.desk),
    setup: () => Promise.resolve(world.login),
    login: () => Promise.resolve(world.login),
    logout: () => Promise.resolve({ ok: true, value: undefined }),
    changeMe: () => {
      // The server ends the old session first.
      world.clients.at(-1)?.refuse('session_revoked')
      return Promise.resolve(world.renewed)
    },
  } as unknown as DeskApi // only what the session calls
  return createSessionStore({
    platform: { secrets, desktop, servedBy: role ? undefined : here, clientName: 'Test' } as unknown as Platform,
    makeApi: () => api,
    makeClient,
    now: () => 0,
    after: (_, task) => {
      world.timers.push(task)
      return () => undefined
    },
    setupCode: 'CODE',
  })
}

const begun = async (role?: 'none' | 'host' | 'join'): Promise<SessionStore> => {
  const session = open(role)
  session.begin()
  await settled()
  return session
}
const kind = (session: SessionStore): string => session.getState().kind

describe('session', () => {
  it('[look] a new desk asks for its owner, with the code from the address; a known one for a login', async () => {
    world.desk = { ok: true, value: { name: 'Kobold', version: '1', needsSetup: true } }
    expect((await begun()).getState()).toMatchObject({ kind: 'setup', code: 'CODE', url: here })
    world.desk = { ok: true, value: { name: 'Kobold', version: '1', needsSetup: false } }
    expect((await begun()).getState()).toMatchObject({ kind: 'login', notice: undefined })
  })

  it('[D5] a login is kept, and a desk that is down does not ask for it again', async () => {
    const first = await begun()
    await first.logIn({ login: 'lin', password: 'x' })
    expect(kind(first)).toBe('desk')
    world.desk = { ok: false, code: 'unreachable' }
    const again = await begun()
    expect(again.getState()).toMatchObject({
      kind: 'desk',
      session: { self: { id: 7, name: '林晓' }, storageKey: `session:${here}:7` },
    })
    expect(world.clients.at(-1)?.token).toBe('secret')
  })

  it('[look] an unreachable desk is looked for again by itself', async () => {
    world.desk = { ok: false, code: 'unreachable' }
    const session = await begun('join')
    expect(session.getState()).toMatchObject({ kind: 'unreachable', code: 'unreachable' })
    world.desk = { ok: true, value: { name: 'Kobold', version: '1', needsSetup: false } }
    world.timers.at(-1)?.()
    await settled()
    expect(kind(session)).toBe('login')
  })

  it('[D10] a login that the server ended leads to the login page with the reason, and the token is gone', async () => {
    const session = await begun()
    await session.logIn({ login: 'lin', password: 'x' })
    world.clients[0]?.refuse('session_revoked')
    await settled()
    expect(session.getState()).toMatchObject({ kind: 'login', notice: 'session_revoked' })
    expect([world.secrets.size, world.clients[0]?.stopped]).toEqual([0, true])
  })

  it('[look] other refusals stay on the desk, where the bar explains them', async () => {
    const session = await begun()
    await session.logIn({ login: 'lin', password: 'x' })
    world.clients[0]?.refuse('version_unsupported')
    await settled()
    expect(kind(session)).toBe('desk')
  })

  it('[look] a changed password does not throw its owner out', async () => {
    const session = await begun()
    await session.logIn({ login: 'lin', password: 'x' })
    await session.changePassword({ old: 'x', new: 'y' })
    await settled()
    expect([kind(session), world.clients.at(-1)?.token, world.clients[0]?.stopped]).toEqual(['desk', 'renewed', true])
    expect(world.secrets.get(`session:${here}`)).toContain('renewed')
  })

  it('[look] signing out forgets the token and asks for the next login', async () => {
    const session = await begun()
    await session.logIn({ login: 'lin', password: 'x' })
    await session.signOut()
    await settled()
    expect([kind(session), world.secrets.size]).toEqual(['login', 0])
  })

  it('[look] hosting waits for the own server and survives its restart on another port', async () => {
    const session = await begun('host')
    expect(session.getState()).toMatchObject({ kind: 'hosting', host: { kind: 'starting' } })
    world.hostChanged({ kind: 'running', url: here, officeUrls: [], setupCode: 'OWN' })
    await settled()
    await session.logIn({ login: 'lin', password: 'x' })
    world.hostChanged({ kind: 'restarting', retryAtMs: 0, attempt: 1 })
    expect(kind(session)).toBe('desk')
    world.hostChanged({ kind: 'running', url: 'http://127.0.0.1:8001', officeUrls: [], setupCode: null })
    await settled()
    expect(session.getState()).toMatchObject({
      kind: 'desk',
      session: { url: 'http://127.0.0.1:8001', storageKey: 'session:host:7' },
    })
    expect(world.clients.map(({ stopped }) => stopped)).toEqual([true, false])
  })

  it('[look] joining checks that a desk answers before anything is remembered', async () => {
    const session = await begun('none')
    expect(kind(session)).toBe('choose')
    world.desk = { ok: false, code: 'not_a_desk' }
    expect(await session.join(here)).toMatchObject({ ok: false, code: 'not_a_desk' })
    expect(kind(session)).toBe('choose')
    world.desk = { ok: true, value: { name: 'Kobold', version: '1', needsSetup: false } }
    await session.join(here)
    await settled()
    expect(kind(session)).toBe('login')
    await session.leave()
    expect(kind(session)).toBe('choose')
  })

  it('[D10] what was kept by another version, or broken, costs one login', async () => {
    for (const kept of ['', 'null', '{"token":3}', '{"token":"t","self":{"id":"7"}}']) {
      world.secrets.set(`session:${here}`, kept)
      expect(kind(await begun()), kept).toBe('login')
    }
  })

  it('joins by a code at the address where the desk listens with its key, and says why not', async () => {
    const session = open('none')
    session.begin()
    world.paired = { ok: false, code: 'pairing_wrong' }
    expect(await session.joinByCode(here, '000000')).toEqual({ ok: false, code: 'pairing_wrong' })
    expect(session.getState()).toEqual({ kind: 'choose' })
    world.paired = { ok: true, url: secure }
    expect((await session.joinByCode(here, '123456')).ok).toBe(true)
    expect(session.getState()).toMatchObject({ kind: 'login', url: secure })
  })

  it('[D9.32] tells a paired desk that is away from another one at its address', async () => {
    world.desk = { ok: false, code: 'unreachable' }
    const session = open('join')
    session.begin()
    await settled()
    expect(session.getState()).toMatchObject({ kind: 'unreachable', code: 'unreachable' })
    world.isOtherKey = true
    session.retry()
    await settled()
    expect(session.getState()).toMatchObject({ kind: 'unreachable', code: 'other_key' })
    expect(await session.join(secure)).toEqual({ ok: false, code: 'other_key' })
  })
})
