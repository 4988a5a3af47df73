// How a colleague's computer joins by the six digits that the host shows: /pairing. SPEC D9.30 to D9.32 and ADR 0022 say what holds.
// Clients: types only.
import { Type, type Static } from 'typebox'
import type { EpochMs } from './ids.ts'

/** base64url, without padding, of so many bytes. */
const bytes = (count: number) => {
  const length = Math.ceil((count * 4) / 3)
  return Type.String({ minLength: length, maxLength: length, pattern: '^[A-Za-z0-9_-]+$' })
}
const exact = { additionalProperties: false }

const SHARE_BYTES = 65
const PROOF_BYTES = 32
const EXCHANGE_BYTES = 16

/** What became of the newest code. `open`: it may be typed. `joined`: used. `wrong`: somebody typed another one, which ended it. */
export const Invitation = Type.Object({
  state: Type.Enum(['none', 'open', 'joined', 'wrong', 'over']),
  /** Six digits while it is open. */
  code: Type.Union([Type.String(), Type.Null()]),
  /** 0 without a code. */
  until: Type.Unsafe<EpochMs>(Type.Integer()),
})
export type Invitation = Static<typeof Invitation>

/** The joiner begins. */
export const PairingStart = Type.Object({ share: bytes(SHARE_BYTES) }, exact)
export type PairingStart = Static<typeof PairingStart>

export const PairingStarted = Type.Object({ exchange: bytes(EXCHANGE_BYTES), share: bytes(SHARE_BYTES) })
export type PairingStarted = Static<typeof PairingStarted>

/** The joiner proves first. */
export const PairingProof = Type.Object({ exchange: bytes(EXCHANGE_BYTES), proof: bytes(PROOF_BYTES) }, exact)
export type PairingProof = Static<typeof PairingProof>

export const Paired = Type.Object({ proof: bytes(PROOF_BYTES) })
export type Paired = Static<typeof Paired>
