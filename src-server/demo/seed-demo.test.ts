import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  NO_OFFSET,
  ok,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type Offset,
  type VisitorId,
} from '../protocol/index.ts'
import { createSqliteStore, type SqliteStore } from '../adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createPasswordHasher, type PasswordHasher } from '../app/accounts/password-hasher.ts'
import { evolve, type ConversationState } from '../core/conversation/conversation-state.ts'
import type { Reader } from '../ports/journal.ts'
import { createFakeLogger } from '../testing/fake-logger.ts'
import { createFakeMetrics } from '../testing/fake-metrics.ts'
import { createSeededRandom } from '../testing/seeded-random.ts'
import { openSqliteHistory } from './history/sqlite-history.ts'
import { seedDemo, type DemoSeeding } from './seed-demo.ts'

const random = createSeededRandom(5)
const logger = createFakeLogger()
const clock = createSystemClock()
const owner: Reader = { kind: 'agent', id: 1 as AgentId, scope: 'all' }
/** scrypt is tried once; elsewhere it would only cost time. */
const plainHasher: PasswordHasher = {
  hash: async (password) => ok(`plain$${password.length}`),
  verify: async () => ok(false),
}

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-demo-'))
  folders.push(folder)
  return folder
}

const seed = (dataDir: string, conversations: number, hasher = plainHasher): Promise<DemoSeeding> =>
  seedDemo({ dataDir, clock, random, logger, hasher, size: { days: conversations / 9, conversations } })

const openStore = (dataDir: string): Promise<SqliteStore> =>
  createSqliteStore({ dataDir, inThread: true, clock, random, logger, metrics: createFakeMetrics() })

let store: SqliteStore
let seeding: Extract<DemoSeeding, { kind: 'seeded' }>
beforeAll(async () => {
  const dataDir = newFolder()
  const made = await seed(dataDir, 270, createPasswordHasher())
  if (made.kind !== 'seeded') throw new Error(`an empty folder is ${made.kind}`)
  seeding = made
  store = await openStore(dataDir)
}, 60_000)
afterAll(async () => {
  await store.journal.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const everything = async ({ journal }: SqliteStore): Promise<Entry[]> => {
  const entries: Entry[] = []
  for (let after: Offset = NO_OFFSET; ;) {
    const chunk = await journal.readAfter(owner, after, 1_000)
    entries.push(...chunk.entries)
    after = chunk.upTo
    if (!chunk.more) return entries
  }
}

const allSummaries = async ({ journal }: SqliteStore): Promise<ConversationSummary[]> => {
  const summaries: ConversationSummary[] = []
  for (const view of ['open', 'closed'] as const)
    for (let before = NO_OFFSET; ;) {
      const { conversations } = await journal.list(owner, { view, visitor: 0 as VisitorId, before, limit: 100 })
      summaries.push(...conversations)
      before = conversations.at(-1)?.lastOffset ?? NO_OFFSET
      if (conversations.length < 100) break
    }
  return summaries
}

it('[D3] [D7] a seeded database is what a recount of its journal gives', async () => {
  expect(store.journal.head()).toBe(seeding.entries)
  const states = new Map<ConversationId, ConversationState>()
  const entries = await everything(store)
  expect(entries).toHaveLength(seeding.entries)
  for (const entry of entries)
    if (entry.conversation > 0) states.set(entry.conversation, evolve(states.get(entry.conversation), entry))
  const summaries = await allSummaries(store)
  expect(summaries).toHaveLength(states.size)
  for (const { visitor, unread, answered, ...summary } of summaries) {
    const state = states.get(summary.id)
    expect(state).toMatchObject({ ...summary, visitor: visitor.id })
    expect(answered === true).toBe((state?.deskMessages ?? 0) > 0)
    if (summary.status === 'closed') expect(unread).toBe(0)
  }
})

it('[D2] no message id is used twice', async () => {
  const messages = (await everything(store)).filter((entry) => entry.kind === 'message.sent')
  expect(new Set(messages.map(({ body }) => body.cid)).size).toBe(messages.length)
})

it('makes five accounts whose passwords work and stand nowhere', async () => {
  const { accounts } = seeding
  expect(accounts.map(({ role }) => role)).toEqual(['owner', 'agent', 'admin', 'agent', 'agent'])
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(5)
  const [first, second] = accounts
  const stored = await store.accounts.credentials(first?.login ?? '')
  const hasher = createPasswordHasher()
  expect(await hasher.verify(first?.password ?? '', stored?.passwordHash)).toEqual({ ok: true, value: true })
  expect(await hasher.verify(second?.password ?? '', stored?.passwordHash)).toEqual({ ok: true, value: false })
  expect(JSON.stringify([logger, await everything(store)])).not.toContain(first?.password)
})

it('keeps the pictures that visitors sent', async () => {
  const sent = (await everything(store)).flatMap((entry) => (entry.kind === 'message.sent' ? entry.body.files : []))
  expect(sent.length).toBeGreaterThan(0)
  for (const file of sent) expect(await store.files.find(file.key)).toMatchObject(file)
})

it('fills a folder once', async () => {
  const dataDir = newFolder()
  expect((await seed(dataDir, 40)).kind).toBe('seeded')
  expect(await seed(dataDir, 40)).toEqual({ kind: 'already' })
})

it('leaves a folder empty when it is cut short', async () => {
  const dataDir = newFolder()
  const history = openSqliteHistory({ dataDir, random, nativeBinding: undefined })
  history.begin()
  const page = { url: '', title: '', referrer: '' }
  history.target.createVisitor({ name: '', locale: 'zh-CN', userAgent: '', tags: [], page })
  // The process ends here.
  history.rollBack()
  history.close()
  expect((await seed(dataDir, 40)).kind).toBe('seeded')
  const again = await openStore(dataDir)
  expect(await again.visitors.profile(1 as VisitorId)).toMatchObject({
    page: { url: expect.stringContaining('https') },
  })
  await again.journal.close()
})
