// What became of messages and notes after they were sent: the newest edit, or the recall. The journal keeps every step.
import type { Migration } from '../migration.ts'

export const revisions: Migration = {
  version: 80,
  up(db) {
    db.exec(`
      -- message and offset are entries' offsets, offset that of the newest message.revised; text is NULL when it was recalled.
      CREATE TABLE revisions (
        message INTEGER PRIMARY KEY,
        offset INTEGER NOT NULL,
        at INTEGER NOT NULL,
        text TEXT
      ) STRICT;
    `)
  },
}
