// Which notes call which colleague.
import type { Migration } from '../migration.ts'

export const mentions: Migration = {
  version: 90,
  up(db) {
    db.exec(`
      -- offset is that of the note's entry.
      CREATE TABLE mentions (
        agent INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        PRIMARY KEY (agent, offset)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
