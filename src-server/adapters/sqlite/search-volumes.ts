// The full-text index lies in volumes of so many entries each: a question is answered volume by volume from the newest on and never has to
// find its way through all of a common word's list; a volume that is full is packed once and never touched again, so that filling costs
// the same after ten million messages as after ten. Names and shapes of its tables, for who fills and who asks.
import type { Offset } from '../../protocol/index.ts'

/** A question of the dearest kind walks through one in about 5 ms. Years of a big office are 200 of them. */
const ENTRIES_PER_VOLUME = 65_536

/** Terms are made here, already folded: the tokenizer only parts them at the spaces. */
const terms = `content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'"`

export const volumeOf = (offset: number): number => Math.floor(offset / ENTRIES_PER_VOLUME)
export const firstOffsetOf = (volume: number): Offset => (volume * ENTRIES_PER_VOLUME) as Offset
export const tableOf = (volume: number): string => `messages_${volume}`

export const createVolume = (volume: number): string =>
  `CREATE VIRTUAL TABLE ${tableOf(volume)} USING fts5(terms, ${terms})`

/** `places`: which conversation a message is in. `volumes`: whether all of it was packed. */
export const indexSchema = `
  CREATE VIRTUAL TABLE people USING fts5(terms, ${terms});
  CREATE TABLE places (offset INTEGER PRIMARY KEY, conversation INTEGER NOT NULL) STRICT;
  CREATE TABLE volumes (volume INTEGER PRIMARY KEY, is_packed INTEGER NOT NULL) STRICT;
  CREATE TABLE progress (epoch BLOB NOT NULL, cursor INTEGER NOT NULL) STRICT;
`
