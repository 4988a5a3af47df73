// Years of talk put behind what was said in a conversation, straight into a stopped server's database: saying it would take all day.
import Database from 'better-sqlite3'
import { dataFilesOf } from '../../src-server/adapters/sqlite/data-files.ts'

/** The visitor's last message is said `count` times more as "line 1" to "line n", one a minute; then the conversation is closed. */
export const talkForYears = (dataDir: string, conversation: number, count: number): void => {
  const db = new Database(dataFilesOf(dataDir).database)
  db.transaction(() => {
    db.prepare(
      `WITH RECURSIVE lines(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM lines WHERE n < :count)
        INSERT INTO entries SELECT head.offset + n, said.at + n * 60000, said.conversation, c.last_seq + n, said.author_kind,
          said.author_id, said.kind, said.owner, said.owner, json_set(said.body, '$.text', 'line ' || n, '$.cid', 'years-' || n)
        FROM lines, (SELECT max(offset) AS offset FROM entries) head, conversations c, entries said
        WHERE c.id = :conversation AND said.offset = (SELECT max(offset) FROM entries
          WHERE conversation = :conversation AND json_extract(body, '$.text') IS NOT NULL)`,
    ).run({ conversation, count })
    db.prepare(
      `UPDATE conversations SET is_open = 0, last_seq = last_seq + :count, visitor_messages = visitor_messages + :count,
        last_offset = (SELECT max(offset) FROM entries) WHERE id = :conversation`,
    ).run({ conversation, count })
  })()
  db.close()
}
