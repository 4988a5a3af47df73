// `npm run bench:desk [-- flags]`: finds an Electron when the ladder is to be climbed inside one, then runs bench/desk.ts.
import { join } from 'node:path'
import { prepareDesktop } from './setup/desktop.mjs'
import { requirePinnedNode } from './tools/pinned-node.mjs'
import { projectRoot } from './tools/project-paths.mjs'
import { becomeProcess } from './tools/run-process.mjs'
import { runScript } from './tools/run-script.mjs'

/** The generator's own collections of garbage are in every figure: small and often beats rare and long. */
const generatorFlags = ['--max-semi-space-size=2', '--single-threaded-gc']

await runScript('bench', async () => {
  const flags = process.argv.slice(2)
  const systems = flags.find((_, index) => flags[index - 1] === '--systems')
  const isHosted = systems === undefined ? !flags.includes('--quick') : systems.includes('electron')
  const env = { ...process.env, ...(isHosted ? await prepareDesktop() : {}) }
  await becomeProcess(requirePinnedNode(), [...generatorFlags, join(projectRoot, 'bench/desk.ts'), ...flags], { env })
})
