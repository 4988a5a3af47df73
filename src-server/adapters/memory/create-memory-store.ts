// A whole store in memory, on the same core as SQLite and held to the same contract: for tests and the simulation.
import type { Epoch, Offset } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import { createMemoryAccounts } from './memory-accounts.ts'
import { createMemoryFiles, createMemorySecrets, createMemoryVisitors } from './memory-belongings.ts'
import { createMemoryReads, memorySummary } from './memory-reads.ts'
import { createMemorySearch } from './memory-search.ts'
import { emptyTables, type MemoryTables } from './memory-tables.ts'
import { createMemoryWriter, type MemoryWriter } from './memory-writer.ts'

/** What a crash leaves behind. */
export type MemoryImage = { readonly tables: MemoryTables }

export type MemoryStore = Store & {
  /** A copy of everything durable: give it to the next store to model a restart. */
  image(): MemoryImage
} & Pick<MemoryWriter, 'failNext' | 'hold' | 'crash'>

const EPOCH_BYTES = 12

/** Without `image` a new, empty journal with its own epoch. Everything resolves in microtasks; nothing uses a timer. */
export const createMemoryStore = (parts: {
  readonly clock: Clock
  readonly random: Random
  readonly image?: MemoryImage
}): MemoryStore => {
  const newEpoch = (): Epoch => Buffer.from(parts.random.bytes(EPOCH_BYTES)).toString('base64url') as Epoch
  const tables = structuredClone(parts.image?.tables) ?? emptyTables(newEpoch())
  const writer = createMemoryWriter(tables, () => parts.clock.now())
  return {
    journal: {
      epoch: tables.epoch,
      head: () => tables.entries.length as Offset,
      commit: (command) => writer.commit(command),
      onCommitted: (listener) => writer.onCommitted(listener),
      ...createMemoryReads(tables),
      close: () => writer.write(() => undefined),
    },
    accounts: createMemoryAccounts(tables, writer),
    visitors: createMemoryVisitors(tables, writer),
    files: createMemoryFiles(tables, writer),
    secrets: createMemorySecrets(tables, writer, parts.random),
    search: createMemorySearch(tables, (id, reader) => {
      const state = tables.conversations.get(id)
      return state && memorySummary(tables, state, reader)
    }),
    image: () => ({ tables: structuredClone(tables) }),
    failNext: writer.failNext,
    hold: writer.hold,
    crash: writer.crash,
  }
}
