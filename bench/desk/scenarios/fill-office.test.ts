// What the figures of a grown office stand on: that it holds what it says.
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFilesOf } from '../../../src-server/adapters/sqlite/data-files.ts'
import { fillOffice } from './fill-office.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-fill-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

it('fills an office with as many messages as it says, over visits days apart, the last of them open', async () => {
  const filled = await fillOffice(dataDir, { visitors: 5, agents: 2 }, 400)
  const db = new Database(dataFilesOf(dataDir).database, { readonly: true })
  const one = (sql: string, ...values: number[]): unknown =>
    db
      .prepare(sql)
      .pluck()
      .get(...values)
  const search = new Database(dataFilesOf(dataDir).search, { readonly: true })
  try {
    expect(filled.messages).toBe(440)
    expect(one(`SELECT count(*) FROM entries WHERE body LIKE '%"cid"%'`)).toBe(filled.messages)
    expect(one('SELECT count(*) FROM conversations WHERE is_open = 1')).toBe(5)
    expect(one('SELECT count(*) FROM conversations')).toBe(20)
    expect(one(`SELECT count(*) FROM entries WHERE conversation = ? AND body LIKE '%"cid"%'`, filled.longest)).toBe(
      filled.longestLength,
    )
    expect(one('SELECT max(at) - min(at) FROM entries')).toBeGreaterThan(9 * 24 * 3600 * 1000)
    expect(one('SELECT max(at) FROM entries')).toBeLessThanOrEqual(Date.now())
    expect(search.prepare('SELECT count(*) FROM places').pluck().get()).toBe(filled.messages)
  } finally {
    db.close()
    search.close()
  }
})
