// The part of the tests that needs nothing but node_modules: format, lint, types, dead code, build and unit tests.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requirePinnedNode } from '../tools/pinned-node.mjs'
import { projectRoot, resultsDir } from '../tools/project-paths.mjs'
import { runSteps } from './run-steps.mjs'
import { countsOfVitest, noReport } from './test-counts.mjs'

const report = join(resultsDir, 'unit-report.json')

/** @returns {Promise<{ failedSteps: string[], unit: import('./test-counts.mjs').TestCounts }>} */
export async function quickCheck() {
  const node = requirePinnedNode()
  const tool = (/** @type {string} */ path) => join(projectRoot, 'node_modules', path)
  const step = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({ name, command: node, args })

  const failedSteps = await runSteps(
    [
      step('build', join(projectRoot, 'scripts', 'build.mjs')),
      step('format', tool('oxfmt/bin/oxfmt'), '--check'),
      step('lint', tool('oxlint/bin/oxlint')),
      step('types', join(projectRoot, 'scripts', 'typecheck.mjs')),
      step('dead code', tool('knip/bin/knip.js'), '--no-progress'),
    ],
    2,
  )
  // Alone: some of these tests measure time, and all of them use both cores.
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const unitFailed = await runSteps([step('unit', tool('vitest/vitest.mjs'), 'run', ...reporters)], 1)
  const unit = await readFile(report, 'utf8').then(countsOfVitest, () => noReport)
  const agrees = unit.failed > 0 || unitFailed.length === 0
  return { failedSteps, unit: agrees ? unit : { ...unit, failed: 1 } }
}
