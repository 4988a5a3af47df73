// The server's edge: bytes → a client frame whose every field was checked. Not in the barrel: clients carry no validator.
import { Compile } from 'typebox/compile'
import { clientFrameSchemas } from './client-frame-schemas.ts'
import type { ClientFrame, ClientFrameType } from './client-frames.ts'
import { decodeClientFrame } from './codec.ts'
import { fail, ok, type Result } from './result.ts'

type Check = { Check(value: unknown): boolean }

const types = Object.keys(clientFrameSchemas) as ClientFrameType[] // keys() forgets that it knows them
const checks: ReadonlyMap<ClientFrameType, Check> = new Map(
  types.map((type) => [type, Compile(clientFrameSchemas[type])]),
)

/** Takes any bytes without throwing (D10); `bad_frame` for whatever is no frame of ours. */
export const parseClientFrame = (bytes: Uint8Array): Result<ClientFrame> => {
  const decoded = decodeClientFrame(bytes)
  if (!decoded.ok) return decoded
  return checks.get(decoded.value.type)?.Check(decoded.value)
    ? ok(decoded.value as unknown as ClientFrame /* just checked */)
    : fail('bad_frame')
}
