import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { VisitorPlace } from '../protocol/http-schemas.ts'
import { limits, NO_CONVERSATION } from '../protocol/index.ts'
import { createFakeLogger } from '../testing/fake-logger.ts'
import { openTestSocket } from '../testing/test-socket.ts'
import { createServer } from './create-server.ts'
import type { RunningServer } from './start/running-server.ts'
import { parseServerConfig } from './start/server-config.ts'

// A whole server with its threads, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

let root: string
let server: RunningServer
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-place-'))
  const config = parseServerConfig(['--data', join(root, 'data'), '--port', '0'], {}, { defaultDataDir: () => root })
  if (!config.ok) throw new Error(config.problem.en)
  const started = await createServer(config.value, createFakeLogger(), {})
  if (!started.ok) throw new Error(started.failure.text.en)
  server = started.server
})
afterEach(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

const post = async <Body>(path: string, body: object, token = ''): Promise<Body> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await (await fetch(`${server.localUrl}/api/v1${path}`, request)).json()) as Body
}
const ask = async (token: string) => {
  const answer = await fetch(`${server.localUrl}/api/v1/place`, { headers: { authorization: `Bearer ${token}` } })
  const body = (await answer.json()) as VisitorPlace & { code?: string }
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body }
}
const visitorWho = async (text?: string): Promise<string> => {
  const { token } = await post<{ token: string }>('/visitors', {})
  if (text !== undefined) await post('/messages', { cid: `cid-${text}`, conversation: NO_CONVERSATION, text }, token)
  return token
}

it('[D7.24] over HTTP a visitor asks for what a connected one is told, and nobody else does', async () => {
  const [first, second] = [await visitorWho('first-in-line'), await visitorWho('second-in-line')]
  const socket = await openTestSocket(server.localUrl, second)
  const { type, ...told } = await socket.next('place')
  expect([type, told]).toMatchObject(['place', { state: 'waiting', position: 2 }])
  expect(await ask(second)).toMatchObject({ status: 200, body: told })
  expect((await ask(first)).body).toEqual({ ...told, conversation: told.conversation - 1, position: 1 })
  expect((await ask(await visitorWho())).body).toEqual({
    conversation: 0,
    state: 'none',
    position: 0,
    waitMs: null,
    opensAt: null,
  })
  const owner = { code: server.setupCode, name: 'Anna', login: 'anna', password: 'a good long password' }
  const { token } = await post<{ token: string }>('/setup', owner)
  expect((await ask(token)).body.code).toBe('forbidden')
  expect((await ask('x')).body.code).toBe('unauthorized')
  const openApi = (await (await fetch(`${server.localUrl}/api/openapi.json`)).json()) as { paths: object }
  expect(openApi.paths).toHaveProperty('/api/v1/place')
  // Somebody takes the first: a poll hears of it like a frame.
  const agent = await openTestSocket(server.localUrl, token)
  const { entry } = await agent.next('entry')
  expect(entry.kind).toBe('conversation.assigned')
  expect((await socket.next('place')).state).toBe('none')
  expect([(await ask(first)).body.state, (await ask(second)).body.state]).toEqual(['none', 'none'])
})

it('[D9.3] over HTTP who asks for their place faster than a connection may speak is told so, and no other', async () => {
  const [hasty, calm] = [await visitorWho('hasty-one'), await visitorWho('calm-one')]
  const answers = await Promise.all(Array.from({ length: 3 * limits.frameBurst }, async () => ask(hasty)))
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(limits.frameBurst - 1)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(({ body, retryAfter }) => body.code === 'flood' && Number(retryAfter) > 0)).toBe(true)
  expect((await ask(calm)).status).toBe(200)
})
