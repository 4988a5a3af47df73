// Debian and Ubuntu packages that a bare machine lacks. Installs as root only; otherwise says what to install.
import { readFileSync } from 'node:fs'
import { runProcess } from '../tools/run-process.mjs'
import { say, sayWhile } from '../tools/say.mjs'

const topic = 'packages'

/**
 * Found by trying on a bare Debian 12; each group is what its name needs and no more. A bar separates the names that one
 * package has in different releases, the newer first.
 */
export const packageGroups = {
  /** A screen for machines without one. */
  screen: ['xvfb', 'xauth'],
  /** Shared libraries that an Electron window links against. */
  electron: ['libgtk-3-0t64|libgtk-3-0', 'libnss3', 'libasound2t64|libasound2', 'libgbm1'],
  /** So that screenshots show Chinese and emoji instead of boxes. */
  fonts: ['fonts-noto-cjk', 'fonts-noto-color-emoji'],
  chromium: ['chromium'],
  /** Only to compile SQLite for an Electron older than the official one. */
  compiler: ['g++'],
}

/** @param {string} osRelease the text of /etc/os-release */
export function isDebianLike(osRelease) {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease)
}

/**
 * @param {string} dpkgOutput lines of "package status", as dpkg-query prints them
 * @param {readonly string[]} wanted
 */
export function missingFrom(dpkgOutput, wanted) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.slice(0, line.indexOf(' '))),
  )
  return wanted.filter((names) => !names.split('|').some((name) => installed.has(name)))
}

/** @param {readonly string[]} wanted */
const oldestNames = (wanted) => wanted.map((names) => names.split('|').at(-1)).join(' ')

/** @param {readonly string[]} wanted */
async function missingPackages(wanted) {
  const names = wanted.flatMap((one) => one.split('|'))
  const asked = await runProcess('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names])
  return missingFrom(asked.stdout, wanted)
}

function onDebian() {
  try {
    return process.platform === 'linux' && isDebianLike(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false // a Linux without the file is not Debian
  }
}

/**
 * @param {readonly string[]} wanted
 * @returns {Promise<boolean>} false when something is still missing; the reason has been said
 */
export async function ensureDebianPackages(wanted) {
  if (!onDebian()) {
    if (process.platform === 'linux')
      say(topic, `not Debian or Ubuntu: please see to the likes of ${oldestNames(wanted)} yourself.`)
    return process.platform !== 'linux'
  }
  const missing = await missingPackages(wanted)
  if (missing.length === 0) return true
  if (process.getuid?.() !== 0) {
    say(
      topic,
      `missing and only root may install them: sudo apt-get install --no-install-recommends ${oldestNames(missing)}`,
    )
    return false
  }
  return sayWhile(topic, `installing ${oldestNames(missing)}`, () => install(missing))
}

/** @param {readonly string[]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runProcess('apt-get', ['update', '-q'], { env })
  if (update.code !== 0) say(topic, `apt-get update failed, going on with the old lists: ${lastLine(update.stderr)}`)
  const names = await Promise.all(missing.map(nameInThisRelease))
  const installed = await runProcess('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env })
  if (installed.code === 0) return true
  say(topic, `apt-get install failed: ${lastLine(installed.stderr)}`)
  return false
}

/** @param {string} alternatives */
async function nameInThisRelease(alternatives) {
  const names = alternatives.split('|')
  for (const name of names) {
    const known = await runProcess('apt-cache', ['show', '--no-all-versions', name])
    if (known.code === 0 && known.stdout.includes('Package:')) return name
  }
  return names.at(-1) ?? alternatives // apt-get then says itself that it does not know it
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}
