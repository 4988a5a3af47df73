// Uploaded files; their bytes lie beside the database.
import type { Migration } from '../migration.ts'

export const files: Migration = {
  version: 30,
  up(db) {
    db.exec(`
      -- author_id as on the wire; visitor is the uploading visitor's id or 0.
      CREATE TABLE files (
        key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        mime TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        author_kind INTEGER NOT NULL,
        author_id INTEGER NOT NULL,
        visitor INTEGER NOT NULL,
        uploaded_at INTEGER NOT NULL,
        is_sent INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX files_unsent ON files (uploaded_at) WHERE is_sent = 0;
    `)
  },
}
