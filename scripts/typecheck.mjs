// Checks each runtime's own TypeScript project, two at a time. All of them are checked even when one fails. What tsc learnt of
// unchanged files is kept between runs: a quarter of the time.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, resultsDir } from './tools/project-paths.mjs'
import { runProcess } from './tools/run-process.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'

const atOnce = 2
const folders = 'src-server,src-client,src-renderer,src-widget,src-main,e2e,bench,scripts'

/** tsc's code for "this project has no files", which a folder that is yet to be filled may say. */
const noInputs = 'TS18003'

/** What was printed already: a mistake in the protocol breaks every project that reads it. */
const printed = new Set()

const waiting = globSync(['tsconfig.json', `{${folders}}/**/tsconfig*.json`], { cwd: projectRoot }).sort()
const failed = await Promise.all(Array.from({ length: atOnce }, checkWaiting))
if (failed.flat().length > 0) {
  process.stderr.write(`types: ${failed.flat().join(', ')} failed\n`)
  process.exitCode = 1
}

/** @returns {Promise<string[]>} the projects that failed */
async function checkWaiting() {
  const failures = []
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    if (!(await passes(project))) failures.push(project)
  }
  return failures
}

/** @param {string} project */
async function passes(project) {
  const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc')
  const learnt = join(resultsDir, 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`)
  const args = [tsc, '-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', learnt]
  const checked = await runProcess(requirePinnedNode(), args, { cwd: projectRoot })
  if (checked.code === 0 || checked.stdout.includes(noInputs)) return true
  // A problem's explanation is indented below it.
  for (const problem of (checked.stdout + checked.stderr).trimEnd().split(/\n(?!\s)/u)) {
    if (!printed.has(problem)) process.stdout.write(`${problem}\n`)
    printed.add(problem)
  }
  return false
}
