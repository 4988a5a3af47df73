// A journal of any length in seconds: rows as the store writes them, without the commits. Conversations of ten messages, twenty at a time.
import { openStorageEngine } from '../../src-server/adapters/sqlite/storage-engine.ts'
import { textAt } from './search-texts.ts'

const MESSAGES_EACH = 10
const AT_ONCE = 20
const EVERY_MS = 1_000
const GROUPS = 20
const INTENTS = 20
const AGENTS = 50
const RARE_TAG_EVERY = 1_000
const NOTE_EVERY = 50
const ROWS_PER_TRANSACTION = 50_000
const MESSAGE = 1
const OPENED = 2
const NOTE = 11

/** Starting this long ago, one message a second. */
export const fillJournal = (dataDir: string, messages: number): void => {
  const engine = openStorageEngine(
    { dataDir, nativeBinding: undefined, epochCandidate: 'bench-epoch' },
    () => undefined,
  )
  const { db } = engine
  db.pragma('synchronous = OFF')
  const entry = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const conversation = db.prepare(
    `INSERT INTO conversations (id, visitor, is_open, owner, opened_at, queued_at, closed_at, last_seq, last_offset, waiting_since,
      visitor_messages, desk_messages, group_id, priority, placement) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, 0, 5, 5, ?, 0, ?)`,
  )
  const visitor = db.prepare(
    "INSERT INTO visitors (id, name, locale, user_agent, tags, page) VALUES (?, ?, 'zh', '', ?, ?)",
  )
  const page = JSON.stringify({ url: '', title: '', referrer: '' })
  const startMs = Date.now() - messages * EVERY_MS
  const blocks = Math.ceil(messages / (MESSAGES_EACH * AT_ONCE))
  let offset = 0
  let message = 0

  const writeBlock = (block: number): void => {
    const ids = Array.from({ length: AT_ONCE }, (_, index) => block * AT_ONCE + index + 1)
    for (const id of ids) {
      const tags = [id % RARE_TAG_EVERY === 0 ? 'rare' : 'usual', `order:${id}`]
      const name = `王小明${id}`
      visitor.run(id, name, JSON.stringify(tags), page)
      const body = { visitor: { id, name, locale: 'zh', userAgent: '', tags, page: JSON.parse(page) as unknown } }
      offset += 1
      entry.run(offset, startMs + message * EVERY_MS, id, 1, 1, 0, OPENED, 0, 0, JSON.stringify(body))
    }
    for (let turn = 0; turn < MESSAGES_EACH; turn += 1)
      for (const id of ids) {
        message += 1
        offset += 1
        const agent = 1 + (id % AGENTS)
        const isVisitors = turn % 2 === 0
        const isNote = message % NOTE_EVERY === 0
        const cid = `bench-${message}`
        const text = textAt(message)
        const body = isNote ? { cid, text } : { cid, text, files: [] }
        const kind = isNote ? NOTE : MESSAGE
        const author = isNote || !isVisitors ? 2 : 1
        const by = author === 2 ? agent : 0
        entry.run(
          offset,
          startMs + message * EVERY_MS,
          id,
          turn + 2,
          author,
          by,
          kind,
          agent,
          agent,
          JSON.stringify(body),
        )
      }
    for (const id of ids) {
      const isOpen = Number(block >= blocks - GROUPS)
      const placement = JSON.stringify({
        agents: [],
        reason: { layer: 'intent', rule: '', intent: 1 + (id % INTENTS) },
      })
      const group = 1 + (id % GROUPS)
      conversation.run(id, id, isOpen, 1 + (id % AGENTS), startMs, MESSAGES_EACH + 1, offset, group, placement)
    }
  }

  const blocksAtOnce = Math.ceil(ROWS_PER_TRANSACTION / (MESSAGES_EACH * AT_ONCE))
  for (let from = 0; from < blocks; from += blocksAtOnce)
    db.transaction(() => {
      for (let block = from; block < Math.min(blocks, from + blocksAtOnce); block += 1) writeBlock(block)
    })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  engine.close()
}
