// An entry as an array and back: [offset, at, conversation, seq, authorKind, authorId, kind, ...body].
import { authorKinds, type Author } from './domain.ts'
import { entryKinds, type Entry } from './entries.ts'
import { entryBodyTable } from './frame-tables.ts'

export const entryToWire = (entry: Entry): unknown[] => {
  const wire: unknown[] = [
    entry.offset,
    entry.at,
    entry.conversation,
    entry.seq,
    authorKinds.indexOf(entry.author.kind),
    entry.author.id,
    entryKinds.indexOf(entry.kind),
  ]
  const body: Record<string, unknown> = entry.body
  for (const field of entryBodyTable[entry.kind]) wire.push(body[field])
  // What is not there at the end costs nothing.
  while (wire.at(-1) === undefined) wire.pop()
  return wire
}

const HEAD_LENGTH = 7

/** @returns undefined for a shape that no server sends; an unknown newer kind reads as `hidden`, which keeps `seq` whole. */
export const entryFromWire = (wire: unknown): Entry | undefined => {
  if (!Array.isArray(wire) || wire.length < HEAD_LENGTH) return undefined
  const parts: readonly unknown[] = wire
  const [offset, at, conversation, seq, authorKind, authorId, kindId] = parts
  for (const value of [offset, at, conversation, seq, authorKind, authorId, kindId])
    if (typeof value !== 'number') return undefined
  const kind = entryKinds[kindId as number] ?? 'hidden'
  const author: Author = { kind: authorKinds[authorKind as number] ?? 'system', id: authorId as number }
  const body: Record<string, unknown> = {}
  entryBodyTable[kind].forEach((field, index) => {
    body[field] = parts[HEAD_LENGTH + index]
  })
  // The table pairs each kind with its body's fields; the server that wrote them is trusted for their types.
  return { offset, at, conversation, seq, author, kind, body } as unknown as Entry
}
