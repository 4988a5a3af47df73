// The pages that visitors saw lately, beside the visitors: erased with one row, swept by age without a walk through all visitors.
import type { Migration } from '../migration.ts'

export const visitorTrails: Migration = {
  version: 70,
  up(db) {
    db.exec(`
      CREATE TABLE visitor_trails (
        visitor INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        pages TEXT NOT NULL
      ) STRICT;
      CREATE INDEX visitor_trails_by_at ON visitor_trails (at);
    `)
  },
}
