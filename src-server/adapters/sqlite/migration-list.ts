// Every migration, in order. To add one: a file in migrations/ with the next ten, a line here, a test in migrate.test.ts.
import type { Migration } from './migration.ts'
import { journal } from './migrations/0010-journal.ts'
import { people } from './migrations/0020-people.ts'
import { files } from './migrations/0030-files.ts'
import { receiptsAndSettings } from './migrations/0040-receipts-and-settings.ts'
import { queuePlaces } from './migrations/0050-queue-places.ts'
import { cheaperMessages } from './migrations/0060-cheaper-messages.ts'
import { visitorTrails } from './migrations/0070-visitor-trails.ts'
import { revisions } from './migrations/0080-revisions.ts'
import { mentions } from './migrations/0090-mentions.ts'
import { ratings } from './migrations/0100-ratings.ts'

export const migrations: readonly Migration[] = [
  journal,
  people,
  files,
  receiptsAndSettings,
  queuePlaces,
  cheaperMessages,
  visitorTrails,
  revisions,
  mentions,
  ratings,
]
