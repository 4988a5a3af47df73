// What a machine's figures mean for a desk. Pure; thresholds and their reasons are in limits.
import { limits } from '../../protocol/index.ts'
import type {
  ClockFinding,
  DiskFinding,
  FilesFinding,
  MemoryFinding,
  PortFinding,
  ProcessorFinding,
  SpaceFinding,
} from './finding.ts'

/** `allowed`: null where the system sets no limit of its own. */
export const judgeFiles = (allowed: number | null, maxConnections: number): FilesFinding => {
  const needed = maxConnections + limits.spareHttpSockets + limits.doctorOwnFiles
  const found = { id: 'files', measured: { allowed, needed, maxConnections } } as const
  if (allowed === null) return { ...found, state: 'ok', verdict: 'unlimited' }
  if (allowed >= needed) return { ...found, state: 'ok', verdict: 'enough' }
  if (allowed >= limits.doctorFewFiles) return { ...found, state: 'warning', verdict: 'few' }
  return { ...found, state: 'problem', verdict: 'very_few' }
}

export type DiskMedium = 'disk' | 'memory' | 'network'
/** `unwritable`: with what the system said, e.g. EACCES. */
export type DiskFacts =
  | { readonly kind: 'unwritable'; readonly reason: string }
  | {
      readonly kind: 'measured'
      readonly medium: DiskMedium
      readonly writes: number
      readonly medianMs: number
      readonly p99Ms: number
    }

export const judgeDisk = (facts: DiskFacts): DiskFinding => {
  if (facts.kind === 'unwritable') {
    const measured = { fsyncMedianMs: null, fsyncP99Ms: null, writes: 0, reason: facts.reason }
    return { id: 'disk', state: 'problem', verdict: 'unwritable', measured }
  }
  const { medium, writes, medianMs, p99Ms } = facts
  const found = {
    id: 'disk',
    measured: { fsyncMedianMs: medianMs, fsyncP99Ms: p99Ms, writes, reason: null },
  } as const
  if (medium === 'network') return { ...found, state: 'problem', verdict: 'network' }
  if (p99Ms > limits.doctorTooSlowFsyncMs) return { ...found, state: 'problem', verdict: 'too_slow' }
  if (medium === 'memory' || medianMs < limits.doctorUnbelievableFsyncMs)
    return { ...found, state: 'warning', verdict: 'memory' }
  if (p99Ms > limits.doctorSlowFsyncMs) return { ...found, state: 'warning', verdict: 'slow' }
  return { ...found, state: 'ok', verdict: 'fast' }
}

export const judgeSpace = (freeBytes: number): SpaceFinding => {
  const found = { id: 'space', measured: { freeBytes } } as const
  if (freeBytes < limits.minFreeDiskForFilesBytes) return { ...found, state: 'problem', verdict: 'too_little' }
  if (freeBytes < limits.doctorLittleDiskBytes) return { ...found, state: 'warning', verdict: 'little' }
  return { ...found, state: 'ok', verdict: 'enough' }
}

export const judgePort = (verdict: PortFinding['verdict'], host: string, port: number): PortFinding => ({
  id: 'port',
  state: verdict === 'free' || verdict === 'ours' || verdict === 'any' ? 'ok' : 'problem',
  verdict,
  measured: { host, port },
})

export type ClockFacts = ClockFinding['measured'] & {
  /** What the machine's clock says. */
  readonly nowMs: number
}

export const judgeClock = ({ nowMs, ...measured }: ClockFacts): ClockFinding => {
  const found = { id: 'clock', measured } as const
  if (nowMs < limits.doctorEarliestMs) return { ...found, state: 'problem', verdict: 'before_its_time' }
  if (measured.dataAheadMs > limits.doctorClockOffMs) return { ...found, state: 'problem', verdict: 'behind_data' }
  if (Math.abs(measured.steppedMs) > limits.doctorClockStepMs) return { ...found, state: 'warning', verdict: 'jumped' }
  if (Math.abs(measured.folderAheadMs ?? 0) > limits.doctorClockOffMs)
    return { ...found, state: 'warning', verdict: 'folder_differs' }
  return { ...found, state: 'ok', verdict: 'steady' }
}

export const judgeMemory = (availableBytes: number, totalBytes: number): MemoryFinding => {
  const found = { id: 'memory', measured: { availableBytes, totalBytes } } as const
  if (availableBytes < limits.doctorTooLittleMemoryBytes) return { ...found, state: 'problem', verdict: 'too_little' }
  if (availableBytes < limits.doctorLittleMemoryBytes) return { ...found, state: 'warning', verdict: 'little' }
  return { ...found, state: 'ok', verdict: 'enough' }
}

export const judgeProcessor = (cores: number): ProcessorFinding =>
  cores > 1
    ? { id: 'processor', state: 'ok', verdict: 'enough', measured: { cores } }
    : { id: 'processor', state: 'warning', verdict: 'one', measured: { cores } }
