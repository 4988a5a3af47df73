// `npm run setup`: fetches what the tests and the desktop app need on this machine. Every step may be repeated.
import { resolveChromium } from './setup/chromium.mjs'
import { ensureDebianPackages, packageGroups } from './setup/debian-packages.mjs'
import { prepareDesktop } from './setup/desktop.mjs'
import { ensureModels } from './setup/models.mjs'
import { runScript } from './tools/run-script.mjs'
import { say } from './tools/say.mjs'

await runScript('setup', async () => {
  // In one go: apt-get takes most of its time to start.
  await ensureDebianPackages(Object.values(packageGroups).flat())
  const chromium = await resolveChromium()
  const desktop = await prepareDesktop()
  await ensureModels()
  for (const [name, value] of Object.entries({ FRONTDESK_CHROMIUM: chromium, ...desktop }))
    say('setup', `${name}=${value}`)
})
