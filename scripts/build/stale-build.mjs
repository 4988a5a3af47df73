// Whether out/ is older than what it is made from.
import { readdirSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../tools/project-paths.mjs'

/** Written last, so that a build that broke off never looks complete. */
const stamp = join(projectRoot, 'out', '.built')

export async function stampBuild() {
  await mkdir(join(projectRoot, 'out'), { recursive: true })
  await writeFile(stamp, '')
}

/** For whoever writes into out/ something else than a whole build. */
export const discardStamp = () => rm(stamp, { force: true })

export function isBuildStale(root = projectRoot, stampPath = stamp) {
  const builtMs = modifiedMs(stampPath)
  return builtMs === 0 || sourcesOf(root).some((path) => modifiedMs(path) > builtMs)
}

/** @param {string} root */
function sourcesOf(root) {
  const isSource = (/** @type {string} */ name) =>
    name.startsWith('src-') || name.endsWith('.config.ts') || name === 'package-lock.json'
  return readdirSync(root)
    .filter(isSource)
    .flatMap((name) => [join(root, name), ...filesIn(join(root, name))])
}

/** @param {string} path */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return []
  return readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
}

/** @param {string} path */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
