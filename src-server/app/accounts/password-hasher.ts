// scrypt with its parameters beside the hash, a bound on how many run at once, and no difference in time between a wrong
// password and an unknown login.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { limits, ok, type Result } from '../../protocol/index.ts'
import { createBoundedGate } from './bounded-gate.ts'

export type PasswordHasher = {
  /** `too_many_requests` when more wait than limits.maxPasswordHashesWaiting. The password is folded already. */
  hash(password: string): Promise<Result<string>>
  /** Without a stored hash it takes as long and says no. */
  verify(password: string, stored: string | undefined): Promise<Result<boolean>>
}

/** 2^15 × 8 × 128 bytes = 32 MB and some 80 ms a hash: OWASP's floor for scrypt is the same memory. */
const current = { log2N: 15, r: 8, p: 1 } as const
const KEY_BYTES = 32
const SALT_BYTES = 16

const MAX_COUNT = 64

type Parsed = {
  readonly log2N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly key: Buffer
}

/** scrypt's own need: RFC 7914, 128·r bytes for each of the N + p blocks. */
const memoryOf = ({ log2N, r, p }: Pick<Parsed, 'log2N' | 'r' | 'p'>): number => 128 * r * (2 ** log2N + p)
const SPARE_BYTES = 1024 * 1024
/** A damaged hash must not make us allocate what its digits say. */
const MAX_MEMORY_BYTES = 256 * 1024 * 1024

const derive = (password: string, { log2N, r, p, salt }: Omit<Parsed, 'key'>): Promise<Buffer> => {
  const N = 2 ** log2N
  const options: ScryptOptions = { N, r, p, maxmem: memoryOf({ log2N, r, p }) + SPARE_BYTES }
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** `scrypt$15$8$1$salt$key` */
const format = ({ log2N, r, p, salt, key }: Parsed): string =>
  ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')

const parse = (stored: string): Parsed | undefined => {
  const [name, log2N, r, p, salt = '', key = ''] = stored.split('$')
  const parsed = {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
  const areCounts = [parsed.log2N, parsed.r, parsed.p].every(
    (count) => Number.isInteger(count) && count > 0 && count <= MAX_COUNT,
  )
  const isSane = name === 'scrypt' && areCounts && memoryOf(parsed) <= MAX_MEMORY_BYTES
  return isSane && parsed.key.length === KEY_BYTES ? parsed : undefined
}

const nobody: Parsed = { ...current, salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) }

export const createPasswordHasher = (): PasswordHasher => {
  const enter = createBoundedGate({
    atOnce: limits.maxPasswordHashesAtOnce,
    maxWaiting: limits.maxPasswordHashesWaiting,
  })
  return {
    hash: (password) =>
      enter(async () => {
        const salt = randomBytes(SALT_BYTES)
        return format({ ...current, salt, key: await derive(password, { ...current, salt }) })
      }),
    verify: async (password, stored) => {
      const known = stored === undefined ? undefined : parse(stored)
      const expected = known ?? nobody
      const derived = await enter(() => derive(password, expected))
      if (!derived.ok) return derived
      const isSame = timingSafeEqual(derived.value, expected.key)
      return ok(known !== undefined && isSame)
    },
  }
}
