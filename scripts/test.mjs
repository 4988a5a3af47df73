// `npm test`: fetches what is missing, then everything: the quick check and the end-to-end tests. The last line counts
// the tests of both runners; a failed step without tests of its own (lint, types, …) counts as one failure.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { endToEndCommand } from './checks/end-to-end.mjs'
import { quickCheck } from './checks/quick-check.mjs'
import { countsOfPlaywright, noReport, sumCounts } from './checks/test-counts.mjs'
import { ensureDebianPackages, packageGroups } from './setup/debian-packages.mjs'
import { ensureModels } from './setup/models.mjs'
import { resultsDir } from './tools/project-paths.mjs'
import { runProcess } from './tools/run-process.mjs'
import { say } from './tools/say.mjs'

const { screen, electron, fonts, chromium } = packageGroups
// In one go: apt-get takes most of its time to start.
await ensureDebianPackages([...screen, ...electron, ...fonts, ...chromium])
await ensureModels()

const { failedSteps, unit } = await quickCheck()
const endToEnd = await endToEndCounts()
const total = sumCounts([unit, endToEnd, { passed: 0, failed: failedSteps.length, skipped: 0 }])

if (failedSteps.length > 0) console.log(`failed: ${failedSteps.join(', ')}`)
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function endToEndCounts() {
  const report = join(resultsDir, 'e2e-report.json')
  await rm(report, { force: true })
  try {
    const { command, args, env } = await endToEndCommand([])
    const outcome = await runProcess(command, args, { env, stdio: 'inherit' })
    const counts = countsOfPlaywright(await readFile(report, 'utf8'))
    return outcome.code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch (error) {
    say('e2e', `the end-to-end tests could not run: ${error instanceof Error ? error.message : String(error)}`)
    return noReport
  }
}
