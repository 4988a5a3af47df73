import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer as createNetServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeCodes, NO_CONVERSATION } from '../protocol/index.ts'
import { createFakeLogger, type FakeLogger } from '../testing/fake-logger.ts'
import { openTestSocket } from '../testing/test-socket.ts'
import { createServer } from './create-server.ts'
import type { RunningServer, ServerOverrides } from './start/running-server.ts'
import { parseServerConfig, type ServerConfig } from './start/server-config.ts'

// Whole servers with their threads, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let root: string
let logger: FakeLogger
const running: RunningServer[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-server-'))
  logger = createFakeLogger()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(async (server) => server.stop()))
  rmSync(root, { recursive: true, force: true })
})

const fixture = (name: string): string => join(import.meta.dirname, '../testing/fixtures', name)
const configOf = (...flags: readonly string[]): ServerConfig => {
  const parsed = parseServerConfig(
    ['--data', join(root, 'data'), '--port', '0', ...flags],
    {},
    { defaultDataDir: () => root },
  )
  if (!parsed.ok) throw new Error(parsed.problem.en)
  return parsed.value
}
const start = async (config = configOf(), overrides: ServerOverrides = {}): Promise<RunningServer> => {
  const started = await createServer(config, logger, overrides)
  if (!started.ok) throw new Error(started.failure.text.en)
  running.push(started.server)
  return started.server
}
const failureOf = async (config: ServerConfig): Promise<string> => {
  const started = await createServer(config, logger)
  if (started.ok) {
    running.push(started.server)
    throw new Error('it started')
  }
  const { code, text } = started.failure
  expect(text.en).not.toContain('\n')
  expect(text.zh).toMatch(/\p{Script=Han}/u)
  return code
}
const post = async <Body>(server: RunningServer, path: string, body: object, token = ''): Promise<Body> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await fetch(`${server.localUrl}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Body
}
const PASSWORD = 'a good long password'
const makeOwner = async (server: RunningServer): Promise<string> => {
  const owner = { code: server.setupCode, name: 'Anna', login: 'anna', password: PASSWORD }
  return (await post<{ token: string }>(server, '/setup', owner)).token
}

describe('a whole server', () => {
  it('makes an owner with the setup code, which is then used up', async () => {
    let done = 0
    const server = await start(configOf(), { setupDone: () => void (done += 1) })
    expect(server.setupCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/u)
    const token = await makeOwner(server)
    expect(token).toHaveLength(43)
    expect([server.setupCode, done]).toEqual([undefined, 1])
    await server.stop()
    const again = await start()
    expect(again.setupCode).toBeUndefined()
    expect(
      (await post<{ agent: { name: string } }>(again, '/sessions', { login: 'ANNA', password: PASSWORD })).agent.name,
    ).toBe('Anna')
    expect(JSON.stringify(logger.lines)).not.toContain(PASSWORD)
    expect(JSON.stringify(logger.lines)).not.toContain(token)
  })

  it('[D2.2] carries a message from HTTP to a socket, once', async () => {
    const server = await start()
    const agent = await openTestSocket(server.localUrl, await makeOwner(server))
    await agent.next('live')
    const visitor = await post<{ token: string }>(server, '/visitors', {})
    const message = { cid: 'cid-00000001', conversation: NO_CONVERSATION, text: '茶凉了吗' }
    const first = await post(server, '/messages', message, visitor.token)
    expect(await post(server, '/messages', message, visitor.token)).toEqual(first)
    const seen = []
    while (seen.at(-1) !== '茶凉了吗') {
      const { entry } = await agent.next('entry')
      seen.push(entry.kind === 'message.sent' ? entry.body.text : entry.kind)
    }
    expect(seen).toEqual(['conversation.opened', '茶凉了吗'])
  })

  it('[D10.11] closes the sockets of a session that is revoked', async () => {
    const server = await start()
    const token = await makeOwner(server)
    const other = await post<{ token: string }>(server, '/sessions', { login: 'anna', password: PASSWORD })
    const [kept, revoked] = [
      await openTestSocket(server.localUrl, token),
      await openTestSocket(server.localUrl, other.token),
    ]
    await Promise.all([kept.next('live'), revoked.next('live')])
    const headers = { authorization: `Bearer ${other.token}` }
    await fetch(`${server.localUrl}/api/v1/sessions/current`, { method: 'DELETE', headers })
    expect(await revoked.closed).toBe(closeCodes.sessionRevoked)
    const { account } = (await server.store.accounts.credentials('anna')) ?? {}
    expect(await server.store.accounts.sessions(account?.id as never)).toHaveLength(1)
    kept.close()
  })

  it('[D10.12] tells clients when to come back before it stops', async () => {
    const server = await start()
    const socket = await openTestSocket(server.localUrl, await makeOwner(server))
    await socket.next('live')
    const stopped = server.stop()
    expect(await socket.next('bye')).toMatchObject({
      code: 'server_stopping',
      retryAfterMs: expect.any(Number) as number,
    })
    expect(await socket.closed).toBe(closeCodes.goingAway)
    await stopped
    await server.stop()
    await expect(fetch(`${server.localUrl}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('ends long polls at once when it stops', async () => {
    const server = await start()
    const token = await makeOwner(server)
    const headers = { authorization: `Bearer ${token}` }
    const head = server.store.journal.head()
    const waiting = fetch(`${server.localUrl}/api/v1/feed?cursor=${head}&waitMs=25000`, { headers })
    await expect.poll(async () => (await fetch(`${server.localUrl}/readyz`)).status).toBe(200)
    await server.stop()
    expect([200, 503]).toContain((await waiting).status)
  })

  it('serves https and wss with an own certificate', async () => {
    const flags = ['--tls-cert', fixture('tls-cert.pem'), '--tls-key', fixture('tls-key.pem')]
    const server = await start(configOf(...flags))
    expect(server.url).toMatch(/^https:/u)
    const sent = request(`${server.localUrl}/healthz`, { rejectUnauthorized: false }).end()
    const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }]
    answer.resume()
    expect(answer.statusCode).toBe(200)
    const socket = await openTestSocket(server.localUrl, 'nobody', { rejectUnauthorized: false })
    expect(await socket.closed).toBe(closeCodes.unauthorized)
  })

  it('prints the public address and believes its origin', async () => {
    const server = await start(configOf('--public-url', 'https://desk.example', '--host', '0.0.0.0'))
    expect(server.url).toBe('https://desk.example')
    expect(server.localUrl).toBe(`http://127.0.0.1:${server.port}`)
    const headers = { 'content-type': 'application/json', origin: 'https://desk.example' }
    const answer = await fetch(`${server.localUrl}/api/v1/sessions`, { method: 'POST', headers, body: '{}' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, 'https://desk.example'])
  })
})

