// What every figure has to be read with: the machine, how busy it was, and what its disk takes to be sure.
import { availableParallelism, cpus, loadavg } from 'node:os'
import { measureFsyncMs } from './fsync-time.ts'

export type Machine = {
  readonly cores: number
  readonly processor: string
  readonly node: string
  readonly loadAverage: readonly number[]
  readonly fsyncMs: number
}

export const describeMachine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown processor',
  node: process.versions.node,
  loadAverage: loadavg(),
  fsyncMs: measureFsyncMs(),
})
