// An agent's session token: 32 random bytes. Only its SHA-256 is stored, so that a stolen database opens no session.
import { createHash } from 'node:crypto'
import type { Random } from '../../ports/random.ts'

const TOKEN_BYTES = 32
const shape = /^[A-Za-z0-9_-]{43}$/u

export const newSessionToken = (random: Random): string => Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')

export const isSessionToken = (token: string): boolean => shape.test(token)

export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex')
