// What can stand in the way of opening a data folder, each told by its kind; nothing is changed by the attempt.
import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createSqliteStore, type SqliteStore } from './create-sqlite-store.ts'
import { dataFilesOf } from './data-files.ts'
import { openStorageEngine } from './storage-engine.ts'
import { StoreOpenError, toStoreOpenError } from './store-open-error.ts'
import { whyNotOpened } from './why-not-opened.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-open-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = (inThread: boolean, dir = dataDir): Promise<SqliteStore> =>
  createSqliteStore({
    dataDir: dir,
    inThread,
    clock: createManualClock(),
    random: createSeededRandom(1),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })

const kindOf = async (opening: Promise<SqliteStore>): Promise<unknown> => {
  try {
    await (await opening).journal.close()
    return 'opened'
  } catch (error) {
    expect(error).toBeInstanceOf(StoreOpenError)
    return error instanceof StoreOpenError ? error.kind : error
  }
}

describe.each([
  ['on one thread', true],
  ['on its workers', false],
])('%s', (_, inThread) => {
  it('a folder that does not exist yet is made', async () => {
    expect(await kindOf(open(inThread, join(dataDir, 'a', 'b')))).toBe('opened')
  })

  it('of two servers on one folder the second is refused, and after the first is gone let in', async () => {
    const first = await open(inThread)
    expect(await kindOf(open(inThread))).toBe('locked')
    await first.journal.close()
    expect(await kindOf(open(inThread))).toBe('opened')
  })

  it('a database of a newer version is refused and left as it was', async () => {
    await (await open(inThread)).journal.close()
    const { database } = dataFilesOf(dataDir)
    const db = new Database(database)
    db.pragma('user_version = 99990')
    db.close()
    const before = readFileSync(database)
    expect(await kindOf(open(inThread))).toBe('newer_version')
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  it('what is no database, or another program’s, is refused and left as it was', async () => {
    const { database } = dataFilesOf(dataDir)
    writeFileSync(database, 'Dear diary, '.repeat(1_000))
    expect(await kindOf(open(inThread))).toBe('not_a_database')
    rmSync(database)
    const theirs = new Database(database)
    theirs.exec('CREATE TABLE theirs (a)')
    theirs.close()
    const before = readFileSync(database)
    expect(await kindOf(open(inThread))).toBe('not_a_database')
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  it('a file where the folder should be cannot be opened', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    expect(await kindOf(open(inThread, file))).toBe('cannot_open')
  })
})

it('[D1] the writer waits for the disk: write-ahead log, full synchronisation, no checkpoints of its own, small pages', () => {
  const birth = { dataDir, nativeBinding: undefined, epochCandidate: 'epoch' }
  const engine = openStorageEngine(birth, () => undefined)
  const pragma = (name: string): unknown => engine.db.pragma(name, { simple: true })
  const found = ['journal_mode', 'synchronous', 'fullfsync', 'wal_autocheckpoint', 'page_size'].map(pragma)
  engine.close()
  expect(found).toEqual(['wal', 2, 1, 0, 1024])
})

it.each([
  ['SQLITE_READONLY_DIRECTORY', 'read_only'],
  ['EROFS', 'read_only'],
  ['EACCES', 'read_only'],
  ['SQLITE_FULL', 'no_space'],
  ['ENOSPC', 'no_space'],
  ['SQLITE_CORRUPT', 'not_a_database'],
  ['SQLITE_NOTADB', 'not_a_database'],
  ['SQLITE_IOERR_READ', 'cannot_open'],
])('the system’s %s is told as %s', (code, kind) => {
  const error = toStoreOpenError(Object.assign(new Error('said the system'), { code }), '/data')
  expect(error).toMatchObject({ kind, path: '/data', detail: `${code} said the system` })
})

const saidTheSystem = (code: string, message: string) => Object.assign(new Error(message), { code })

it.each([
  ['SQLite, of a disk that is read-only', saidTheSystem('SQLITE_CANTOPEN', 'unable to open database file'), 'EROFS'],
  ['Node, of a folder that may not be made there', saidTheSystem('ENOENT', 'ENOENT: no such file, mkdir'), 'EROFS'],
  ['SQLite, of a folder that nobody may change', saidTheSystem('SQLITE_CANTOPEN', 'unable to open'), 'EPERM'],
])('[D10.17] the folder cannot be written, though %s, only says that it cannot open it', (_, error, code) => {
  const ask = (): never => {
    throw saidTheSystem(code, `${code}: access`)
  }
  const told = whyNotOpened(error, join(dataDir, 'not', 'there'), join(dataDir, 'not', 'there', 'frontdesk.db'), ask)
  expect(told).toMatchObject({ kind: 'read_only', path: join(dataDir, 'not', 'there') })
})

it('what else is wrong is told as the system said it, once', () => {
  const error = saidTheSystem('ENOTDIR', "ENOTDIR: not a directory, mkdir '/data'")
  expect(whyNotOpened(error, dataDir, '/data')).toMatchObject({
    kind: 'cannot_open',
    path: '/data',
    detail: error.message,
  })
})
