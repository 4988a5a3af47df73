import { expect, it } from 'vitest'
import { createContractClock } from '../../testing/store-contract/contract-clock.ts'
import { somebody, storeActions } from '../../testing/store-contract/store-actions.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { settle } from '../../testing/settle.ts'
import { describeStoreContract } from '../../testing/store-contract.ts'
import { createMemoryStore, type MemoryImage } from './create-memory-store.ts'

const clock = createContractClock()
const open = (image?: MemoryImage) =>
  createMemoryStore({ clock, random: createSeededRandom(1), ...(image ? { image } : {}) })

describeStoreContract('memory', async () => {
  const ownClock = createContractClock()
  const random = createSeededRandom(7)
  const store = createMemoryStore({ clock: ownClock, random })
  return {
    store,
    clock: ownClock,
    reopen: async () => createMemoryStore({ clock: ownClock, random, image: store.image() }),
    dispose: async () => undefined,
  }
})

it('a full disk refuses whole groups, stores nothing of them, and passes', async () => {
  const store = open()
  const { say } = storeActions(store)
  const visitor = await store.visitors.create(somebody)
  store.failNext('storage_full', 1)
  const results = await Promise.all([say(visitor, 'a', { cid: 'cid-a-1234' }), say(visitor, 'b')])
  expect(results).toEqual([
    { ok: false, code: 'storage_full' },
    { ok: false, code: 'storage_full' },
  ])
  expect(store.journal.head()).toBe(0)
  expect(await say(visitor, 'a', { cid: 'cid-a-1234' })).toMatchObject({ ok: true, value: { duplicate: false } })
  store.failNext('storage_failed', 1)
  await expect(store.visitors.create(somebody)).rejects.toMatchObject({ code: 'storage_failed' })
})

it('[D1] a crash loses what was not acknowledged and nothing else', async () => {
  const store = open()
  const { say, done } = storeActions(store)
  const visitor = await store.visitors.create(somebody)
  await done(say(visitor, 'kept'))
  const release = store.hold()
  let isAnswered = false
  void say(visitor, 'lost').then(() => (isAnswered = true))
  await settle()
  store.crash()
  release()
  await settle()
  expect(isAnswered).toBe(false)
  const next = open(store.image())
  expect(next.journal.epoch).toBe(store.journal.epoch)
  expect(next.journal.head()).toBe(2)
})
