import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../tools/project-paths.mjs'
import { definesOf, sqliteBindingFor } from './sqlite-for-electron.mjs'

describe('SQLite for an older Electron', () => {
  it('is compiled with the options of the package itself', () => {
    const gypi = readFileSync(join(projectRoot, 'node_modules/better-sqlite3/deps/defines.gypi'), 'utf8')
    const defines = definesOf(gypi)
    expect(defines).toContain('SQLITE_ENABLE_FTS5')
    expect(defines).toContain('SQLITE_DEFAULT_CACHE_SIZE=-16000')
    expect(defines).toContain('SQLITE_THREADSAFE=2')
    expect(defines.length).toBe(gypi.match(/^ {4}'/gm)?.length)
  })

  it('is not needed where the package has a binary that loads', async () => {
    expect(await sqliteBindingFor({ nodeApi: 10 })).toBeUndefined()
  })
})
