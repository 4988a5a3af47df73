// `npm run check`: all that can be known in a minute. Exit code 1 when anything fails.
import { quickCheck } from './checks/quick-check.mjs'

const { failedSteps, unit } = await quickCheck()
console.log(`${unit.passed} unit tests passed, ${unit.failed} failed, ${unit.skipped} skipped`)
if (failedSteps.length > 0) console.log(`failed: ${failedSteps.join(', ')}`)
process.exitCode = failedSteps.length > 0 || unit.failed > 0 ? 1 : 0
