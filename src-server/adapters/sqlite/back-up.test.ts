import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NO_OFFSET, type AgentId } from '../../protocol/index.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { asAgent, asVisitor, somebody, storeActions } from '../../testing/store-contract/store-actions.ts'
import { backUpDatabase } from './back-up.ts'
import { restoreDatabase } from './restore.ts'

let opened: OpenedSqliteStore
let folder = ''
beforeEach(async () => {
  opened = await openContractStore({ inThread: true })
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-backup-'))
})
afterEach(async () => {
  await opened.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const everyone = asAgent(1 as AgentId)

it('a backup of a database in use holds everything acknowledged, and restores as a journal of its own', async () => {
  const { store, dataDir } = opened
  const { say, done, newVisitor, replay } = storeActions(store)
  const visitor = await newVisitor()
  await done(say(visitor, 'before'))
  const target = join(folder, 'desk.db')
  await store.backUpTo(target)
  expect(readdirSync(folder)).toEqual(['desk.db'])
  const saved = await replay(everyone)
  await done(say(visitor, 'after'))
  const stranger = await newVisitor()
  const epoch = store.journal.epoch
  const key = await store.secrets.visitorTokenKey()
  await store.journal.close()

  const kept = restoreDatabase({ dataDir, source: target, epoch: 'another epoch' })
  expect(kept && existsSync(kept)).toBe(true)
  const restored = await opened.reopen()
  expect(restored.journal.epoch).toBe('another epoch')
  expect(restored.journal.epoch).not.toBe(epoch)
  expect(await storeActions(restored).replay(everyone)).toEqual(saved)
  // Whoever came after the backup still holds a good token: their number is never given to anyone else.
  const next = await restored.visitors.create(somebody)
  expect(next).toBeGreaterThan(stranger + 1_000)
  expect(await storeActions(restored).replay(asVisitor(stranger))).toEqual([])
  expect([...(await restored.secrets.visitorTokenKey())]).not.toEqual([])
  expect(key).toHaveLength(32)
  const snapshot = await restored.journal.visitorSnapshot(visitor)
  expect(snapshot.entries.at(-1)?.body).toMatchObject({ text: 'before' })
  expect(await restored.journal.countAfter(everyone, NO_OFFSET, 10)).toBe(2)
})

it('a backup is never written over, and one that fails leaves nothing behind', async () => {
  const target = join(folder, 'desk.db')
  writeFileSync(target, 'precious')
  await expect(opened.store.backUpTo(target)).rejects.toMatchObject({
    message: expect.stringContaining('exists') as string,
  })
  await expect(opened.store.backUpTo(join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['desk.db'])
})

it('a stopped server’s folder is backed up by the command line as well', async () => {
  const { say, done, newVisitor } = storeActions(opened.store)
  await done(say(await newVisitor(), 'hi'))
  await opened.store.journal.close()
  const target = join(folder, 'desk.db')
  backUpDatabase({ dataDir: opened.dataDir, target })
  const elsewhere = join(folder, 'elsewhere')
  expect(restoreDatabase({ dataDir: elsewhere, source: target, epoch: 'e' })).toBeUndefined()
  const copy = await openContractStore({ inThread: true, dataDir: elsewhere })
  expect(copy.store.journal.head()).toBe(2)
  await copy.store.journal.close()
  await opened.reopen()
})

it('restoring is refused while a server runs, from what is no backup, and leaves the database as it was', async () => {
  const { say, done, newVisitor } = storeActions(opened.store)
  await done(say(await newVisitor(), 'hi'))
  const target = join(folder, 'desk.db')
  await opened.store.backUpTo(target)
  const { dataDir } = opened
  const restore = (source: string) => () => restoreDatabase({ dataDir, source, epoch: 'e' })
  expect(restore(target)).toThrow(expect.objectContaining({ kind: 'locked' }))
  await opened.store.journal.close()
  const junk = join(folder, 'junk')
  writeFileSync(junk, 'junk '.repeat(1_000))
  expect(restore(junk)).toThrow(expect.objectContaining({ kind: 'not_a_database' }))
  expect(restore(join(folder, 'missing'))).toThrow(expect.objectContaining({ kind: 'cannot_open' }))
  const store = await opened.reopen()
  expect(store.journal.head()).toBe(2)
  expect(readdirSync(dataDir).filter((name) => name.includes('restor'))).toEqual([])
})
