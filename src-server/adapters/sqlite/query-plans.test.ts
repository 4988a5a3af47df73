// Every statement of the tables against SQLite's own plan: no walk through a big table, nothing sorted that an index orders.
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareContextStatements } from './context-statements.ts'
import { migrate } from './migrate.ts'
import type { ReadDb, WriteDb } from './open-database.ts'
import { prepareReadStatements } from './read-statements.ts'
import { createPrepare, type Prepare } from './slow-query-log.ts'
import { prepareWriteStatements } from './write-statements.ts'

/** Small by their bounds (limits.maxAgents), or the point of the statement. */
const mayScan: Readonly<Record<string, string>> = {
  allAgents: 'agents',
  agents: 'a',
  accounts: 'a',
  // Walks the index of open conversations, which is what it is asked for.
  openConversations: 'c USING INDEX conversations_by_queue',
  listOpen: 'c USING INDEX conversations_open_by_owner',
}
/** One visitor's own conversations, a handful; the open ones of an agent or of all: bounded by work, and each message would move them in an index. */
const maySort: ReadonlySet<string> = new Set([
  'listOfVisitor',
  'endOldestSessions',
  'openConversationsOf',
  // Tells apart what is named twice: as many as an agent missed something in.
  'conversationsOfAgent',
  'listMine',
  'listOpen',
])

const db = new Database(':memory:')
const statements = new Map<string, string>()

const recording = (prepare: Prepare): Prepare => ({
  query(statement, sql) {
    statements.set(statement, sql)
    return prepare.query(statement, sql)
  },
  change(statement, sql) {
    statements.set(statement, sql)
    return prepare.change(statement, sql)
  },
})

beforeAll(() => {
  migrate(db as unknown as WriteDb)
  const prepare = recording(createPrepare(db as unknown as ReadDb, () => undefined))
  prepareContextStatements(prepare)
  prepareReadStatements(prepare)
  prepareWriteStatements(prepare)
})
afterAll(() => void db.close())

const planOf = (sql: string): readonly string[] => {
  const parameters = sql.match(/\?/g)?.map(() => null) ?? []
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return rows.map((row) => row.detail)
}

it('no statement scans a table that grows', () => {
  expect(statements.size).toBeGreaterThan(50)
  for (const [name, sql] of statements) {
    const scans = planOf(sql).filter((detail) => /^SCAN (?!\(subquery|CONSTANT|newest$)/.test(detail))
    const allowed = mayScan[name]
    expect(scans, name).toEqual(allowed === undefined ? [] : [expect.stringContaining(`SCAN ${allowed}`)])
  }
})

it('no statement sorts what an index could order', () => {
  for (const [name, sql] of statements) {
    const sorts = planOf(sql).filter((detail) => detail.includes('TEMP B-TREE'))
    if (!maySort.has(name)) expect(sorts, name).toEqual([])
  }
})

it('no statement is compiled again for each value it is asked with', () => {
  for (const [name, sql] of statements) {
    const where = sql.replaceAll(/SET .*? WHERE/gs, 'WHERE')
    expect(where, name).not.toMatch(/(=|<|>|LIMIT|OFFSET) \?/)
  }
})

/** Of each message that is read, and of nothing else. */
const itsRevision = ['CORRELATED SCALAR SUBQUERY', 'SEARCH r USING INTEGER PRIMARY KEY']

it.each([
  ['sentBefore', ['SEARCH m USING PRIMARY KEY', 'SEARCH e USING INTEGER PRIMARY KEY', ...itsRevision]],
  ['latestConversation', ['SEARCH c USING INDEX conversations_by_visitor']],
  ['newestOf', ['SEARCH e USING INDEX entries_by_seq', ...itsRevision]],
  ['ownedAfter', ['SEARCH e USING INDEX entries_by_seq', ...itsRevision]],
  ['leftAfter', ['SEARCH e USING INDEX entries_by_previous_owner', ...itsRevision]],
  ['officeAfter', ['SEARCH e USING INDEX entries_of_office', ...itsRevision]],
  [
    'mentionsOf',
    [
      'SEARCH m USING PRIMARY KEY (agent=?)',
      'CORRELATED SCALAR SUBQUERY',
      'SEARCH g USING INTEGER PRIMARY KEY',
      'SEARCH e USING INTEGER PRIMARY KEY',
      'SEARCH c USING INTEGER PRIMARY KEY',
      'SEARCH v USING INTEGER PRIMARY KEY',
      ...itsRevision,
    ],
  ],
  ['listClosed', ['conversations_closed', 'SEARCH v', 'SEARCH r']],
  ['receiptsSince', ['receipts_by_change']],
  ['sessionOfToken', ['SEARCH s', 'SEARCH a USING INTEGER PRIMARY KEY']],
])('%s goes by its index', (name, expected) => {
  const plan = planOf(statements.get(name) ?? '')
  expect(plan).toEqual(expected.map((part) => expect.stringContaining(part) as string))
})

it.each([
  ['listMine', 'SEARCH c USING INDEX conversations_open_by_owner (owner=?)'],
  ['listOpen', 'SCAN c USING INDEX conversations_open_by_owner'],
])('%s looks at open conversations alone, and only the newest of them are looked up whole', (name, first) => {
  const plan = planOf(statements.get(name) ?? '').filter((detail) => !detail.startsWith('USE TEMP B-TREE'))
  expect(plan).toEqual(
    ['CO-ROUTINE newest', first, 'SCAN newest', 'SEARCH c USING INTEGER', 'SEARCH v', 'SEARCH r'].map(
      (part) => expect.stringContaining(part) as string,
    ),
  )
})

it('conversationsOfAgent looks only at what an agent has, and at what left them since', () => {
  const searches = planOf(statements.get('conversationsOfAgent') ?? '').filter((detail) => detail.startsWith('S'))
  expect(searches).toEqual(
    [
      'USING INDEX conversations_open_by_owner (owner=?)',
      'USING INDEX conversations_closed_by_owner (owner=? AND last_offset>?)',
      'USING INDEX entries_by_previous_owner (previous_owner=? AND offset>?)',
      'SEARCH c USING INTEGER PRIMARY KEY',
    ].map((part) => expect.stringContaining(part) as string),
  )
})
