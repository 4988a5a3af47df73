// Everything a desktop start needs on this machine, as the environment variables that say where it is.
import { ensureDebianPackages, packageGroups } from './debian-packages.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { sqliteBindingFor } from './sqlite-for-electron.mjs'

/** Whether a window can be shown. */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * @returns {Promise<{ ELECTRON_EXEC_PATH: string, FRONTDESK_SQLITE_BINDING?: string }>} the latter only for an
 *   Electron that cannot load better-sqlite3's own binary
 */
export async function prepareDesktop() {
  await ensureDebianPackages([...packageGroups.electron, ...(hasDisplay() ? [] : packageGroups.screen)])
  const runtime = await resolveElectron()
  const binding = await sqliteBindingFor(runtime)
  return { ELECTRON_EXEC_PATH: runtime.path, ...(binding ? { FRONTDESK_SQLITE_BINDING: binding } : {}) }
}

/** Chromium's sandbox refuses to run as root. */
export function sandboxArguments(platform = process.platform, userId = process.getuid?.()) {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : []
}

/**
 * The command under a virtual screen where there is no real one.
 * @param {readonly string[]} command
 * @returns {{ command: string, args: string[] }}
 */
export function onSomeScreen(command, shown = hasDisplay()) {
  const whole = shown ? [...command] : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command]
  const [first = '', ...args] = whole
  return { command: first, args }
}
