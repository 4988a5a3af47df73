// Runs named commands, some at a time, and prints a line for each; a command's own output only when it fails.
import { projectRoot } from '../tools/project-paths.mjs'
import { runProcess } from '../tools/run-process.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 */

/**
 * @param {readonly Step[]} steps
 * @param {number} atOnce
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runSteps(steps, atOnce) {
  const waiting = [...steps]
  /** @type {string[]} */
  const failed = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await runStep(step))) failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return failed
}

/** @param {Step} step */
async function runStep({ name, command, args }) {
  const startedMs = Date.now()
  const outcome = await runProcess(command, args, { cwd: projectRoot })
  const passed = outcome.code === 0
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.padStart(5)} s`)
  if (!passed) console.log(`${outcome.stdout}${outcome.stderr}`.trimEnd())
  return passed
}
