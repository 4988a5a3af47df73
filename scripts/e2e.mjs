// `npm run e2e [-- Playwright flags]`: the end-to-end tests against the built app. `--project=web` needs no Electron.
import { endToEndCommand } from './checks/end-to-end.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'

await runScript('e2e', async () => {
  const { command, args, env } = await endToEndCommand(process.argv.slice(2))
  await becomeProcess(command, args, { env })
})
