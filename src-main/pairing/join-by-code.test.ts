// Both ends of a pairing over real sockets: a hosted server, the joiner of the desktop program, and somebody in between.
import { createServer as createPlainServer, type Server as PlainServer } from 'node:http'
import { createServer, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createServer as createDesk } from '../../src-server/app/create-server.ts'
import { fingerprintOf, openOwnKey } from '../../src-server/adapters/tls/own-key.ts'
import type { RunningServer } from '../../src-server/app/start/running-server.ts'
import { parseServerConfig } from '../../src-server/app/start/server-config.ts'
import { createFakeLogger } from '../../src-server/testing/fake-logger.ts'
import { openTestSocket } from '../../src-server/testing/test-socket.ts'
import { joinByCode } from './join-by-code.ts'

const root = mkdtempSync(join(tmpdir(), 'frontdesk-join-'))
const others: { close(): unknown }[] = []
let desk: RunningServer
let token = ''
let code = ''

const post = async <Body>(path: string, body?: object): Promise<Body> => {
  const answer = await fetch(`${desk.localUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Body
}
const securePort = async (): Promise<number> => {
  const info = await fetch(`${desk.localUrl}/api/v1/desk`)
  return ((await info.json()) as { securePort: number }).securePort
}
const listen = async (server: Server | PlainServer): Promise<number> => {
  others.push(server)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const wrongOf = (right: string): string => (right === '000000' ? '111111' : '000000')

beforeAll(async () => {
  const parsed = parseServerConfig(['--port', '0', '--data', join(root, 'desk')], {}, { defaultDataDir: () => root })
  if (!parsed.ok) throw new Error(parsed.problem.en)
  const started = await createDesk(parsed.value, createFakeLogger(), { ownKey: true })
  if (!started.ok) throw new Error(started.failure.text.en)
  desk = started.server
  const owner = { code: desk.setupCode, name: 'Mei', login: 'mei', password: 'a quiet tea house' }
  token = (await post<{ token: string }>('/setup', owner)).token
})
beforeEach(async () => {
  code = (await post<{ code: string }>('/pairing/code')).code
})
afterAll(async () => {
  for (const other of others) other.close()
  await desk.stop()
  rmSync(root, { recursive: true })
})

describe('a computer that joins by a code', () => {
  it('[D9.30] [D9.32] pins the certificate of the host, which answers requests and WebSockets with it', async () => {
    const { fingerprint, pem } = openOwnKey(join(root, 'desk'))
    expect(await joinByCode(desk.localUrl, code)).toEqual({
      ok: true,
      desk: {
        url: `https://127.0.0.1:${await securePort()}`,
        pin: `sha256/${Buffer.from(fingerprint).toString('base64')}`,
      },
    })
    expect(fingerprintOf(new X509Certificate(pem).raw)).toEqual(fingerprint)
    const unchecked = { rejectUnauthorized: false }
    const socket = await openTestSocket(`https://127.0.0.1:${await securePort()}`, token, unchecked)
    expect(await socket.next('welcome')).toBeDefined()
    socket.close()
    expect(await joinByCode(desk.localUrl, code)).toEqual({ ok: false, code: 'pairing_over' })
  })

  it('[D9.31] is refused with a wrong code, and with the right one after it', async () => {
    expect(await joinByCode(desk.localUrl, 'six')).toEqual({ ok: false, code: 'bad_request' })
    expect(await joinByCode(desk.localUrl, wrongOf(code))).toEqual({ ok: false, code: 'pairing_wrong' })
    expect(await joinByCode(desk.localUrl, code)).toEqual({ ok: false, code: 'pairing_over' })
  })

  it('[D9.32] notices somebody in between who passes everything on with a certificate of their own', async () => {
    const { pem } = openOwnKey(root)
    const port = await securePort()
    const between = createServer({ key: pem, cert: pem }, (asked, answer) => {
      const onward = request(
        {
          port,
          host: '127.0.0.1',
          path: asked.url,
          method: asked.method,
          headers: asked.headers,
          rejectUnauthorized: false,
        },
        (answered) => answered.pipe(answer.writeHead(answered.statusCode ?? 500, answered.headers)),
      )
      asked.pipe(onward)
    })
    expect(await joinByCode(`https://127.0.0.1:${await listen(between)}`, code)).toEqual({
      ok: false,
      code: 'pairing_wrong',
    })
    expect(await joinByCode(desk.localUrl, code)).toEqual({ ok: false, code: 'pairing_over' })
  })

  it('[D9.32] notices somebody who only says that all is well', async () => {
    const { pem } = openOwnKey(root)
    const answers: Readonly<Record<string, object>> = {
      '/api/v1/desk': { needsSetup: false },
      // A point of the curve: its generator.
      '/api/v1/pairing/exchanges': {
        exchange: 'x',
        share: Buffer.from(
          '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
          'hex',
        ).toString('base64url'),
      },
      '/api/v1/pairing/proofs': { proof: Buffer.alloc(32).toString('base64url') },
    }
    const liar = createServer({ key: pem, cert: pem }, (asked, answer) =>
      answer.end(JSON.stringify(answers[asked.url ?? ''])),
    )
    expect(await joinByCode(`https://127.0.0.1:${await listen(liar)}`, code)).toEqual({
      ok: false,
      code: 'pairing_wrong',
    })
  })

  it('tells apart nobody, something else, and a desk that takes no codes', async () => {
    const answering = async (body: string) =>
      `http://127.0.0.1:${await listen(createPlainServer((_asked, answer) => answer.end(body)))}`
    const because = async (url: string) => (await joinByCode(url, code)) as { code?: string }
    expect((await because('http://127.0.0.1:1')).code).toBe('unreachable')
    expect((await because(await answering('<h1>Printer</h1>'))).code).toBe('not_a_desk')
    expect((await because(await answering('{"needsSetup":false,"securePort":null}'))).code).toBe('pairing_unavailable')
    expect((await because(await answering('{"needsSetup":false,"securePort":0}'))).code).toBe('pairing_unavailable')
    expect((await because(await answering(`{"needsSetup":"${'x'.repeat(100_000)}"}`))).code).toBe('unreachable')
    expect((await because(await answering('{"needsSetup":false,"securePort":1}'))).code).toBe('unreachable')
  })
})
