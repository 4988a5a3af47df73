// One run of the whole ladder as it is kept: raw rows, with the machine they come from.
import type { Machine } from '../../load/describe-machine.ts'
import type { ByteStudy } from '../byte-study.ts'
import type { CrowdSize } from '../crowd.ts'
import type { LadderRow } from '../ladder.ts'

export type DeskResults = {
  /** ISO 8601. */
  readonly at: string
  readonly machine: Machine
  readonly size: CrowdSize
  /** At each rate. */
  readonly seconds: number
  readonly fsyncMs: number
  readonly coldStartMs: number
  /** Until everybody was live at Frontdesk; null when it was left out. */
  readonly open10kMs: number | null
  readonly idle: Readonly<Record<string, { readonly openMs: number; readonly idleMb: number }>>
  readonly bytes: ByteStudy | null
  readonly rows: readonly LadderRow[]
}
