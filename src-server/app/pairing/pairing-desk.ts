// The host's side of a pairing: one code at a time, worth one guess. Lives in memory; a restart ends the code. What is computed is
// core/pairing's.
import { Buffer } from 'node:buffer'
import {
  CODE_RANDOM_BYTES,
  EXCHANGE_RANDOM_BYTES,
  isSameProof,
  pairingCodeFrom,
  startPairing,
} from '../../core/pairing/pairing.ts'
import type { PairingDesk } from '../../adapters/http/http-services.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Random } from '../../ports/random.ts'
import { fail, limits, ok, type EpochMs } from '../../protocol/index.ts'
import type { Invitation } from '../../protocol/pairing-schemas.ts'
import { RateWindow } from '../accounts/rate-window.ts'

export type SecureDoor = {
  readonly port: number
  /** SHA-256 of the certificate that it shows. */
  readonly fingerprint: Uint8Array
}

export type PairingParts = {
  /** Undefined when this server has no key of its own. */
  readonly door: SecureDoor | undefined
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: Metrics
}

type Exchange = { readonly id: string; readonly proof: Uint8Array; readonly expected: Uint8Array }
type OpenCode = { readonly code: string; readonly until: EpochMs; starts: number; exchange: Exchange | undefined }
type Ended = Exclude<Invitation['state'], 'open'>

const EXCHANGE_BYTES = 16
/** Of the window's keys: codes are the desk's, whoever asks for them. */
const ALL = 'codes'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const bytesOf = (encoded: string): Uint8Array => new Uint8Array(Buffer.from(encoded, 'base64url'))

export const createPairingDesk = ({ door, clock, random, logger, metrics }: PairingParts): PairingDesk => {
  const made = new RateWindow(
    { limit: limits.pairingCodesPerWindow, windowMs: limits.pairingWindowMs, maxKeys: 1 },
    () => clock.now(),
  )
  let open: OpenCode | undefined
  let ended: Ended = 'none'
  let endedCode: EpochMs = 0 as EpochMs

  const end = (as: Ended): void => {
    if (!open) return
    endedCode = open.until
    ended = as
    open = undefined
    metrics.count('pairings_total', { outcome: as })
    logger.info({ outcome: as }, 'a pairing code ended')
  }
  /** The code that may still be typed. */
  const live = (): OpenCode | undefined => {
    if (open && clock.now() >= open.until) end('over')
    return open
  }
  const state = (): Invitation => {
    const now = live()
    return now ? { state: 'open', code: now.code, until: now.until } : { state: ended, code: null, until: endedCode }
  }

  return {
    port: door?.port ?? null,
    state,
    invite: () => {
      if (!door) return fail('pairing_unavailable')
      const retryAfterMs = made.waitMs(ALL)
      if (retryAfterMs > 0) return { ...fail('too_many_requests'), retryAfterMs }
      made.add(ALL)
      end('over')
      const code = pairingCodeFrom(random.bytes(CODE_RANDOM_BYTES))
      open = { code, until: (clock.now() + limits.pairingCodeMs) as EpochMs, starts: 0, exchange: undefined }
      return ok(state())
    },
    withdraw: () => end('over'),
    start: ({ share }) => {
      const now = live()
      if (!now || !door) return fail('pairing_over')
      now.starts += 1
      if (now.starts > limits.pairingStartsPerCode) {
        end('wrong')
        return fail('pairing_over')
      }
      const mine = startPairing({
        role: 'host',
        code: now.code,
        certificate: door.fingerprint,
        random: random.bytes(EXCHANGE_RANDOM_BYTES),
      })
      const proofs = mine.finish(bytesOf(share))
      if (!proofs) return fail('bad_request')
      // The newest alone can be proved: who was cut off begins anew, and nobody gets two guesses.
      const id = text(random.bytes(EXCHANGE_BYTES))
      now.exchange = { id, ...proofs }
      return ok({ exchange: id, share: text(mine.share) })
    },
    prove: ({ exchange, proof }) => {
      const begun = live()?.exchange
      if (begun?.id !== exchange) return fail('pairing_over')
      const isRight = isSameProof(bytesOf(proof), begun.expected)
      end(isRight ? 'joined' : 'wrong')
      return isRight ? ok({ proof: text(begun.proof) }) : fail('pairing_wrong')
    },
  }
}
