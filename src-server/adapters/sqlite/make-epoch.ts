import type { Random } from '../../ports/random.ts'

/** Enough that no two journals ever share one. */
const EPOCH_BYTES = 12

export const makeEpoch = (random: Random): string => Buffer.from(random.bytes(EPOCH_BYTES)).toString('base64url')
