// Who may import whom: the table behind "Where things are" in CONTRIBUTING.md, and the judgement of one import. Pure; reads no
// files. A new folder gets its row here first.

/**
 * @typedef {object} Zone
 * @property {string} name
 * @property {string} folder the files it covers; the longest match wins
 * @property {readonly string[]} imports zones it may import, besides itself
 * @property {readonly string[]} [importsTypes] zones of which it may import types only
 * @property {'any' | readonly string[]} packages npm packages
 * @property {boolean} [node] whether Node's own modules exist there
 * @property {boolean} [electron]
 * @property {boolean} [eachFolderAlone] whether each folder inside is a zone of its own
 */

const rendererBase = ['protocol', 'client', 'renderer/i18n', 'renderer/styles']

/** @type {readonly Zone[]} */
const zones = [
  { name: 'protocol', folder: 'src-server/protocol', imports: [], packages: ['typebox', '@msgpack/msgpack'] },
  { name: 'ports', folder: 'src-server/ports', imports: ['protocol'], packages: [] },
  { name: 'core', folder: 'src-server/core', imports: ['protocol', 'ports'], packages: [] },
  {
    // Both ends of a pairing: the server's, and the desktop program's that joins.
    name: 'pairing',
    folder: 'src-server/core/pairing',
    imports: [],
    packages: ['@noble/curves', '@noble/hashes'],
  },
  {
    name: 'adapters',
    folder: 'src-server/adapters',
    imports: ['protocol', 'ports', 'core', 'migrations'],
    packages: 'any',
    node: true,
  },
  {
    // A migration must do tomorrow what it did the day it was written: it takes no constant that may change.
    name: 'migrations',
    folder: 'src-server/adapters/sqlite/migrations',
    imports: [],
    importsTypes: ['adapters'],
    packages: ['better-sqlite3'],
  },
  {
    name: 'app',
    folder: 'src-server/app',
    imports: ['protocol', 'ports', 'core', 'pairing', 'adapters'],
    packages: 'any',
    node: true,
  },
  {
    name: 'demo',
    folder: 'src-server/demo',
    imports: ['protocol', 'ports', 'core', 'adapters', 'app', 'client'],
    packages: 'any',
    node: true,
  },
  {
    name: 'entry',
    folder: 'src-server/entry',
    imports: ['protocol', 'ports', 'core', 'adapters', 'app', 'demo'],
    packages: 'any',
    node: true,
  },
  {
    name: 'testing',
    folder: 'src-server/testing',
    imports: ['protocol', 'ports', 'core', 'adapters', 'app', 'entry', 'demo', 'client'],
    packages: 'any',
    node: true,
  },
  { name: 'client', folder: 'src-client', imports: ['protocol'], packages: [] },
  { name: 'widget', folder: 'src-widget', imports: ['protocol', 'client'], packages: [] },
  {
    // A page with every state of the widget, and the browser tests that look at it. Not shipped.
    name: 'widget/states',
    folder: 'src-widget/states',
    imports: ['protocol', 'client', 'widget'],
    packages: 'any',
    node: true,
  },
  {
    name: 'main',
    folder: 'src-main',
    imports: ['protocol', 'bridge', 'pairing'],
    importsTypes: ['app', 'entry'],
    packages: 'any',
    node: true,
    electron: true,
  },
  { name: 'bridge', folder: 'src-main/bridge', imports: ['protocol'], packages: 'any', electron: true },
  { name: 'preload', folder: 'src-main/preload', imports: ['protocol', 'bridge'], packages: [], electron: true },
  {
    name: 'renderer/shell',
    folder: 'src-renderer',
    imports: [...rendererBase, 'renderer/ui', 'renderer/platform', 'renderer/stores', 'renderer/feature'],
    importsTypes: ['bridge'],
    packages: 'any',
  },
  { name: 'renderer/i18n', folder: 'src-renderer/i18n', imports: ['protocol'], packages: 'any' },
  { name: 'renderer/styles', folder: 'src-renderer/styles', imports: [], packages: 'any' },
  {
    name: 'renderer/ui',
    folder: 'src-renderer/ui',
    imports: ['protocol', 'renderer/i18n', 'renderer/styles'],
    packages: 'any',
  },
  {
    name: 'renderer/platform',
    folder: 'src-renderer/platform',
    imports: rendererBase,
    importsTypes: ['bridge'],
    packages: 'any',
  },
  {
    name: 'renderer/stores',
    folder: 'src-renderer/stores',
    imports: [...rendererBase, 'renderer/platform'],
    importsTypes: ['bridge'],
    packages: 'any',
  },
  {
    name: 'renderer/feature',
    folder: 'src-renderer/features',
    imports: [...rendererBase, 'renderer/ui', 'renderer/platform', 'renderer/stores'],
    importsTypes: ['bridge'],
    packages: 'any',
    eachFolderAlone: true,
  },
  {
    name: 'e2e',
    folder: 'e2e',
    imports: ['protocol', 'client', 'bridge', 'ports', 'adapters', 'app', 'demo', 'testing', 'renderer/i18n', 'widget'],
    packages: 'any',
    node: true,
    electron: true,
  },
  {
    name: 'bench',
    folder: 'bench',
    imports: ['protocol', 'ports', 'core', 'adapters', 'app', 'demo', 'testing', 'client', 'renderer/stores'],
    packages: 'any',
    node: true,
    electron: true,
  },
  { name: 'scripts', folder: 'scripts', imports: [], packages: 'any', node: true, electron: true },
]