describe('[D10.17] a server that cannot start says why in one sentence', () => {
  it('port in use', async () => {
    const taken = createNetServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    expect(await failureOf({ ...configOf(), port })).toBe('port_in_use')
    taken.close()
    expect(existsSync(join(root, 'data', 'frontdesk.db'))).toBe(true)
    await start()
  })

  it('an address that is not ours', async () => {
    expect(await failureOf(configOf('--host', '192.0.2.77'))).toBe('address_unavailable')
  })

  it('two servers on one data folder', async () => {
    await start()
    expect(await failureOf(configOf())).toBe('locked')
  })

  it('a database from a newer version, untouched', async () => {
    const server = await start()
    await server.stop()
    const db = new Database(join(root, 'data', 'frontdesk.db'))
    db.pragma('user_version = 9999')
    db.close()
    expect(await failureOf(configOf())).toBe('newer_version')
    const untouched = new Database(join(root, 'data', 'frontdesk.db'))
    expect(untouched.pragma('user_version', { simple: true })).toBe(9999)
    untouched.close()
  })

  it('a database that is none', async () => {
    const server = await start()
    await server.stop()
    writeFileSync(
      join(root, 'data', 'frontdesk.db'),
      'not a database at all, but long enough to be read as one'.repeat(99),
    )
    expect(await failureOf(configOf())).toBe('not_a_database')
  })

  it('a data folder that cannot be made', async () => {
    writeFileSync(join(root, 'file'), '')
    expect(['cannot_open', 'read_only']).toContain(
      await failureOf({ ...configOf(), dataDir: join(root, 'file', 'data') }),
    )
  })

  it.each([
    ['no-such.pem', 'tls-key.pem'],
    ['tls-key.pem', 'tls-key.pem'],
    ['tls-cert.pem', 'tls-other-key.pem'],
  ])('a bad certificate: %s with %s', async (cert, key) => {
    expect(await failureOf(configOf('--tls-cert', fixture(cert), '--tls-key', fixture(key)))).toBe('bad_certificate')
    await start()
  })
})
