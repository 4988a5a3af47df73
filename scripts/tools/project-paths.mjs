// Where things lie in the repository and in the user's cache. Paths only; creates nothing.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Git-ignored results of checks and test runs: reports, screenshots, traces, what tsc learnt. */
export const resultsDir = join(projectRoot, '.cache')

/** Git-ignored: the models that read what visitors write, as installers carry them. */
export const modelsDir = join(projectRoot, 'models')

/**
 * What is expensive to make and the same for every clone: an Electron runtime, a compiled SQLite, models.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function userCacheDir(env = process.env) {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'frontdesk')
}
