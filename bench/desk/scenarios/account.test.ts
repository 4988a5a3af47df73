// The books over a real database: each fault that they look for is made by hand and must be seen.
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSqliteStore } from '../../../src-server/adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../../../src-server/adapters/system/system-clock.ts'
import { createSystemRandom } from '../../../src-server/adapters/system/system-random.ts'
import { createFakeLogger } from '../../../src-server/testing/fake-logger.ts'
import { createFakeMetrics } from '../../../src-server/testing/fake-metrics.ts'
import { somebody } from '../../../src-server/testing/store-contract/store-actions.ts'
import { NO_CONVERSATION } from '#protocol'
import type { Crowd, CrowdListener } from '../crowd.ts'
import { digitsOf } from '../dialect.ts'
import { closeTheBooks } from './account.ts'
import { isBroken } from './figure.ts'
import { createMessageLedger, type MessageLedger } from './message-ledger.ts'

const FIRST = 5
const MESSAGES = 3
const nothing = Buffer.alloc(0)
let dataDir = ''
let listener: CrowdListener | undefined
let ledger: MessageLedger | undefined

const crowd = {
  say: () => undefined,
  listen(one: CrowdListener) {
    listener = one
  },
} as unknown as Crowd // what a ledger uses of it

/** Messages 5 to 7, said by a visitor, stored, acknowledged and delivered as `change` has it. */
const make = async (change: { readonly acknowledged?: number; readonly deliveries?: number } = {}) => {
  const store = await createSqliteStore({
    dataDir,
    inThread: true,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })
  const id = await store.visitors.create(somebody)
  const made = createMessageLedger(crowd, { visitors: 1, agents: 1 })
  ledger = made
  made.crowd.listen({ acknowledged: () => undefined, arrived: () => undefined, refused: () => undefined })
  // A warm-up's, which does not count.
  made.crowd.say(0, nothing, 0, FIRST - 1)
  made.begin({ ratePerSecond: 1000, messages: MESSAGES })
  listener?.acknowledged(FIRST - 1, 0)
  listener?.arrived(FIRST - 1, 'agent', 1, 0, 0)
  for (let number = FIRST; number < FIRST + MESSAGES; number += 1) {
    made.crowd.say(0, nothing, 0, number)
    await store.journal.commit({
      type: 'send',
      actor: { kind: 'visitor', id },
      conversation: NO_CONVERSATION,
      cid: `bench-${digitsOf(number)}`,
      text: 'hello',
      files: [],
    })
    if (number < FIRST + (change.acknowledged ?? MESSAGES)) listener?.acknowledged(number, 0)
    for (let time = 0; time < (change.deliveries ?? 1); time += 1) listener?.arrived(number, 'agent', 1, 0, 0)
    // The author's own words in another window are no delivery.
    listener?.arrived(number, 'visitor', 0, 0, 0)
  }
  await store.journal.close()
  return made
}

const spoil = (sql: string): void => {
  const db = new Database(join(dataDir, 'frontdesk.db'))
  db.exec(sql)
  db.close()
}
const broken = (): readonly string[] =>
  ledger
    ? closeTheBooks(ledger, dataDir)
        .filter(isBroken)
        .map(({ what }) => what)
    : ['there is no ledger']

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-account-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

it('finds nothing where nothing is wrong', async () => {
  const made = await make()
  expect(broken()).toEqual([])
  expect([made.said, made.acknowledged, made.arrived]).toEqual([MESSAGES, MESSAGES, MESSAGES])
})

it.each<[string, string, readonly string[]]>([
  [
    'a message that went missing',
    `DELETE FROM entries WHERE body LIKE '%00000006%'`,
    ['acknowledged and not in the journal', 'conversations with a gap in seq'],
  ],
  [
    'one that is there twice',
    `INSERT INTO entries SELECT offset + 100, at, conversation, seq + 5, author_kind, author_id, kind, owner, previous_owner, body
       FROM entries WHERE body LIKE '%00000006%'`,
    ['more than once in the journal', 'conversations with a gap in seq'],
  ],
  [
    'one that nobody said',
    `UPDATE entries SET body = replace(body, '00000007', '00000009')`,
    ['acknowledged and not in the journal', 'in the journal and never said'],
  ],
])('finds %s', async (_what, sql, found) => {
  await make()
  spoil(sql)
  expect(broken()).toEqual(found)
})

it('finds what was never acknowledged, never delivered, or delivered twice', async () => {
  await make({ acknowledged: 2, deliveries: 0 })
  expect(broken()).toEqual(['acknowledged in the end', 'acknowledged and never delivered'])
  rmSync(dataDir, { recursive: true, force: true })
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-account-'))
  await make({ deliveries: 2 })
  expect(broken()).toEqual(['delivered more than once'])
})
