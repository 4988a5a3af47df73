// Cold start: from spawning the built server to the first WebSocket it accepts, on a database of 100,000 entries.
//   node bench/cold-start.ts [--runs 20] [--data DIR] [--entry out/main/server.js]
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareDemo } from '../src-server/demo/prepare-demo.ts'
import { startCold, type ColdStart } from './desk/cold-start.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    data: { type: 'string' },
    entry: { type: 'string', default: join(import.meta.dirname, '../out/main/server.js') },
  },
})

const runOnce = (dataDir: string): Promise<ColdStart> =>
  startCold(values.entry, ['--data', dataDir, '--port', '0', '--log-level', 'silent'])

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0).padStart(5)

const report = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`${name.padEnd(28)} min ${at(sorted, 0)}  median ${at(sorted, 0.5)}  p90 ${at(sorted, 0.9)} ms`)
}

if (!existsSync(values.entry)) throw new Error(`${values.entry} is missing: npm run build`)
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'frontdesk-cold-'))
try {
  const made = await prepareDemo(dataDir)
  if (!made.ok) throw new Error(made.problem.en)
  // The first start fills the compile cache, as the second start of a real server finds it.
  await runOnce(dataDir)
  const runs: ColdStart[] = []
  for (let count = 0; count < Number(values.runs); count += 1) runs.push(await runOnce(dataDir))
  report(
    'spawn to ready',
    runs.map(({ readyMs }) => readyMs),
  )
  report(
    'spawn to accepted WebSocket',
    runs.map(({ acceptedMs }) => acceptedMs),
  )
} finally {
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })
}
