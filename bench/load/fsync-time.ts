// What this disk takes for one durable 4 KB write: printed beside every durable figure, which means little without it.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROUNDS = 200
const BLOCK_BYTES = 4096

/** @returns the median in milliseconds, measured where the benchmark keeps its data. */
export const measureFsyncMs = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-fsync-'))
  const file = openSync(join(folder, 'probe'), 'w')
  const block = Buffer.alloc(BLOCK_BYTES, 1)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    writeSync(file, block)
    fsyncSync(file)
    times.push(performance.now() - startedAt)
  }
  closeSync(file)
  rmSync(folder, { recursive: true, force: true })
  return times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0
}
