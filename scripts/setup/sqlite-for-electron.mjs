// better-sqlite3 for an Electron whose Node-API is too old for the package's own binaries (they crash it): the same source,
// compiled here with g++ and kept in the user's cache. Official Electron does not need this.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { requirePinnedNode } from '../tools/pinned-node.mjs'
import { projectRoot, userCacheDir } from '../tools/project-paths.mjs'
import { mustRun } from '../tools/run-process.mjs'
import { sayWhile } from '../tools/say.mjs'
import { ensureDebianPackages, packageGroups } from './debian-packages.mjs'

const topic = 'sqlite'

/** better-sqlite3's own binaries ask for this Node-API version. */
const nodeApiOfOwnBinary = 10

/** Raise it when the flags change, so that older caches are not taken. */
const recipe = 1

const packageDir = join(projectRoot, 'node_modules', 'better-sqlite3')

/**
 * @param {{ nodeApi: number }} runtime
 * @returns {Promise<string | undefined>} the file for the `nativeBinding` option; undefined when the package's own will do
 */
export async function sqliteBindingFor(runtime) {
  if (runtime.nodeApi >= nodeApiOfOwnBinary) return undefined
  const version = packageVersion()
  const binding = join(
    userCacheDir(),
    `better-sqlite3-${version}-${process.platform}-${process.arch}-old-node-api-r${recipe}.node`,
  )
  if (existsSync(binding)) return binding
  if (process.platform !== 'linux') throw new Error(`No SQLite for Node-API ${runtime.nodeApi} on ${process.platform}.`)
  if (!(await ensureDebianPackages(packageGroups.compiler)))
    throw new Error('Compiling SQLite for this Electron needs g++.')
  await sayWhile(
    topic,
    `compiling better-sqlite3 ${version} for Node-API ${runtime.nodeApi} (about a minute, once)`,
    () => compile(binding),
  )
  return binding
}

/** @returns {string} */
function packageVersion() {
  const manifest = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  )
  return manifest.version
}

/** @param {string} binding */
async function compile(binding) {
  await mkdir(userCacheDir(), { recursive: true })
  const workDir = await mkdtemp(join(userCacheDir(), '.sqlite-'))
  try {
    const engine = join(workDir, 'sqlite3.o')
    const addon = join(workDir, 'addon.o')
    const built = join(workDir, 'built.node')
    await Promise.all([mustRun('gcc', engineArguments(engine)), mustRun('g++', addonArguments(addon))])
    await mustRun('g++', [
      '-shared',
      '-s',
      '-o',
      built,
      addon,
      engine,
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-ldl',
    ])
    await rename(built, binding)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

const sqliteDir = join(packageDir, 'deps', 'sqlite3')
const optimised = ['-c', '-fPIC', '-O2', '-DNDEBUG']

/** @param {string} output */
function engineArguments(output) {
  const defines = definesOf(readFileSync(join(packageDir, 'deps', 'defines.gypi'), 'utf8')).map((name) => `-D${name}`)
  return [...optimised, '-w', '-std=c99', ...defines, `-I${sqliteDir}`, join(sqliteDir, 'sqlite3.c'), '-o', output]
}

/** @param {string} output */
function addonArguments(output) {
  const addonApi = createRequire(join(packageDir, 'package.json')).resolve('node-addon-api/package.json')
  // Any Node's headers will do, and the pinned Node brings its own.
  const nodeHeaders = resolve(dirname(realpathSync(requirePinnedNode())), '../include/node')
  const includes = [nodeHeaders, dirname(addonApi), sqliteDir]
  return [
    ...optimised,
    '-w',
    '-std=c++20',
    '-fvisibility=hidden',
    // Node-API 10 keeps references to strings; before it, only modules marked experimental may.
    '-DNAPI_EXPERIMENTAL',
    '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    ...includes.map((folder) => `-I${folder}`),
    join(packageDir, 'src', 'better_sqlite3.cpp'),
    '-o',
    output,
  ]
}

/**
 * @param {string} gypi the package's list of SQLite's compile-time options
 * @returns {string[]} such as SQLITE_ENABLE_FTS5 or SQLITE_DQS=0
 */
export function definesOf(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',?$/gm)].flatMap((match) => match[1] ?? [])
}
