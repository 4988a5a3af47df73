// `npm start -- --demo` with a display: the demo serves from a process of its own, and the desktop app joins it with a profile
// of its own, so that neither touches the real desk of this computer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxArguments } from './setup/desktop.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'

/**
 * Ends, and ends the demo, when the window is closed for good.
 * @param {{ ELECTRON_EXEC_PATH: string }} desktop
 * @param {readonly string[]} flags of the server
 * @param {string} [program] the server's command line
 */
export async function openDemoDesk(desktop, flags, program = join(projectRoot, 'out', 'main', 'cli.js')) {
  const server = spawn(requirePinnedNode(), [program, 'serve', ...flags], { stdio: ['ignore', 'inherit', 'pipe'] })
  const profile = mkdtempSync(join(tmpdir(), 'frontdesk-demo-'))
  try {
    const url = await readyUrl(server)
    const args = [projectRoot, ...sandboxArguments(), `--user-data-dir=${profile}`, `--join=${url}`]
    await becomeProcess(desktop.ELECTRON_EXEC_PATH, args, { env: { ...process.env, ...desktop } })
  } finally {
    const gone = server.exitCode === null ? once(server, 'exit') : undefined
    server.kill('SIGTERM')
    await gone
    rmSync(profile, { recursive: true, force: true })
  }
}

/**
 * What the demo prints goes on to the terminal, passwords and all; its desk's address is picked out on the way.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readyUrl(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    // People are spoken to on stderr; stdout is the log.
    server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      process.stderr.write(chunk)
      said += chunk
      const url = /(https?:\/\/\S+)\/desk\//u.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error('the demo could not start')))
  })
}
