// `npm run pack [-- electron-builder flags]`: installers for this platform in dist/.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build/build-all.mjs'
import { resolveElectron } from './setup/electron-runtime.mjs'
import { ensureModels } from './setup/models.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'

await runScript('pack', async () => {
  await Promise.all([buildIfStale(), ensureModels()])
  const runtime = await resolveElectron()
  const electronBuilder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  // electron-builder fetches the official runtime itself; any other has to be named.
  const named = [`-c.electronVersion=${runtime.version}`, `-c.electronDist=${dirname(runtime.path)}`]
  const flags = [...(runtime.source === 'official' ? [] : named), ...process.argv.slice(2)]
  await becomeProcess(requirePinnedNode(), [electronBuilder, ...flags], { cwd: projectRoot })
})
