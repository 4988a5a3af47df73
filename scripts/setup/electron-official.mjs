// The official Electron: what the `electron` package has installed, and its own installer where its server can be reached.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requirePinnedNode } from '../tools/pinned-node.mjs'
import { projectRoot } from '../tools/project-paths.mjs'
import { runProcess } from '../tools/run-process.mjs'
import { say, sayWhile } from '../tools/say.mjs'

const topic = 'electron'
const packageDir = join(projectRoot, 'node_modules', 'electron')

/** Long enough for a slow handshake; a closed network answers at once or never. */
const reachableWithinMs = 5_000
/** About 110 MB: half an hour is 64 KB/s, below which nobody waits. */
const downloadWithinMs = 30 * 60_000

/** @returns {string | undefined} the executable, when it has been downloaded before */
export function installedOfficialElectron() {
  try {
    const executable = join(packageDir, 'dist', readFileSync(join(packageDir, 'path.txt'), 'utf8'))
    return existsSync(executable) ? executable : undefined
  } catch {
    return undefined // path.txt is written by the download
  }
}

/** @returns {Promise<string | undefined>} */
export async function downloadOfficialElectron() {
  if (!existsSync(join(packageDir, 'install.js'))) return undefined
  const from = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/'
  if (!(await canReach(from))) {
    say(topic, `the official download at ${new URL(from).host} cannot be reached from here.`)
    return undefined
  }
  const installed = await sayWhile(topic, 'downloading the official runtime (about 110 MB)', () =>
    runProcess(requirePinnedNode(), [join(packageDir, 'install.js')], { timeoutMs: downloadWithinMs }),
  )
  if (installed.code !== 0) say(topic, `the official download failed: ${installed.stderr.trim().split('\n')[0]}`)
  return installedOfficialElectron()
}

/** @param {string} url */
async function canReach(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(reachableWithinMs) })
    return true
  } catch {
    return false // refused, no such host, or silence: the caller says so
  }
}
