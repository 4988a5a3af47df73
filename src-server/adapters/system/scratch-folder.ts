// A folder for a while, on the same disk as another one. Those that a killed process left are removed by the next that makes one.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PREFIX = '.frontdesk-doctor-'

/** The folder itself, or, as long as it is not made, the nearest one above it: on the same disk as far as anybody can say. */
export const nearestFolder = (folder: string): string => {
  let near = folder
  while (!existsSync(near) && dirname(near) !== near) near = dirname(near)
  return near
}

const removeOld = (parent: string, olderThanMs: number): void => {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(parent, name)
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > olderThanMs) removeScratchFolder(path)
  }
}

/** @throws what the system says when nothing can be made there. */
export const makeScratchFolder = (beside: string, oldAfterMs: number): string => {
  const parent = nearestFolder(beside)
  removeOld(parent, oldAfterMs)
  return mkdtempSync(join(parent, PREFIX))
}

export const removeScratchFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
