import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { APPLICATION_ID, checkOurs, migrate } from './migrate.ts'
import { migrations } from './migration-list.ts'
import type { WriteDb } from './open-database.ts'

let db: WriteDb
beforeEach(() => {
  db = new Database(':memory:') as unknown as WriteDb
})
afterEach(() => void db.close())

const upTo = (version: number) => migrations.filter((step) => step.version <= version)
const versionOf = (): unknown => db.pragma('user_version', { simple: true })
const rowsOf = (table: string): readonly unknown[] => db.prepare(`SELECT * FROM ${table}`).all()

/** A row in each table that a version brought, as that version wrote it. Frozen with its migration. */
const rowsOfVersion: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  10: {
    meta: `('epoch', x'65')`,
    entries: `(1, 1750000000000, 1, 1, 1, 0, 2, 0, 0, '{"visitor":{"id":1}}'),
      (2, 1750000000001, 1, 2, 1, 0, 1, 0, 0, '{"cid":"cid-12345","text":"订单","files":[]}')`,
    message_cids: `(1, 1, 'cid-12345', 2)`,
    conversations: `(1, 1, 1, 0, 1750000000000, 1750000000000, 0, 2, 2, 1750000000001, 1, 0, NULL)`,
  },
  20: {
    visitors: `(1, '小王', 'zh-CN', 'ua', '["vip"]', '{"url":"","title":"","referrer":""}')`,
    agents: `(1, 'Li', 'owner', 'online', 8, 1, 'li', 'li', 'hash')`,
    sessions: `(1, 1, 'token hash', '127.0.0.1', 'test', 1, 2)`,
  },
  30: { files: `('key', 'a.png', 1, 'image/png', 1, 1, 1, 0, 1, 3, 0)` },
  40: { receipts: `(1, 1, 0, 2, 2, 0, 2)`, settings: `('desk.name', '"前台"')` },
  50: {
    conversations: `(2, 2, 1, 0, 1750000000000, 1750000000000, 0, 2, 2, 1750000000001, 1, 0, NULL, 3, 9,
      '{"agents":[],"reason":null}')`,
  },
  60: {},
  70: { visitor_trails: `(1, 1750000000000, '[{"at":1750000000000,"url":"","title":"","referrer":""}]')` },
  80: { revisions: `(2, 3, 1750000000002, NULL)` },
  90: { mentions: `(1, 2)` },
  100: { ratings: `(1, 1750000000000, 1750000000009, 5, 'quick', 1, 0, 1)` },
}

it('the migrations are numbered upwards, and each has its rows here', () => {
  const versions = migrations.map((step) => step.version)
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  expect(Object.keys(rowsOfVersion).map(Number)).toEqual(migrations.map((step) => step.version))
})

it.each(migrations.map((step) => [step.version]))(
  'version %i comes from the one before with its rows unharmed',
  (version) => {
    const kept = new Map<string, readonly unknown[]>()
    for (const step of upTo(version - 1)) {
      // Step by step: a row is written as its own version wrote it, before a later one gave its table more columns.
      migrate(db, upTo(step.version))
      for (const [table, values] of Object.entries(rowsOfVersion[step.version] ?? {})) {
        db.exec(`INSERT INTO ${table} VALUES ${values}`)
        kept.set(table, rowsOf(table))
      }
    }
    migrate(db, upTo(version))
    expect(versionOf()).toBe(version)
    for (const [table, rows] of kept) expect(rowsOf(table), table).toMatchObject(rows)
    for (const [table, values] of Object.entries(rowsOfVersion[version] ?? {}))
      db.exec(`INSERT OR REPLACE INTO ${table} VALUES ${values}`)
  },
)

it('a new database is marked as ours and brought to the newest version; again changes nothing', () => {
  migrate(db)
  expect(versionOf()).toBe(migrations.at(-1)?.version)
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  const schema = rowsOf('sqlite_schema')
  migrate(db)
  expect(rowsOf('sqlite_schema')).toEqual(schema)
  expect(() => checkOurs(db, 'x')).not.toThrow()
})

it('a migration that fails leaves the database as it was', () => {
  migrate(db, upTo(10))
  const schema = rowsOf('sqlite_schema')
  const broken = {
    version: 20,
    up: () => {
      db.exec('CREATE TABLE half (a)')
      throw new Error('broken')
    },
  }
  expect(() => migrate(db, [...upTo(10), broken])).toThrow('broken')
  expect(versionOf()).toBe(10)
  expect(rowsOf('sqlite_schema')).toEqual(schema)
})

it('a newer version and another program’s file are refused by their kind', () => {
  migrate(db)
  db.pragma('user_version = 9990')
  expect(() => checkOurs(db, 'the.db')).toThrow(expect.objectContaining({ kind: 'newer_version', path: 'the.db' }))
  const other = new Database(':memory:') as unknown as WriteDb
  other.exec('CREATE TABLE theirs (a)')
  expect(() => checkOurs(other, 'the.db')).toThrow(expect.objectContaining({ kind: 'not_a_database' }))
  other.close()
})
