import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EXCHANGE_RANDOM_BYTES, isSameProof, startPairing } from '../../core/pairing/pairing.ts'
import { limits } from '../../protocol/index.ts'
import type { Invitation, Paired, PairingStarted } from '../../protocol/pairing-schemas.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'

const random = createSeededRandom(11)
const fingerprint = random.bytes(32)

let desk: HttpDesk
let token = ''
beforeEach(async () => {
  desk = await createHttpDesk({ door: { port: 8001, fingerprint } })
  token = await desk.signIn('owner')
})
afterEach(async () => desk.close())

/** All that any of the routes answers. */
type Body = Omit<Invitation, 'code'> & PairingStarted & Paired & { readonly code?: string }

const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, from = '127.0.0.1') => {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await desk.app.inject({
    method,
    url: `/api/v1/pairing/${path}`,
    headers,
    remoteAddress: from,
    ...(payload && { payload }),
  })
  const body = answer.body === '' ? undefined : answer.json<Body>()
  return { status: answer.statusCode, body, code: body?.code, headers: answer.headers }
}

const invite = async (): Promise<string> => {
  const { code } = await ask('POST', 'code')
  return code ?? ''
}
const outcome = async () => (await ask('GET', 'code')).body?.state
const wrongOf = (code: string): string => (code === '000000' ? '111111' : '000000')
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** As a joiner does it, through whatever certificate it sees. */
const begin = async (code: string, certificate = fingerprint) => {
  const mine = startPairing({ role: 'joiner', code, certificate, random: random.bytes(EXCHANGE_RANDOM_BYTES) })
  const { body, code: refused } = await ask('POST', 'exchanges', { share: text(mine.share) })
  if (refused !== undefined || !body) return { refused }
  const proofs = mine.finish(new Uint8Array(Buffer.from(body.share, 'base64url')))
  if (!proofs) throw new Error('the host sent no point')
  return { exchange: body.exchange, proof: text(proofs.proof), expected: proofs.expected }
}
const prove = async ({ exchange, proof }: { exchange?: string; proof?: string }) =>
  ask('POST', 'proofs', { exchange, proof })
const join = async (code: string, certificate = fingerprint) => {
  const begun = await begin(code, certificate)
  if (!begun.expected) return begun.refused
  const proved = await prove(begun)
  if (!proved.body || proved.code !== undefined) return proved.code
  return isSameProof(new Uint8Array(Buffer.from(proved.body.proof, 'base64url')), begun.expected)
}

describe('joining by a code', () => {
  it('[D9.31] the right code lets one computer join, which is told so by the host alone', async () => {
    const code = await invite()
    expect(code).toMatch(/^\d{6}$/u)
    expect(await outcome()).toBe('open')
    expect(await join(code)).toBe(true)
    expect([await outcome(), await join(code)]).toEqual(['joined', 'pairing_over'])
    expect(desk.metrics.counted('pairings_total', { outcome: 'joined' })).toBe(1)
    expect(JSON.stringify(desk.logger.lines)).not.toContain(code)
  })

  it('[D9.31] a wrong code ends it: the right one is worth nothing afterwards', async () => {
    const code = await invite()
    expect(await join(wrongOf(code))).toBe('pairing_wrong')
    expect([await join(code), await outcome()]).toEqual(['pairing_over', 'wrong'])
  })

  it('[D9.31] ten wrong guesses need ten codes, and an eleventh code is not made', async () => {
    for (let guess = 0; guess < limits.pairingCodesPerWindow; guess += 1) {
      const code = await invite()
      expect(await join(wrongOf(code))).toBe('pairing_wrong')
      for (let more = 0; more < 9; more += 1) expect(await join(String(more).repeat(6))).toBe('pairing_over')
    }
    const refused = await ask('POST', 'code')
    expect([refused.code, Number(refused.headers['retry-after'])]).toEqual([
      'too_many_requests',
      limits.pairingWindowMs / 1000,
    ])
    desk.clock.advance(limits.pairingWindowMs)
    expect(await join(await invite())).toBe(true)
  })

  it('[D9.31] a code runs out, is taken back, or is replaced', async () => {
    const late = await invite()
    desk.clock.advance(limits.pairingCodeMs)
    expect([await join(late), await outcome()]).toEqual(['pairing_over', 'over'])
    const taken = await invite()
    expect((await ask('DELETE', 'code')).status).toBe(204)
    expect(await join(taken)).toBe('pairing_over')
    const [first, second] = [await invite(), await invite()]
    expect([await join(second), first === second]).toEqual([true, false])
  })

  it('[D9.31] one cut off may begin anew, a few times, and only the newest exchange can be proved', async () => {
    const code = await invite()
    const begun = []
    for (let start = 0; start < limits.pairingStartsPerCode; start += 1) begun.push(await begin(code))
    expect((await prove(begun[0] ?? {})).code).toBe('pairing_over')
    expect(await outcome()).toBe('open')
    expect((await prove(begun.at(-1) ?? {})).code).toBeUndefined()
    const guessed = await invite()
    for (let start = 0; start < limits.pairingStartsPerCode; start += 1) await begin(wrongOf(guessed))
    expect([await join(guessed), await outcome()]).toEqual(['pairing_over', 'wrong'])
  })

  it('[D9.32] whoever stands in between shows another certificate, and ends the code', async () => {
    const code = await invite()
    expect(await join(code, random.bytes(32))).toBe('pairing_wrong')
    expect(await outcome()).toBe('wrong')
  })

  it('[D9.32] a proof that was heard before is worth nothing, with the same code or the next', async () => {
    const code = await invite()
    const heard = await begin(code)
    expect((await prove(heard)).code).toBeUndefined()
    expect((await prove(heard)).code).toBe('pairing_over')
    const next = await begin(await invite())
    expect((await prove({ exchange: next.exchange ?? '', proof: heard.proof ?? '' })).code).toBe('pairing_wrong')
  })

  it('[D9.31] codes are for those who lead, on this computer; what is no point and no proof is refused', async () => {
    expect((await ask('POST', 'code', undefined, '192.168.1.20')).code).toBe('pairing_elsewhere')
    await invite()
    expect((await ask('GET', 'code', undefined, '192.168.1.20')).code).toBe('pairing_elsewhere')
    const noPoint = { share: text(new Uint8Array(65)) }
    for (const payload of [{}, { share: 'x' }, noPoint, { ...noPoint, more: 1 }])
      expect((await ask('POST', 'exchanges', payload)).code).toBe('bad_request')
    expect(await outcome()).toBe('open')
    token = await desk.signIn('agent')
    expect((await ask('POST', 'code')).code).toBe('forbidden')
  })

  it('[D9.30] a desk without a key of its own takes no codes, and says so', async () => {
    const plain = await createHttpDesk()
    const headers = { authorization: `Bearer ${await plain.signIn('owner')}` }
    const refused = await plain.app.inject({ method: 'POST', url: '/api/v1/pairing/code', headers })
    expect(refused.json<{ code: string }>().code).toBe('pairing_unavailable')
    const info = await plain.app.inject({ url: '/api/v1/desk' })
    expect(info.json<{ securePort: unknown }>().securePort).toBeNull()
    await plain.close()
  })
})
