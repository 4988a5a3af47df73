// `npm run bench:renderer`: finds a Chromium as the end-to-end tests do, then runs bench/renderer.ts.
import { join } from 'node:path'
import { buildIfStale } from './build/build-all.mjs'
import { resolveChromium } from './setup/chromium.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'

await runScript('bench', async () => {
  const env = { ...process.env, FRONTDESK_CHROMIUM: await resolveChromium() }
  await buildIfStale()
  await becomeProcess(requirePinnedNode(), [join(projectRoot, 'bench/renderer.ts'), ...process.argv.slice(2)], { env })
})
