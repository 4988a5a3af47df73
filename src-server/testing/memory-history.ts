// A demo's past in a memory store: the same story as on disk, quickly, for tests.
import type { Epoch, VisitorId } from '../protocol/index.ts'
import type { MemoryImage } from '../adapters/memory/create-memory-store.ts'
import { createMemoryContext } from '../adapters/memory/memory-context.ts'
import { emptyTables } from '../adapters/memory/memory-tables.ts'
import { writeVerdict } from '../adapters/memory/memory-write.ts'
import { createHistoryWriter, type HistoryTarget } from '../demo/history/history-writer.ts'
import { rememberWrites } from '../demo/history/remembering-context.ts'
import { writeHistory, type HistoryWish } from '../demo/history/write-history.ts'

/** What to give to createMemoryStore. Nobody can sign in to it. */
export const writeMemoryHistory = async (
  wish: Omit<HistoryWish, 'writer' | 'passwordHashes' | 'takePhoto'>,
): Promise<MemoryImage> => {
  const tables = emptyTables('demo' as Epoch)
  const target: HistoryTarget = {
    context: createMemoryContext(tables),
    write: (verdict) => writeVerdict(tables, verdict),
    createVisitor(profile) {
      const id = (tables.visitors.size + 1) as VisitorId
      tables.visitors.set(id, { ...profile, id })
      return id
    },
    moveVisitor(id, page) {
      const known = tables.visitors.get(id)
      if (known) tables.visitors.set(id, { ...known, page })
    },
    addFile: () => undefined,
  }
  const passwordHashes = ['-', '-', '-', '-', '-']
  await writeHistory({ ...wish, writer: createHistoryWriter(rememberWrites(target)), passwordHashes })
  return { tables }
}
