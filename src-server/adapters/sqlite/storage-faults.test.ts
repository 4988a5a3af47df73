// What the disk, and our own bugs, may do to a running store.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { asAgent, somebody, storeActions } from '../../testing/store-contract/store-actions.ts'
import { StorageError } from '../../ports/storage-error.ts'
import { openStorageEngine, type StorageEngine } from './storage-engine.ts'
import { prepareContextStatements } from './context-statements.ts'
import { createConversationMemory } from './conversation-memory.ts'
import { createBatchRunner, type Write } from './run-batch.ts'
import { createPrepare } from './slow-query-log.ts'
import { createSqliteContext } from './sqlite-context.ts'
import { prepareWriteStatements } from './write-statements.ts'

let freeBytes = Number.MAX_SAFE_INTEGER
let opened: OpenedSqliteStore
beforeEach(async () => {
  freeBytes = Number.MAX_SAFE_INTEGER
  opened = await openContractStore({ inThread: true, freeBytes: () => freeBytes })
})
afterEach(() => opened.dispose())

const refused = (code: string) => ({ ok: false, code })

it('[D1] below the bound of free disk nothing is stored, reads go on, and it passes by itself', async () => {
  const { store } = opened
  const { say, replay } = storeActions(store)
  const visitor = await store.visitors.create(somebody)
  const kept = await say(visitor, 'kept')
  expect(kept.ok).toBe(true)
  freeBytes = limits.minFreeDiskBytes - 1
  expect(await say(visitor, 'refused', { cid: 'cid-refused' })).toEqual(refused('storage_full'))
  await expect(store.visitors.create(somebody)).rejects.toEqual(new StorageError('storage_full'))
  expect(await replay(asAgent(1 as never))).toHaveLength(2)
  freeBytes = limits.minFreeDiskBytes
  expect(await say(visitor, 'refused', { cid: 'cid-refused' })).toMatchObject({ ok: true, value: { duplicate: false } })
})

it('[D1] [D10.17] a desk on a disk that is nearly full starts: what is there can be read', async () => {
  await storeActions(opened.store).say(await opened.store.visitors.create(somebody), 'kept')
  freeBytes = limits.minFreeDiskBytes - 1
  const key = await opened.store.secrets.visitorTokenKey()
  const reopened = await opened.reopen()
  expect(await reopened.secrets.visitorTokenKey()).toEqual(key)
  expect(await storeActions(reopened).replay(asAgent(1 as never))).toHaveLength(2)
})

const engineOn = (dataDir: string): StorageEngine =>
  openStorageEngine({ dataDir, nativeBinding: undefined, epochCandidate: 'epoch' }, () => undefined)

const now = 1_750_000_000_000 as EpochMs
const newVisitor: Write = { type: 'create-visitor', profile: somebody }
const message = (number: number, text = 'hi'): Write => ({
  type: 'send',
  actor: { kind: 'visitor', id: 1 as VisitorId },
  conversation: 0 as never,
  cid: `cid-number-${number}`,
  text,
  files: [],
})

const withEngine = async <T>(work: (engine: StorageEngine) => T): Promise<T> => {
  await opened.store.journal.close()
  const engine = engineOn(opened.dataDir)
  try {
    return work(engine)
  } finally {
    engine.close()
    await opened.reopen()
  }
}

it('[D1] a disk that fills up in the middle of a group: the whole group is refused, and stored when there is room again', () =>
  withEngine(({ api, db }) => {
    api.runBatch([newVisitor, message(0)], now)
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${pages + 2}`)
    const group = Array.from({ length: 40 }, (_, index) => message(index + 1, `${index} `.repeat(1_000)))
    const answer = api.runBatch(group, now)
    expect(new Set(answer.answers.map((one) => (one.ok ? 'stored' : one.code)))).toEqual(new Set(['storage_full']))
    expect(answer.entries).toEqual([])
    expect(api.head()).toBe(2)
    expect(
      api.history(
        { kind: 'visitor', id: 1 as VisitorId },
        { conversation: 1 as never, after: 0 as never, before: 0 as never, limit: 9 },
      ),
    ).toMatchObject({ ok: true })
    db.pragma('max_page_count = 1000000')
    const again = api.runBatch(group, now)
    expect(again.answers.every((one) => one.ok)).toBe(true)
    expect(api.head()).toBe(42)
  }))

it('[D1.1] [D1.3] a commit that the disk refuses is acknowledged to nobody, and a retry stores it once', () =>
  withEngine(({ api, db }) => {
    const statements = prepareWriteStatements(createPrepare(db, () => undefined))
    const memory = createConversationMemory()
    const context = createSqliteContext(prepareContextStatements(createPrepare(db, () => undefined)), memory)
    let isBroken = false
    const failing = new Proxy(db, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name, target)
        if (name !== 'prepare') return typeof own === 'function' ? (own.bind(target) as unknown) : own
        return (sql: string) => {
          const statement = target.prepare(sql)
          if (sql !== 'COMMIT') return statement
          const run = (): unknown => {
            if (isBroken)
              throw Object.assign(new Error('disk I/O error'), { name: 'SqliteError', code: 'SQLITE_IOERR' })
            return statement.run()
          }
          return { run }
        }
      },
    })
    const run = createBatchRunner(failing, context, memory, statements)
    expect(run([newVisitor], now).answers[0]).toMatchObject({ ok: true })
    isBroken = true
    expect(run([message(1), message(2)], now)).toMatchObject({
      answers: [refused('storage_failed'), refused('storage_failed')],
      entries: [],
    })
    isBroken = false
    expect(api.head()).toBe(0)
    expect(run([message(1)], now).answers[0]).toMatchObject({ ok: true, value: { duplicate: false, offset: 2 } })
  }))

it('[D10] a write that breaks on a bug of ours costs the others of its group nothing', () =>
  withEngine(({ api, db }) => {
    api.runBatch([newVisitor, message(0)], now)
    db.exec(
      `CREATE TRIGGER bug BEFORE INSERT ON message_cids WHEN NEW.cid = 'cid-number-2' BEGIN SELECT RAISE(ABORT, 'bug'); END`,
    )
    const broken = {
      type: 'send',
      actor: { kind: 'visitor', id: 1 },
      conversation: 0,
      cid: 'cid-number-9',
      text: null,
    } as unknown as Write
    const answer = api.runBatch([message(1), message(2), broken, message(3), newVisitor], now)
    expect(answer.answers.map((one) => (one.ok ? 'stored' : one.code))).toEqual([
      'stored',
      'internal',
      'internal',
      'stored',
      'stored',
    ])
    expect(answer.faults).toHaveLength(2)
    expect(answer.entries.map(({ entry }) => [entry.offset, entry.seq])).toEqual([
      [3, 3],
      [4, 4],
    ])
    db.exec('DROP TRIGGER bug')
    expect(api.head()).toBe(4)
  }))

it('a fault of the disk is told as storage_failed, and what was promised before stays', () =>
  withEngine(({ api, db }) => {
    api.runBatch([newVisitor, message(0)], now)
    db.pragma('query_only = ON')
    expect(api.runBatch([message(1)], now).answers).toEqual([refused('storage_failed')])
    db.pragma('query_only = OFF')
    expect(api.runBatch([message(1)], now).answers[0]).toMatchObject({ ok: true })
    expect(api.head()).toBe(3)
  }))
