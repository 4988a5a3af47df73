// What the journal itself holds, read from the database and not from what anybody was told.
import Database from 'better-sqlite3'
import { dataFilesOf } from '../../../src-server/adapters/sqlite/data-files.ts'
import { entryKindNumber } from '../../../src-server/adapters/sqlite/entry-row.ts'
import { DIGITS } from '../dialect.ts'
import { CID_MARK } from '../systems/frontdesk-dialect.ts'

export type JournalCount = {
  /** How often message `first + index` is there, saturating. */
  readonly times: Uint8Array
  /** Messages of the crowd's kind that nobody said. */
  readonly unheardOf: number
  /** Conversations whose numbers have a gap or a repetition. */
  readonly gaps: number
  /** What SQLite says of the file; "ok" when it is whole. */
  readonly integrity: string
}

const MOST = 255
const mark = CID_MARK.toString()

/** Numbers from `first` on, `count` of them. The server may be running. */
export const countJournal = (dataDir: string, first: number, count: number): JournalCount => {
  const db = new Database(dataFilesOf(dataDir).database, { readonly: true })
  try {
    const times = new Uint8Array(count)
    let unheardOf = 0
    const bodies = db
      .prepare<[number], string>('SELECT body FROM entries WHERE kind = ?')
      .pluck()
      .iterate(entryKindNumber('message.sent'))
    for (const body of bodies) {
      const { cid } = JSON.parse(body) as { readonly cid: string } // every message has one
      if (!cid.startsWith(mark) || cid.length !== mark.length + DIGITS) continue
      const number = Number(cid.slice(mark.length))
      if (number < first) continue
      const index = number - first
      if (index >= count) unheardOf += 1
      else times[index] = Math.min(MOST, (times[index] ?? 0) + 1)
    }
    const gaps = db
      .prepare<[], number>(
        `SELECT count(*) FROM (SELECT 1 FROM entries WHERE conversation > 0 GROUP BY conversation
         HAVING min(seq) <> 1 OR max(seq) <> count(*) OR count(DISTINCT seq) <> count(*))`,
      )
      .pluck()
      .get()
    const integrity = String(db.pragma('quick_check(1)', { simple: true }))
    return { times, unheardOf, gaps: gaps ?? 0, integrity }
  } finally {
    db.close()
  }
}
