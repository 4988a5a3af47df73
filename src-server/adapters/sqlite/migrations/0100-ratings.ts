// What visitors said of each closing, with the agent and the group that had it then: reports count these, not the journal.
import type { Migration } from '../migration.ts'

export const ratings: Migration = {
  version: 100,
  up(db) {
    db.exec(`
      CREATE TABLE ratings (
        conversation INTEGER NOT NULL,
        closed_at INTEGER NOT NULL,
        rated_at INTEGER NOT NULL,
        score INTEGER NOT NULL,
        comment TEXT NOT NULL,
        agent INTEGER NOT NULL,
        group_id INTEGER NOT NULL,
        -- How often it was said: the newest counts.
        times INTEGER NOT NULL,
        PRIMARY KEY (conversation, closed_at)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
