// The linted file's path as the rules speak of it.
import { relative, sep } from 'node:path'

/**
 * @param {{ cwd: string, filename: string }} context
 * @returns {string} relative to the repository, with forward slashes
 */
export function repositoryPath(context) {
  return relative(context.cwd, context.filename).split(sep).join('/')
}
