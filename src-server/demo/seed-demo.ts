// Fills an empty data folder with a tea shop's two years of support talk, before any server has it open.
import { join } from 'node:path'
import { createPasswordHasher, type PasswordHasher } from '../app/accounts/password-hasher.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import { colleagues } from './colleagues.ts'
import type { DemoAccount } from './demo-account.ts'
import { folderState } from './history/folder-state.ts'
import { createHistoryWriter } from './history/history-writer.ts'
import { preparePhotos, type TakePhoto } from './history/painted-photos.ts'
import { rememberWrites } from './history/remembering-context.ts'
import { openSqliteHistory } from './history/sqlite-history.ts'
import { writeHistory } from './history/write-history.ts'
import { createDice, seededFraction } from './talk/dice.ts'
import { newPassword } from './new-password.ts'

export type DemoSeeding =
  /** The owner's account comes first: it is the one left free for the person trying the demo. */
  | {
      readonly kind: 'seeded'
      readonly accounts: readonly DemoAccount[]
      readonly entries: number
      readonly tookMs: number
    }
  /** An earlier start filled it; its passwords were shown then. */
  | { readonly kind: 'already' }
  /** Somebody's real desk: nothing was touched, and no bot may run on it. */
  | { readonly kind: 'occupied' }

/** Big enough for every screen to have something to show, small enough to be made while a person waits. */
const fullSize = { days: 730, conversations: 8_700 } as const

/** The day this was written; any number does. */
const USUAL_SEED = 20_261_123

export type SeedDemoParts = {
  readonly dataDir: string
  readonly clock: Clock
  /** For the passwords and the journal's epoch; the history comes from `seed`. */
  readonly random: Random
  readonly logger: Logger
  /** The same seed at the same moment and place tells the same history. */
  readonly seed?: number
  readonly size?: { readonly days: number; readonly conversations: number }
  /** The shop keeps the hours of the computer's own time zone unless told. */
  readonly utcOffsetMs?: number
  readonly hasher?: PasswordHasher
  /** Path of another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
}

const MS_PER_MINUTE = 60_000

const makeAccounts = (random: Random, hasher: PasswordHasher) =>
  Promise.all(
    colleagues.map(async ({ name, login, role }) => {
      const password = newPassword(random)
      const hash = await hasher.hash(password)
      if (!hash.ok) throw new Error(`a password could not be hashed: ${hash.code}`)
      const account: DemoAccount = { name, login, role, password }
      return { account, hash: hash.value }
    }),
  )

/** Where the addon for pictures does not load, the demo has none. */
const photosFor = async (dataDir: string, logger: Logger): Promise<TakePhoto | undefined> => {
  try {
    return await preparePhotos(join(dataDir, 'files'), createDice(seededFraction(USUAL_SEED)))
  } catch (error) {
    logger.warn({ error }, 'the demo has no pictures')
    return undefined
  }
}

/**
 * Before createServer, with nobody else on the folder. All of it is one transaction: a start that is cut short leaves the
 * folder as empty as it was. Throws a StoreOpenError like the store itself.
 */
export const seedDemo = async (parts: SeedDemoParts): Promise<DemoSeeding> => {
  const { dataDir, clock, random, logger, nativeBinding, size = fullSize } = parts
  const startedMs = performance.now()
  const state = folderState(dataDir, nativeBinding)
  if (state !== 'empty') return { kind: state === 'demo' ? 'already' : 'occupied' }
  const history = openSqliteHistory({ dataDir, random, nativeBinding })
  try {
    const made = await makeAccounts(random, parts.hasher ?? createPasswordHasher())
    const now = clock.now()
    history.begin()
    await writeHistory({
      writer: createHistoryWriter(rememberWrites(history.target)),
      seed: parts.seed ?? USUAL_SEED,
      now,
      utcOffsetMs: parts.utcOffsetMs ?? -new Date(now).getTimezoneOffset() * MS_PER_MINUTE,
      takePhoto: await photosFor(dataDir, logger),
      passwordHashes: made.map(({ hash }) => hash),
      ...size,
    })
    history.commit()
    const entries = history.size()
    const tookMs = Math.round(performance.now() - startedMs)
    logger.info({ entries, tookMs }, 'the demo shop was made')
    return { kind: 'seeded', accounts: made.map(({ account }) => account), entries, tookMs }
  } finally {
    history.rollBack()
    history.close()
  }
}
