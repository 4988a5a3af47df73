// What a person's screen must hold at every moment, whatever the network did: true entries, in order, and no step back.
import { redact } from '../../core/conversation/redact.ts'
import type { ConversationView } from '#client/client-state.ts'
import { isWritten, type Entry, type ReceiptMark } from '../../protocol/index.ts'
import type { SimulatedPerson } from './simulated-person.ts'
import { demand, wireOf, type SimulationRecord } from './simulation-record.ts'

export const createPersonCheck = (person: SimulatedPerson, record: SimulationRecord): (() => void) => {
  const { name, who } = person
  const checkedViews = new WeakSet<ConversationView>()
  const checkedEntries = new WeakSet<Entry>()
  const marks = new Map<string, ReceiptMark>()
  let page = 0

  const checkEntry = (entry: Entry): void => {
    const stored = record.journal[entry.offset - 1]?.entry
    demand(stored !== undefined, `[D1] ${name} shows ${entry.offset}, which nobody stored`)
    // With its revisions on the way it may read as at any time since it was written; what it reads in the end is compared at rest.
    const original =
      isWritten(entry) && entry.body.revision ? record.currently(entry, entry.body.revision.offset) : stored
    if (original)
      demand(wireOf(entry) === wireOf(redact(original, who)), `[D3] ${name} shows something else at ${entry.offset}`)
  }

  const checkMark = (mark: ReceiptMark): void => {
    // One's own marks go ahead of the desk's; a reset may bring them back.
    if (mark.reader.kind === who.kind && (who.kind === 'visitor' || mark.reader.id === who.id)) return
    const key = `${mark.conversation} ${mark.reader.kind} ${mark.reader.id}`
    const before = marks.get(key)
    const isForward = !before || (mark.delivered >= before.delivered && mark.read >= before.read)
    demand(isForward, `[D6] ${name} saw the marks of ${key} go back`)
    marks.set(key, mark)
  }

  const checkView = (view: ConversationView): void => {
    const { entries, summary } = view
    entries.forEach((entry, index) => {
      const before = entries[index - 1]
      if (before) demand(entry.seq === before.seq + 1, `[D3] ${name} shows a gap in ${summary.id} at ${entry.seq}`)
      if (checkedEntries.has(entry)) return
      checkEntry(entry)
      checkedEntries.add(entry)
    })
    const last = entries.at(-1)
    demand(!last || last.seq === summary.lastSeq, `[D3] ${name}'s row of ${summary.id} is not at its last entry`)
    for (const mark of view.marks) checkMark(mark)
  }

  return () => {
    if (page !== person.page()) marks.clear()
    page = person.page()
    for (const view of person.client().state().conversations.values()) {
      if (checkedViews.has(view)) continue
      checkView(view)
      checkedViews.add(view)
    }
  }
}