/** Beside what their folder may: the server's parts and its test kit, any package, Node. */
const testsAlsoImport = [
  'protocol',
  'ports',
  'core',
  'pairing',
  'adapters',
  'app',
  'entry',
  'demo',
  'testing',
  'client',
]

/** Packages that exist for the server alone; in a page they would be dead weight or not run at all. */
const serverPackages = [
  'better-sqlite3',
  'fastify',
  'pino',
  'prom-client',
  'ws',
  'file-type',
  'proxy-addr',
  '@jsquash/avif',
  '@jsquash/jpeg',
  '@jsquash/png',
  '@jsquash/webp',
]

/** The folders behind the names in package.json's "imports". */
const aliases = [
  { alias: '#protocol', folder: 'src-server/protocol', barrel: 'src-server/protocol/index.ts' },
  { alias: '#client', folder: 'src-client' },
  { alias: '#bridge', folder: 'src-main/bridge' },
  { alias: '#pairing', folder: 'src-server/core/pairing' },
]

/** @param {string} path relative to the repository, with forward slashes */
const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path)

/** @param {string} path relative to the repository, with forward slashes */
function zoneOf(path) {
  const matching = zones.filter((zone) => path.startsWith(`${zone.folder}/`))
  return matching.reduce(
    (/** @type {Zone | undefined} */ best, zone) => (best && best.folder.length > zone.folder.length ? best : zone),
    undefined,
  )
}

/**
 * @param {{ from: string, specifier: string, typeOnly: boolean }} wanted `from` is the importing file's path
 * @returns {string | undefined} why it may not; undefined when it may
 */
export function importProblem({ from, specifier, typeOnly }) {
  const zone = zoneOf(from)
  if (!zone)
    return from.startsWith('src-')
      ? `${from} lies in no known layer: give its folder a row in scripts/lint/layers.mjs`
      : undefined
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.') || bare.startsWith('#')) return ownImportProblem(zone, { from, specifier: bare, typeOnly })
  if (bare.startsWith('node:')) {
    return zone.node || isTest(from) ? undefined : `Node's own modules do not exist in ${zone.name}`
  }
  return packageProblem(zone, from, packageName(bare))
}

/**
 * @param {Zone} zone
 * @param {{ from: string, specifier: string, typeOnly: boolean }} wanted
 */
function ownImportProblem(zone, { from, specifier, typeOnly }) {
  const target = resolvePath(from, specifier)
  if (target === undefined) return `${specifier} is not in package.json's "imports"`
  if (!/\.\w+$/.test(target)) return `${specifier} needs its file extension`
  const crossing = crossingProblem(from, specifier, target)
  if (crossing) return crossing
  const targetZone = zoneOf(target)
  if (!targetZone || sameZone(zone, from, targetZone, target)) return undefined
  if (zone.imports.includes(targetZone.name)) return undefined
  if (isTest(from) && (topFolder(from) === topFolder(target) || testsAlsoImport.includes(targetZone.name)))
    return undefined
  if (zone.importsTypes?.includes(targetZone.name)) {
    return typeOnly ? undefined : `${zone.name} may import only types of ${targetZone.name}`
  }
  return `${zone.name} may not import ${targetZone.name}`
}

/**
 * @param {string} from
 * @param {string} specifier
 * @param {string} target
 */
function crossingProblem(from, specifier, target) {
  if (specifier.startsWith('#') || topFolder(from) === topFolder(target)) return undefined
  const entry = aliases.find(({ folder }) => target.startsWith(`${folder}/`))
  return entry && `across top-level folders write ${entry.alias}, not ${specifier}`
}

/**
 * @param {Zone} zone
 * @param {string} from
 * @param {Zone} targetZone
 * @param {string} target
 */
function sameZone(zone, from, targetZone, target) {
  if (zone !== targetZone) return false
  if (!zone.eachFolderAlone) return true
  const part = (/** @type {string} */ path) => path.slice(zone.folder.length + 1).split('/')[0]
  return part(from) === part(target)
}

/**
 * @param {Zone} zone
 * @param {string} from
 * @param {string} name
 */
function packageProblem(zone, from, name) {
  if (name === 'electron') return zone.electron ? undefined : `${zone.name} may not import electron`
  if (isTest(from) || zone.packages === 'any') {
    const inPage = zone.name.startsWith('renderer/') && !isTest(from)
    return inPage && serverPackages.includes(name) ? `${name} is a server's package` : undefined
  }
  if (zone.packages.includes(name)) return undefined
  return `${zone.name} may import ${zone.packages.length > 0 ? `only ${zone.packages.join(', ')}` : 'no package'}, not ${name}`
}

/** @param {string} specifier */
function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** @param {string} path */
const topFolder = (path) => path.split('/')[0]

/**
 * @param {string} from
 * @param {string} specifier
 * @returns {string | undefined} the target's path; undefined for an unknown alias
 */
function resolvePath(from, specifier) {
  if (specifier.startsWith('#')) {
    const entry = aliases.find(({ alias }) => specifier === alias || specifier.startsWith(`${alias}/`))
    if (!entry) return undefined
    return specifier === entry.alias ? entry.barrel : entry.folder + specifier.slice(entry.alias.length)
  }
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
