// Looks at the machine, one check after another, and judges what it finds. Reads nothing of the desk's data but when it was last
// written, asks nobody outside of this machine.
import { statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFilesOf } from '../../adapters/sqlite/data-files.ts'
import { freeDiskBytes } from '../../adapters/sqlite/free-disk.ts'
import { diskMediumOf, measureDurableWrites } from '../../adapters/system/durable-writes.ts'
import { memoryBytes, openFileLimit, processorCores } from '../../adapters/system/machine-resources.ts'
import { findPortOccupant } from '../../adapters/system/port-occupant.ts'
import { makeScratchFolder, nearestFolder, removeScratchFolder } from '../../adapters/system/scratch-folder.ts'
import type { Finding, PortFinding } from '../../core/doctor/finding.ts'
import {
  judgeClock,
  judgeDisk,
  judgeFiles,
  judgeMemory,
  judgePort,
  judgeProcessor,
  judgeSpace,
  type DiskFacts,
} from '../../core/doctor/judge-machine.ts'
import { limits } from '../../protocol/index.ts'
import { addressesOf } from '../start/server-addresses.ts'
import type { ServerConfig } from '../start/server-config.ts'

type DiskLook = { readonly facts: DiskFacts; readonly folderAheadMs: number | null }

const lookAtDisk = (dataDir: string): DiskLook => {
  let folder: string | undefined
  try {
    folder = makeScratchFolder(dataDir, limits.doctorScratchIsOldMs)
    const { timesMs, clockAheadMs } = measureDurableWrites(folder, limits.doctorFsyncWrites, limits.doctorFsyncMs)
    const at = (share: number): number => timesMs[Math.ceil(timesMs.length * share) - 1] ?? 0
    const medium = diskMediumOf(folder)
    return {
      facts: { kind: 'measured', medium, writes: timesMs.length, medianMs: at(0.5), p99Ms: at(0.99) },
      folderAheadMs: clockAheadMs,
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { facts: { kind: 'unwritable', reason }, folderAheadMs: null }
  } finally {
    if (folder !== undefined) removeScratchFolder(folder)
  }
}

const lookAtPort = async ({ host, port, tls }: ServerConfig): Promise<PortFinding['verdict']> => {
  if (port === 0) return 'any'
  const { localUrl } = addressesOf({ scheme: tls ? 'https' : 'http', host, port, publicUrl: undefined })
  return findPortOccupant({ host, port, localUrl, withinMs: limits.doctorPortWithinMs })
}

/** How far in the future the database was last written, by this machine's clock; 0 when it was not, or is not there. */
const dataAheadMs = (dataDir: string): number => {
  const { database } = dataFilesOf(dataDir)
  const writtenAt = [database, `${database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.max(0, Math.max(...writtenAt) - Date.now())
}

const CLOCK_LOOKS = 5

/** Both at one moment: of several looks the quickest, since on a busy machine this process may be put aside between the two. */
const bothClocks = (): { readonly wallMs: number; readonly steadyMs: number } => {
  const looks = Array.from({ length: CLOCK_LOOKS }, () => {
    const steadyMs = performance.now()
    const wallMs = Date.now()
    return { wallMs, steadyMs, tookMs: performance.now() - steadyMs }
  })
  return looks.reduce((best, look) => (look.tookMs < best.tookMs ? look : best))
}

/** How far the clock was moved while the monotonic one ran on. */
const watchClock = async (): Promise<{ readonly steppedMs: number; readonly watchedMs: number }> => {
  const before = bothClocks()
  await pause(limits.doctorClockMs)
  const after = bothClocks()
  const watchedMs = after.steadyMs - before.steadyMs
  return { steppedMs: after.wallMs - before.wallMs - watchedMs, watchedMs }
}

export async function* checkMachine(config: ServerConfig): AsyncGenerator<Finding> {
  const { dataDir, host, port, maxConnections } = config
  const folder = nearestFolder(dataDir)
  const watching = watchClock()
  yield judgeFiles(openFileLimit(), maxConnections)
  const { facts, folderAheadMs } = lookAtDisk(dataDir)
  yield judgeDisk(facts)
  yield judgeSpace(freeDiskBytes(folder))
  yield judgePort(await lookAtPort(config), host, port)
  const { available, total } = memoryBytes()
  yield judgeMemory(available, total)
  yield judgeProcessor(processorCores())
  yield judgeClock({ ...(await watching), folderAheadMs, dataAheadMs: dataAheadMs(dataDir), nowMs: Date.now() })
}
