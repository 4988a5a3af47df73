import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import {
  CODE_RANDOM_BYTES,
  EXCHANGE_RANDOM_BYTES,
  isSameProof,
  pairingCodeFrom,
  parsePairingCode,
  startPairing,
} from './pairing.ts'

const random = createSeededRandom(7)
const certificate = random.bytes(32)
const joiner = (code: string, seen = certificate) =>
  startPairing({ role: 'joiner', code, certificate: seen, random: random.bytes(EXCHANGE_RANDOM_BYTES) })
const host = (code: string) =>
  startPairing({ role: 'host', code, certificate, random: random.bytes(EXCHANGE_RANDOM_BYTES) })

/** Whether each believes the other. */
const meet = (one: ReturnType<typeof joiner>, other: ReturnType<typeof host>) => {
  const joined = one.finish(other.share)
  const hosted = other.finish(one.share)
  if (!joined || !hosted) throw new Error('both sent points')
  return [isSameProof(joined.proof, hosted.expected), isSameProof(hosted.proof, joined.expected)]
}

describe('pairing by a code', () => {
  it('[D9] both believe each other with the same digits and the same certificate, and neither with others', () => {
    expect(meet(joiner('012345'), host('012345'))).toEqual([true, true])
    expect(meet(joiner('012346'), host('012345'))).toEqual([false, false])
    expect(meet(joiner('012345', random.bytes(32)), host('012345'))).toEqual([false, false])
  })

  it('[D9] a proof of one exchange is none in the next, and none when it is sent back to who made it', () => {
    const [first, second] = [host('555555'), host('555555')]
    const mine = joiner('555555')
    const old = mine.finish(first.share)
    const next = second.finish(mine.share)
    expect(old && next && isSameProof(old.proof, next.expected)).toBe(false)
    expect(old && isSameProof(old.proof, old.expected)).toBe(false)
    expect(isSameProof(new Uint8Array(), Uint8Array.of(1))).toBe(false)
  })

  it('codes are six digits, with their zeros, and read however they are typed', () => {
    expect(pairingCodeFrom(new Uint8Array(CODE_RANDOM_BYTES))).toBe('000000')
    const codes = Array.from({ length: 500 }, () => pairingCodeFrom(random.bytes(CODE_RANDOM_BYTES)))
    expect(codes.filter((code) => !/^\d{6}$/u.test(code))).toEqual([])
    expect(new Set(codes).size).toBeGreaterThan(490)
    for (const typed of ['012345', ' 012 345 ', '012-345', '０１２３４５', '012·345'])
      expect(parsePairingCode(typed), typed).toBe('012345')
    for (const typed of ['', '12345', '0123456', '01234a', '٠١٢٣٤٥'])
      expect(parsePairingCode(typed), typed).toBeUndefined()
  })
})
