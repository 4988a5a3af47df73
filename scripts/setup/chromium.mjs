// Finds a Chromium for the end-to-end tests: one named by the environment, one of the system's, Playwright's own download,
// and on Debian as root the package.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureDebianPackages, packageGroups } from './debian-packages.mjs'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @returns {Promise<string>} the executable */
export async function resolveChromium() {
  const found = process.env['FRONTDESK_CHROMIUM'] || onPath() || (await ofPlaywright())
  if (found) return found
  await ensureDebianPackages(packageGroups.chromium)
  const installed = onPath()
  if (installed) return installed
  throw new Error(
    'No Chromium: install one (Debian: apt-get install chromium, elsewhere: npx playwright install chromium), ' +
      'or set FRONTDESK_CHROMIUM to its path.',
  )
}

/** @returns {string | undefined} */
function onPath() {
  if (process.platform === 'win32') return undefined // Playwright's own download is the way there
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find((path) => existsSync(path))
}

/** @returns {Promise<string | undefined>} */
async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}
