import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuildStale } from './stale-build.mjs'

describe('the build', () => {
  let root: string
  const write = (path: string, atSeconds: number) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), '')
    utimesSync(join(root, path), atSeconds, atSeconds)
  }
  const settleFolders = (...paths: string[]) => paths.forEach((path) => utimesSync(join(root, path), 50, 50))
  const isStale = () => isBuildStale(root, join(root, 'out/.built'))

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'frontdesk-build-'))
    write('src-main/windows/main-window.ts', 100)
    settleFolders('src-main', 'src-main/windows')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('is stale before the first', () => {
    expect(isStale()).toBe(true)
  })

  it('is fresh when made after every source', () => {
    write('out/.built', 200)
    write('README.md', 300)
    expect(isStale()).toBe(false)
  })

  it.for(['src-main/windows/main-window.ts', 'electron.vite.config.ts', 'package-lock.json'])(
    'is stale after %s changed',
    (path) => {
      write('out/.built', 200)
      write(path, 300)
      expect(isStale()).toBe(true)
    },
  )
})
