// The server's edge: bytes → a client frame whose every field was checked. Not in the barrel: clients carry no validator.
import { Compile } from 'typebox/schema'
import { clientFrameSchemas } from './client-frame-schemas.ts'
import type { ClientFrame, ClientFrameType } from './client-frames.ts'
import { decodeClientFrame } from './codec.ts'
import { fail, ok, type Result } from './result.ts'

type Check = { Check(value: unknown): boolean }

/** Compiled at a type's first frame: a server that starts has nobody to check yet. */
const checks = new Map<ClientFrameType, Check>()
const checkOf = (type: ClientFrameType): Check => {
  const known = checks.get(type)
  if (known) return known
  const compiled = Compile(clientFrameSchemas[type])
  checks.set(type, compiled)
  return compiled
}

/** Takes any bytes without throwing (D10); `bad_frame` for whatever is no frame of ours. */
export const parseClientFrame = (bytes: Uint8Array): Result<ClientFrame> => {
  const decoded = decodeClientFrame(bytes)
  if (!decoded.ok) return decoded
  return checkOf(decoded.value.type).Check(decoded.value)
    ? ok(decoded.value as unknown as ClientFrame /* just checked */)
    : fail('bad_frame')
}
