// What each check of a machine can come to: its verdicts and the figures behind them.
import type { DoctorState } from '../../protocol/doctor-report.ts'

type FindingOf<Id extends string, Verdict extends string, Measured> = {
  readonly id: Id
  readonly state: DoctorState
  readonly verdict: Verdict
  readonly measured: Readonly<Measured>
}

/** `allowed`: null where the system sets no limit of its own. */
export type FilesFinding = FindingOf<
  'files',
  'unlimited' | 'enough' | 'few' | 'very_few',
  { allowed: number | null; needed: number; maxConnections: number }
>
export type DiskFinding = FindingOf<
  'disk',
  'fast' | 'slow' | 'too_slow' | 'memory' | 'network' | 'unwritable',
  { fsyncMedianMs: number | null; fsyncP99Ms: number | null; writes: number; reason: string | null }
>
export type SpaceFinding = FindingOf<'space', 'enough' | 'little' | 'too_little', { freeBytes: number }>
export type PortFinding = FindingOf<
  'port',
  'free' | 'ours' | 'any' | 'taken' | 'forbidden' | 'no_address',
  { host: string; port: number }
>
export type ClockFinding = FindingOf<
  'clock',
  'steady' | 'jumped' | 'before_its_time' | 'behind_data' | 'folder_differs',
  { steppedMs: number; watchedMs: number; folderAheadMs: number | null; dataAheadMs: number }
>
export type MemoryFinding = FindingOf<
  'memory',
  'enough' | 'little' | 'too_little',
  { availableBytes: number; totalBytes: number }
>
export type ProcessorFinding = FindingOf<'processor', 'enough' | 'one', { cores: number }>

/** What the highest step that held looked like, and what ended the climb. */
export type LoadFigures = {
  visitors: number
  p50Ms: number | null
  p99Ms: number | null
  messagesPerSecond: number
  /** How late the crowd itself was: it shares the machine with the server. */
  generatorDelayP99Ms: number | null
  endedBy: LoadEnd | null
  maxConnections: number
  /** A desk was running on this machine meanwhile and had its share of it. */
  besideDesk: boolean
}
export type LoadEnd = 'latency' | 'generator' | 'ceiling' | 'time' | 'connections'
export type LoadFinding = FindingOf<'load', 'enough' | 'few' | 'none' | 'not_run', LoadFigures>

export type Finding =
  | FilesFinding
  | DiskFinding
  | SpaceFinding
  | PortFinding
  | ClockFinding
  | MemoryFinding
  | ProcessorFinding
  | LoadFinding
