// Makes out/: the desktop app with the server, the widget, and the component page that the end-to-end tests look at.
import { join } from 'node:path'
import { requirePinnedNode } from '../tools/pinned-node.mjs'
import { projectRoot } from '../tools/project-paths.mjs'
import { mustRun } from '../tools/run-process.mjs'
import { sayWhile } from '../tools/say.mjs'
import { isBuildStale, stampBuild } from './stale-build.mjs'

const builds = [
  ['electron-vite/bin/electron-vite.js', 'build'],
  ['vite/bin/vite.js', 'build', '--config', 'vite.widget.config.ts'],
  ['vite/bin/vite.js', 'build', '--config', 'vite.web.config.ts'],
]

export async function buildAll() {
  const env = { ...process.env, NODE_ENV: 'production' }
  await Promise.all(
    builds.map(([tool = '', ...args]) => {
      const bin = join(projectRoot, 'node_modules', tool)
      return mustRun(requirePinnedNode(), [bin, ...args], { cwd: projectRoot, env })
    }),
  )
  await stampBuild()
}

export async function buildIfStale() {
  if (isBuildStale()) await sayWhile('build', 'building', buildAll)
}
