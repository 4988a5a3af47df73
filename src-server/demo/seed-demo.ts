// Fills an empty data folder with a tea shop's two years of support talk, before any server has it open.
import type { Role } from '../protocol/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'

/** Whoever can sign in. The password exists nowhere else: print it once, never log it. */
export type DemoAccount = {
  readonly name: string
  readonly login: string
  readonly password: string
  readonly role: Role
}

export type DemoSeeding =
  /** The owner's account comes first: it is the one left free for the person trying the demo. */
  | {
      readonly kind: 'seeded'
      readonly accounts: readonly DemoAccount[]
      readonly conversations: number
      readonly entries: number
      readonly tookMs: number
    }
  /** An earlier start filled it; its passwords were printed then. */
  | { readonly kind: 'already' }
  /** Somebody's real desk: nothing was touched, and no bot may run on it. */
  | { readonly kind: 'occupied' }

export type SeedDemoParts = {
  readonly dataDir: string
  readonly clock: Clock
  /** For the passwords and the journal's epoch; the history comes from `seed`. */
  readonly random: Random
  readonly logger: Logger
  /** The same seed at the same moment tells the same history. */
  readonly seed?: number
  /** Path of another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
}

/**
 * Before createServer, with nobody else on the folder. All of it is one transaction: a start that is cut short leaves the
 * folder as empty as it was. Throws a StoreOpenError like the store itself.
 */
export const seedDemo = async (_parts: SeedDemoParts): Promise<DemoSeeding> => ({ kind: 'occupied' })
