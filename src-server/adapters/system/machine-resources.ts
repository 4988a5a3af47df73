// What this process may use of the machine: open files, memory, cores. Limits of a container count.
import { availableParallelism, totalmem } from 'node:os'

type UserLimits = { readonly open_files?: { readonly soft: number | string } }

/** How many files and sockets this process may have open; null where the system sets no limit of its own (Windows). */
export const openFileLimit = (): number | null => {
  // Looking up the names of network peers takes seconds, and nobody asked for them.
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as { readonly userLimits?: UserLimits }
  const soft = userLimits?.open_files?.soft
  return typeof soft === 'number' ? soft : null
}

export const memoryBytes = (): { readonly available: number; readonly total: number } => ({
  available: process.availableMemory(),
  // 0 or an absurdly large number where nothing constrains it.
  total: Math.min(totalmem(), process.constrainedMemory() || Infinity),
})

export const processorCores = (): number => availableParallelism()
