// A storage thread that dies under load: nothing is lost, nothing is announced twice or not at all, and work goes on.
import { Worker } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import type { Offset, Result, VisitorId } from '../../protocol/index.ts'
import type { Outcome } from '../../ports/command.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { asAgent, somebody, storeActions } from '../../testing/store-contract/store-actions.ts'

let opened: OpenedSqliteStore | undefined
afterEach(() => opened?.dispose())

const openWatched = async () => {
  const workers: { readonly name: string; readonly worker: Worker }[] = []
  opened = await openContractStore({
    startWorker(code, options) {
      const worker = new Worker(code, options)
      workers.push({ name: options.name ?? '', worker })
      return worker
    },
  })
  const newest = (name: string) => workers.findLast((one) => one.name === name)?.worker
  return { ...opened, newest, actions: storeActions(opened.store) }
}

it('[D1] [D2] the storage thread dies: every message is stored once and announced once, in order', async () => {
  const { store, newest, actions, logger } = await openWatched()
  const announced: Offset[] = []
  store.journal.onCommitted((group) => announced.push(...group.entries.map(({ entry }) => entry.offset)))
  const visitors = await Promise.all(Array.from({ length: 10 }, () => store.visitors.create(somebody)))

  let refusals = 0
  const insist = async (visitor: VisitorId, cid: string): Promise<void> => {
    for (let result: Result<Outcome> | undefined; !result?.ok;) {
      result = await actions.say(visitor, `text of ${cid}`, { cid })
      if (!result.ok) {
        expect(result.code).toBe('storage_failed')
        refusals += 1
      }
    }
  }
  for (let round = 0; round < 3; round += 1) {
    const sends = visitors.flatMap((visitor) =>
      Array.from({ length: 30 }, (_, index) => insist(visitor, `cid-${round}-${visitor}-${index}`)),
    )
    await Promise.race(sends)
    await newest('storage-worker')?.terminate()
    await Promise.all(sends)
  }

  const entries = await actions.replay(asAgent(1 as never), 0 as Offset, 500)
  const cids = entries.flatMap((entry) => (entry.kind === 'message.sent' ? [entry.body.cid] : []))
  expect(new Set(cids).size).toBe(3 * 10 * 30)
  expect(cids).toHaveLength(3 * 10 * 30)
  expect(announced).toEqual(entries.map((entry) => entry.offset))
  expect(store.journal.head()).toBe(announced.at(-1))
  expect(refusals).toBeGreaterThan(0)
  expect(logger.lines.filter((line) => line.message.includes('died'))).toHaveLength(3)
})

it('the reader dies: the storage thread answers until another reader is up', async () => {
  const { store, newest, actions } = await openWatched()
  const visitor = await store.visitors.create(somebody)
  await actions.done(actions.say(visitor, 'hi'))
  await store.search.slice(asAgent(1 as never), { text: 'hi', before: 0 as Offset, limit: 1 })
  await newest('reader-worker')?.terminate()
  expect((await store.journal.visitorSnapshot(visitor)).entries).toHaveLength(2)
})

it('a reader that dies before it is up is tried again', async () => {
  let readers = 0
  opened = await openContractStore({
    startWorker(code, options) {
      const isFirstReader = options.name === 'reader-worker' && (readers += 1) === 1
      return isFirstReader ? new Worker('process.exit(1)', { eval: true }) : new Worker(code, options)
    },
  })
  const asked = { text: 'hi', before: 0 as Offset, limit: 1 }
  expect((await opened.store.search.slice(asAgent(1 as never), asked)).hits).toEqual([])
  expect(readers).toBe(2)
})
