// What readers have received and read, and the office's settings.
import type { Migration } from '../migration.ts'

export const receiptsAndSettings: Migration = {
  version: 40,
  up(db) {
    db.exec(`
      -- seen: the other side's messages that "read" covers. changed: newest offset when the mark moved.
      CREATE TABLE receipts (
        conversation INTEGER NOT NULL,
        reader_kind INTEGER NOT NULL,
        reader_id INTEGER NOT NULL,
        delivered INTEGER NOT NULL,
        "read" INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        PRIMARY KEY (conversation, reader_kind, reader_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX receipts_by_change ON receipts (changed);

      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `)
  },
}
