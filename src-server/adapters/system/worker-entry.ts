// Where the code of a worker thread lies: beside the sources while they run as they are, beside the bundle once built.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const runsFromSources = import.meta.url.endsWith('.ts')

const candidates = (name: string): readonly string[] =>
  runsFromSources ? [`../../entry/${name}.ts`] : [`./${name}.js`, `../${name}.js`]

/** @throws when the build left it out. */
export const workerEntry = (name: string): URL => {
  for (const candidate of candidates(name)) {
    const url = new URL(candidate, import.meta.url)
    if (existsSync(url)) return url
  }
  throw new Error(`the code of the worker ${name} is missing beside ${import.meta.url}`)
}

/**
 * The environment to start it with. From sources every thread would strip the types of every file again (a third of a second
 * on a busy machine), so they share a cache in the repository, where nobody else can write; a bundle has nothing to gain.
 */
export const workerEnvironment = (): NodeJS.ProcessEnv =>
  runsFromSources
    ? { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../.cache/compiled', import.meta.url)), ...process.env }
    : process.env
