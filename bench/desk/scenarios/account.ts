// Closes the books over a run: the crowd's ledger against the journal on the disk.
import type { Figure } from './figure.ts'
import { exactly, none, seen } from './figure.ts'
import { countJournal } from './journal-count.ts'
import type { MessageLedger } from './message-ledger.ts'

export const closeTheBooks = (ledger: MessageLedger, dataDir: string): readonly Figure[] => {
  const { first, said } = ledger
  const journal = countJournal(dataDir, first, said)
  const counts = { lost: 0, unheard: 0, storedTwice: 0, heardTwice: 0 }
  for (let index = 0; index < said; index += 1) {
    const { acknowledged, arrivals } = ledger.fateOf(first + index)
    const times = journal.times[index] ?? 0
    if (acknowledged && times === 0) counts.lost += 1
    if (acknowledged && arrivals === 0) counts.unheard += 1
    if (times > 1) counts.storedTwice += 1
    if (arrivals > 1) counts.heardTwice += 1
  }
  return [
    seen('messages said', said, ''),
    exactly('acknowledged in the end', ledger.acknowledged, '', said),
    none('acknowledged and not in the journal', counts.lost),
    none('acknowledged and never delivered', counts.unheard),
    none('more than once in the journal', counts.storedTwice),
    none('delivered more than once', counts.heardTwice),
    none('in the journal and never said', journal.unheardOf),
    none('conversations with a gap in seq', journal.gaps),
    none('faults that SQLite finds in the file', journal.integrity === 'ok' ? 0 : 1),
  ]
}
