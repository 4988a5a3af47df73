// The journal and the conversations folded from it.
import type { Migration } from '../migration.ts'

export const journal: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

      -- author_kind and kind are the wire's numbers; body is JSON.
      -- owner is the conversation's after the entry; previous_owner differs only in the entry that moved the ownership.
      CREATE TABLE entries (
        offset INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        conversation INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        author_kind INTEGER NOT NULL,
        author_id INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        owner INTEGER NOT NULL,
        previous_owner INTEGER NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX entries_by_seq ON entries (conversation, seq) WHERE conversation > 0;
      CREATE INDEX entries_of_office ON entries (offset) WHERE conversation = 0;
      CREATE INDEX entries_by_owner ON entries (owner, offset) WHERE owner > 0;
      CREATE INDEX entries_by_previous_owner ON entries (previous_owner, offset)
        WHERE previous_owner > 0 AND previous_owner <> owner;

      -- Decides what is a duplicate. author_id is a visitor's or an agent's own id.
      CREATE TABLE message_cids (
        author_kind INTEGER NOT NULL,
        author_id INTEGER NOT NULL,
        cid TEXT NOT NULL,
        offset INTEGER NOT NULL,
        PRIMARY KEY (author_kind, author_id, cid)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE conversations (
        id INTEGER PRIMARY KEY,
        visitor INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        owner INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        queued_at INTEGER NOT NULL,
        closed_at INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        last_offset INTEGER NOT NULL,
        waiting_since INTEGER NOT NULL,
        visitor_messages INTEGER NOT NULL,
        desk_messages INTEGER NOT NULL,
        last_message TEXT
      ) STRICT;
      CREATE INDEX conversations_by_visitor ON conversations (visitor);
      CREATE UNIQUE INDEX conversations_one_open ON conversations (visitor) WHERE is_open = 1;
      CREATE INDEX conversations_open_by_owner ON conversations (owner, last_offset) WHERE is_open = 1;
      CREATE INDEX conversations_open ON conversations (last_offset) WHERE is_open = 1;
      CREATE INDEX conversations_by_queue ON conversations (queued_at) WHERE is_open = 1;
      CREATE INDEX conversations_closed ON conversations (last_offset) WHERE is_open = 0;
    `)
  },
}
