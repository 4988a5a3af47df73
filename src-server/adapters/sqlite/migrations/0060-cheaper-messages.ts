// What each message had to move in an index is found when it is asked for instead. Open conversations are found by their owner and sorted
// when they are listed; an agent's entries are found by way of the agent's conversations.
import type { Migration } from '../migration.ts'

export const cheaperMessages: Migration = {
  version: 60,
  up(db) {
    db.exec(`
      DROP INDEX conversations_open;
      DROP INDEX conversations_open_by_owner;
      CREATE INDEX conversations_open_by_owner ON conversations (owner) WHERE is_open = 1;
      DROP INDEX entries_by_owner;
      CREATE INDEX conversations_closed_by_owner ON conversations (owner, last_offset) WHERE is_open = 0;
    `)
  },
}
