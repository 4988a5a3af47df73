// How long this disk takes for one durable page, measured where the data lies.
import { closeSync, fstatSync, fsyncSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const PAGE_BYTES = 4096

export type DurableWrites = {
  /** Each write with its fsync, shortest first. */
  readonly timesMs: readonly number[]
  /** The time that the file system gave the last write, less this machine's. */
  readonly clockAheadMs: number
}

/**
 * Leaves a file in the folder, which is the caller's to remove. Not deleted while it is written to: some file systems spare
 * themselves the fsync then.
 * @throws what the system says when the folder cannot be written.
 */
export const measureDurableWrites = (folder: string, count: number, withinMs: number): DurableWrites => {
  const file = openSync(join(folder, 'probe'), 'w')
  try {
    const page = Buffer.alloc(PAGE_BYTES, 1)
    const timesMs: number[] = []
    const endAtMs = performance.now() + withinMs
    while (timesMs.length < count && performance.now() < endAtMs) {
      const startedAtMs = performance.now()
      writeSync(file, page)
      fsyncSync(file)
      timesMs.push(performance.now() - startedAtMs)
    }
    return { timesMs: timesMs.toSorted((a, b) => a - b), clockAheadMs: fstatSync(file).mtimeMs - Date.now() }
  } finally {
    closeSync(file)
  }
}

/** Of statfs(2): file systems that live in memory, and those whose disk is in another machine. */
const inMemory = new Set([0x01021994, 0x858458f6])
const overNetwork = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400])

/** Known by its number on Linux alone; elsewhere a disk. */
export const diskMediumOf = (folder: string): 'disk' | 'memory' | 'network' => {
  if (process.platform !== 'linux') return 'disk'
  const type = statfsSync(folder).type >>> 0
  if (overNetwork.has(type)) return 'network'
  return inMemory.has(type) ? 'memory' : 'disk'
}
