// Quick replies over a real database: what a restart finds, and what a storage that fails leaves behind.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fail, limits, type AgentId, type SessionId } from '../../protocol/index.ts'
import type { NewQuickReply } from '../../protocol/reply-schemas.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { createQuickReplies } from './quick-replies.ts'

let opened: OpenedSqliteStore
let owner: AgentIdentity
beforeEach(async () => {
  opened = await openContractStore({ inThread: true })
  const account = { name: 'Owner', login: 'owner', role: 'owner', capacity: 3 } as const
  const made = await opened.store.journal.commit({
    type: 'create-agent',
    actor: { kind: 'system' },
    passwordHash: 'x',
    first: true,
    ...account,
  })
  if (!made.ok) throw new Error(made.code)
  const id: AgentId = made.value.agent
  const whole = { ...account, id, status: 'online', active: true } as AgentIdentity['account']
  owner = { kind: 'agent', session: 1 as SessionId, account: whole }
})
afterEach(async () => opened.dispose())

const repliesOf = (journal: Pick<Journal, 'settings' | 'commit'>, seed = 1) =>
  createQuickReplies({ journal, files: { find: async () => undefined }, random: createSeededRandom(seed) })
const wish = (title: string, shared = true): NewQuickReply => ({
  shared,
  title,
  shortcut: '',
  folder: '',
  text: `${title}?`,
  group: 0 as NewQuickReply['group'],
  file: null,
})

it('[D10.20] a restart finds all of them under the same versions, and gives no id twice', async () => {
  const before = repliesOf(opened.store.journal)
  for (let id = 1; id <= 30; id += 1) await before.add(owner, wish(`Reply ${id}`, id % 3 > 0))
  const page = await before.list(owner, '')
  const last = page.replies.at(-1)
  if (!last) throw new Error('nothing was listed')
  await before.remove(owner, last.id, last.version)
  const after = repliesOf((await opened.reopen()).journal, 2)
  const found = await after.list(owner, page.cursor)
  expect(found.fresh).toBe(true)
  const byId = (rows: typeof page.replies) => rows.toSorted((a, b) => a.id - b.id)
  expect(byId(found.replies)).toEqual(byId(page.replies.slice(0, -1)))
  const [first] = found.replies
  if (!first) throw new Error('nothing was found')
  const { title, shortcut, folder, group } = first
  const changed = { title, shortcut, folder, group, text: 'other', file: null }
  expect((await after.change(owner, first.id, first.version, changed)).ok).toBe(true)
  expect(await after.add(owner, wish('New'))).toMatchObject({ value: { id: last.id + 1 } })
})

it('[D1] what the storage refuses is on no list, and can be tried again', async () => {
  let isFailing = true
  const { journal } = opened.store
  const replies = repliesOf({
    settings: journal.settings,
    commit: async (command) => (isFailing ? fail('storage_failed') : journal.commit(command)),
  })
  expect(await replies.add(owner, wish('One'))).toEqual({ ok: false, code: 'storage_failed' })
  const refused = await replies.import(owner, [wish('Two'), wish('Three')])
  expect(refused).toMatchObject({
    value: { added: 0, refused: [{ code: 'storage_failed' }, { code: 'storage_failed' }] },
  })
  expect((await replies.list(owner, '')).replies).toEqual([])
  isFailing = false
  expect(await replies.import(owner, [wish('One'), wish('Two'), wish('Three')])).toMatchObject({ value: { added: 3 } })
  expect((await replies.list(owner, '')).replies).toHaveLength(3)
})

it('[D10.20] a list that could not be read is read by whoever comes next', async () => {
  let isFailing = true
  const { journal } = opened.store
  const replies = repliesOf({
    commit: journal.commit,
    settings: async (prefix) => {
      if (isFailing) throw new Error('storage_busy')
      return journal.settings(prefix)
    },
  })
  await expect(replies.list(owner, '')).rejects.toThrow('storage_busy')
  isFailing = false
  expect((await replies.list(owner, '')).replies).toEqual([])
})

it('[D9.25] a start with the most replies there may be reads them in pieces', async () => {
  const replies = repliesOf(opened.store.journal)
  for (let from = 0; from < 2_000; from += limits.maxRepliesPerImport)
    await replies.import(
      owner,
      Array.from({ length: limits.maxRepliesPerImport }, (_, index) => wish(`Reply ${from + index}`)),
    )
  const { journal } = await opened.reopen()
  const sizes: number[] = []
  const counted = repliesOf({
    commit: journal.commit,
    settings: async (prefix) => {
      const found = await journal.settings(prefix)
      sizes.push(found.length)
      return found
    },
  })
  expect((await counted.list(owner, '')).replies).toHaveLength(limits.repliesPerPage)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_000)
  expect(Math.max(...sizes)).toBeLessThan(1_200)
}, 20_000)
