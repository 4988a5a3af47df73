// Starting other programs: with our own terminal, or collecting what they print. Never through a shell.
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 when a signal ended the program, 127 when it could not be started
 * @property {string} stdout empty when inherited
 * @property {string} stderr empty when inherited; names the reason when the program could not be started
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: 'inherit' | 'collect', timeoutMs?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function runProcess(command, args, options = {}) {
  const { cwd, env, stdio = 'collect', timeoutMs } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk))
    child.stderr?.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
    // What is collected may end up in a file; some tools colour it whatever they are told.
    const collected = () => ({ stdout: stripVTControlCharacters(stdout), stderr: stripVTControlCharacters(stderr) })
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: stderr || error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, ...collected() }))
  })
}

/**
 * For steps without which the next makes no sense.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProcess>[2]} [options]
 * @returns {Promise<string>} what it printed
 */
export async function mustRun(command, args, options) {
  const outcome = await runProcess(command, args, options)
  if (outcome.code !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed (${outcome.code}):\n${outcome.stderr.trim().slice(-4000)}`)
  }
  return outcome.stdout
}

/**
 * Hands the terminal, the arguments and the signals to another program and becomes its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function becomeProcess(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: 'inherit' })
  // Ctrl+C reaches the child by itself, from the terminal; a second one from here would mean "at once".
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  /** @type {number} */
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve(exitCode ?? 1))
  })
  process.exitCode = code
}
