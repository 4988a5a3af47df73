// Where a conversation waits. What was open before has no place yet: the placer gives it one.
import type { Migration } from '../migration.ts'

export const queuePlaces: Migration = {
  version: 50,
  up(db) {
    db.exec(`
      ALTER TABLE conversations ADD COLUMN group_id INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE conversations ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
      -- JSON: whom the rule named, and why. NULL: not placed.
      ALTER TABLE conversations ADD COLUMN placement TEXT;
    `)
  },
}
