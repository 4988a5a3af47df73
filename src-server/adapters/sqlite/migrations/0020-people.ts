// Visitors, agents and agents' sessions. AUTOINCREMENT where an id that was handed out must never come again.
import type { Migration } from '../migration.ts'

export const people: Migration = {
  version: 20,
  up(db) {
    db.exec(`
      CREATE TABLE visitors (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        locale TEXT NOT NULL,
        user_agent TEXT NOT NULL,
        tags TEXT NOT NULL,
        page TEXT NOT NULL
      ) STRICT;

      CREATE TABLE agents (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        status TEXT NOT NULL,
        capacity INTEGER NOT NULL,
        active INTEGER NOT NULL,
        login TEXT NOT NULL DEFAULT '',
        login_key TEXT UNIQUE,
        password_hash TEXT NOT NULL DEFAULT ''
      ) STRICT;

      CREATE TABLE sessions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agent INTEGER NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        address TEXT NOT NULL,
        client TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_by_agent ON sessions (agent, last_seen_at, id);
    `)
  },
}
