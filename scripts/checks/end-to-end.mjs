// How to run Playwright here: what has to be built and fetched first, and on which screen.
import { join } from 'node:path'
import { buildIfStale } from '../build/build-all.mjs'
import { resolveChromium } from '../setup/chromium.mjs'
import { ensureDebianPackages, packageGroups } from '../setup/debian-packages.mjs'
import { onSomeScreen, prepareDesktop } from '../setup/desktop.mjs'
import { requirePinnedNode } from '../tools/pinned-node.mjs'
import { projectRoot } from '../tools/project-paths.mjs'

/**
 * @param {readonly string[]} flags Playwright's
 * @returns {Promise<{ command: string, args: string[], env: NodeJS.ProcessEnv }>}
 */
export async function endToEndCommand(flags) {
  await ensureDebianPackages(packageGroups.fonts)
  const env = { ...process.env, FRONTDESK_CHROMIUM: await resolveChromium() }
  const withElectron = needsElectron(flags)
  if (withElectron) Object.assign(env, await prepareDesktop())
  await buildIfStale()
  const playwright = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  const config = join(projectRoot, 'e2e', 'playwright.config.ts')
  const command = [requirePinnedNode(), playwright, 'test', '--config', config, ...flags]
  return { ...onSomeScreen(command, withElectron ? undefined : true), env }
}

/** @param {readonly string[]} flags */
export function needsElectron(flags) {
  const projects = flags.flatMap((flag, index) => {
    if (flag === '--project') return flags[index + 1] ?? []
    return flag.startsWith('--project=') ? flag.slice('--project='.length) : []
  })
  return projects.length === 0 || projects.includes('electron') || projects.includes('alone')
}
