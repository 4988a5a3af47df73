// From spawning the built server on a folder in use to the first WebSocket it accepts.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { SUBPROTOCOL } from '#protocol'
import type { CrowdSize } from './crowd.ts'
import { prepareOffice } from './office.ts'
import { startServerUnderTest } from './server-under-test.ts'
import { officeArgs } from './systems/systems.ts'

const bundle = join(import.meta.dirname, '../../out/main/server.js')

export type ColdStart = { readonly readyMs: number; readonly acceptedMs: number }

/** Both from spawning the server. */
export const startCold = async (entry: string, args: readonly string[]): Promise<ColdStart> => {
  const startedMs = performance.now()
  const server = await startServerUnderTest(entry, args)
  const readyMs = performance.now() - startedMs
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, SUBPROTOCOL)
  await once(socket, 'open')
  const acceptedMs = performance.now() - startedMs
  socket.terminate()
  await server.stop()
  return { readyMs, acceptedMs }
}

/** The median of `runs`, after one that fills the compile cache, as the second start of a real server finds it. */
export const measureColdStartMs = async (size: CrowdSize, runs: number): Promise<number> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-cold-'))
  try {
    await prepareOffice(dataDir, size)
    const args = officeArgs(dataDir, size)
    await startCold(bundle, args)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) times.push((await startCold(bundle, args)).acceptedMs)
    return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
