// Open conversations are found by their owner and sorted when they are listed: an index in the order of the last message was rewritten
// with each message, a tenth of all that a message costs.
import type { Migration } from '../migration.ts'

export const openConversations: Migration = {
  version: 60,
  up(db) {
    db.exec(`
      DROP INDEX conversations_open;
      DROP INDEX conversations_open_by_owner;
      CREATE INDEX conversations_open_by_owner ON conversations (owner) WHERE is_open = 1;
    `)
  },
}
