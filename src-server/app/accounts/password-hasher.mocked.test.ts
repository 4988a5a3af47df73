import type * as crypto from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createPasswordHasher } from './password-hasher.ts'

/** The work that was asked for: a clock would tell the same, now and then. */
const work = vi.hoisted((): unknown[] => [])
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<typeof crypto>()
  const scrypt: typeof real.scrypt = (password, salt, keyBytes, options: object, done?: unknown) => {
    work.push({ ...options, keyBytes })
    return real.scrypt(password, salt, keyBytes, options, done as Parameters<typeof real.scrypt>[4])
  }
  return { ...real, scrypt }
})

const hashOf = async (password: string): Promise<string> => {
  const hashed = await createPasswordHasher().hash(password)
  if (!hashed.ok) throw new Error(hashed.code)
  return hashed.value
}

describe('password hasher', () => {
  it('stores its parameters in the hash, salts each one and verifies', async () => {
    const hasher = createPasswordHasher()
    const [one, two] = [await hashOf('correct horse'), await hashOf('correct horse')]
    expect(one).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/u)
    expect(one).not.toBe(two)
    expect(await hasher.verify('correct horse', one)).toEqual({ ok: true, value: true })
    expect(await hasher.verify('correct horsf', one)).toEqual({ ok: true, value: false })
  })

  it('verifies a hash made with other parameters', async () => {
    // scrypt of "correct horse", N = 2^10, r = 4, p = 2, 16 zero bytes of salt
    const { scryptSync } = await import('node:crypto')
    const key = scryptSync('correct horse', Buffer.alloc(16), 32, { N: 1024, r: 4, p: 2 }).toString('base64url')
    const stored = `scrypt$10$4$2$${Buffer.alloc(16).toString('base64url')}$${key}`
    expect(await createPasswordHasher().verify('correct horse', stored)).toEqual({ ok: true, value: true })
  })

  it('says no to an unknown login and to a damaged hash, never throws', async () => {
    const hasher = createPasswordHasher()
    for (const stored of [undefined, '', 'scrypt$99$8$1$AA$AA', 'bcrypt$x', 'scrypt$15$8$1$$'])
      expect(await hasher.verify('whatever it is', stored)).toEqual({ ok: true, value: false })
    // The stand-in for an unknown login is all zeroes; nothing hashes to it, not even nothing.
    expect(await hasher.verify('', undefined)).toEqual({ ok: true, value: false })
  })

  it('[D9.17] works as hard for an unknown login as for a known one', async () => {
    const hasher = createPasswordHasher()
    const stored = await hashOf('correct horse')
    work.length = 0
    for (const hash of [stored, undefined, 'damaged']) await hasher.verify('wrong horse', hash)
    expect(work).toEqual([work[0], work[0], work[0]])
    expect(work[0]).toMatchObject({ N: 2 ** 15, keyBytes: 32 })
  })

  it('[D9.17] bounds what runs and waits, and tells the rest to come back', async () => {
    const hasher = createPasswordHasher()
    const bound = limits.maxPasswordHashesAtOnce + limits.maxPasswordHashesWaiting
    const cheap = `scrypt$1$1$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`
    const verdicts = await Promise.all(Array.from({ length: bound + 3 }, () => hasher.verify('x', cheap)))
    expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(bound)
    expect(verdicts.filter((verdict) => !verdict.ok && verdict.code === 'too_many_requests')).toHaveLength(3)
    expect(await hasher.verify('x', cheap)).toMatchObject({ ok: true })
  })
})
