// What has to hold of package-lock.json so that `npm ci` works everywhere: npm leaves out packages of other platforms when
// it cannot fetch them while writing the file, and then refuses its own work.

/** @typedef {Record<string, { version?: string, optionalDependencies?: Record<string, string>, resolved?: string }>} LockedPackages */

/**
 * @param {LockedPackages} packages the lock file's "packages"
 * @returns {string[]} optional packages that something asks for and the file does not have
 */
export function missingOptionals(packages) {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isReachable(packages, path, name)),
  )
  return [...new Set(missing)].sort()
}

/**
 * Looks where Node would: in the package's own node_modules, then in each one above.
 * @param {LockedPackages} packages
 * @param {string} path
 * @param {string} name
 */
function isReachable(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
    if (folder === '') return false
  }
}
