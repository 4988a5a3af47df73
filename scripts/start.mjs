// `npm start [-- flags]`: the desktop app where there is a display, else the server on its own. Flags are passed on:
// to the app also as the settings of the server that it hosts.
import { join } from 'node:path'
import { buildIfStale } from './build/build-all.mjs'
import { openDemoDesk } from './demo-desk.mjs'
import { hasDisplay, prepareDesktop, sandboxArguments } from './setup/desktop.mjs'
import { ensureModels } from './setup/models.mjs'
import { serverSettings } from './setup/server-settings.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'
import { say } from './tools/say.mjs'

const flags = process.argv.slice(2)

await runScript('start', async () => {
  await Promise.all([buildIfStale(), ensureModels()])
  const desktop = hasDisplay() ? await desktopOrReason() : undefined
  if (desktop && flags.includes('--demo')) await openDemoDesk(desktop, flags)
  else if (desktop) {
    const env = { ...process.env, ...serverSettings(flags), ...desktop }
    await becomeProcess(desktop.ELECTRON_EXEC_PATH, [projectRoot, ...sandboxArguments(), ...flags], { env })
  } else {
    // Somebody who tries it out wants to see the widget on a page as well.
    const pages = flags.includes('--demo-page') ? [] : ['--demo-page']
    await becomeProcess(requirePinnedNode(), [join(projectRoot, 'out', 'main', 'cli.js'), 'serve', ...pages, ...flags])
  }
})

/** A machine with a display but no Electron to be had still gets its server, and the desk in a browser. */
async function desktopOrReason() {
  try {
    return await prepareDesktop()
  } catch (error) {
    say('start', error instanceof Error ? error.message : String(error))
    say('start', 'serving without a window: open the address below in a browser.')
    return undefined
  }
}
