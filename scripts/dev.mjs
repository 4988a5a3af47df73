// `npm run dev [-- flags]`: the desktop app with hot reload.
import { join } from 'node:path'
import { discardStamp } from './build/stale-build.mjs'
import { prepareDesktop, sandboxArguments } from './setup/desktop.mjs'
import { ensureModels } from './setup/models.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'

await runScript('dev', async () => {
  const env = { ...process.env, ...(await prepareDesktop()) }
  await ensureModels()
  await discardStamp() // out/ will hold a half for development
  const electronVite = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const flags = [...sandboxArguments(), ...process.argv.slice(2)]
  await becomeProcess(requirePinnedNode(), [electronVite, 'dev', '--watch', '--', ...flags], { cwd: projectRoot, env })
})
