// `node bench/demo-seed.ts`: how long the demo's history takes to write, and what it comes to.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSystemClock } from '../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../src-server/adapters/system/system-random.ts'
import { seedDemo } from '../src-server/demo/seed-demo.ts'

const ROUNDS = 3
const MB = 1024 * 1024

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

for (let round = 1; round <= ROUNDS; round += 1) {
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-demo-'))
  const startedMs = performance.now()
  const cpuBefore = process.cpuUsage()
  const seeding = await seedDemo({ dataDir, clock: createSystemClock(), random: createSystemRandom(), logger: silent })
  const seconds = (performance.now() - startedMs) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuSeconds = (user + system) / 1_000_000
  const megabytes = statSync(join(dataDir, 'frontdesk.db')).size / MB
  rmSync(dataDir, { recursive: true, force: true })
  if (seeding.kind !== 'seeded') throw new Error('an empty folder was not empty')
  process.stdout.write(
    `${seeding.entries} entries in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of a processor), ${megabytes.toFixed(0)} MB (${availableParallelism()} cores, Node ${process.versions.node})\n`,
  )
}
