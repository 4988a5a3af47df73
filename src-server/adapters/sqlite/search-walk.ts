// Walks the full-text index from new to old, volume by volume, and stops when its time is over: what a question costs in one go is bounded,
// whatever is asked. What never changes about a message is a term of the index; what does is looked up for each candidate.
import { limits, type Offset, type VisitorId } from '../../protocol/index.ts'
import type { SearchQuery } from '../../ports/message-search.ts'
import type { ReadDb } from './open-database.ts'
import { matchOf } from './search-terms.ts'
import { firstOffsetOf, tableOf, volumeOf } from './search-volumes.ts'
import { createPrepare, type OnSlowQuery, type Query } from './slow-query-log.ts'

/** Statements kept: those of the volumes asked for last. */
const STATEMENTS_KEPT = 128

export type Walked = {
  readonly offsets: readonly Offset[]
  /** Everything from here on was looked at. */
  readonly reached: Offset
}

type Bounds = { readonly from: Offset; readonly until: Offset }

/** Conditions on a conversation as it is now, by the filters that a question names. */
const conditions = {
  status: 'c.is_open = +?',
  group: 'c.group_id = +? AND c.placement IS NOT NULL',
  // Looked for as text first: reading the whole placement is ten times dearer.
  intent: `instr(c.placement, '"intent":' || CAST(? AS INTEGER)) > 0 AND json_extract(c.placement, '$.reason.intent') = ?`,
} as const
type Filter = keyof typeof conditions

/** What stands for the `?` of its condition. */
const valuesOf = ({ status, group, intent }: SearchQuery, filter: Filter): readonly number[] => {
  switch (filter) {
    case 'status':
      return [Number(status === 'open')]
    case 'group':
      return [group ?? 0]
    case 'intent':
      return [intent ?? 0, intent ?? 0]
    default:
      return filter satisfies never
  }
}

type Found = { readonly offset: Offset }
type Params = [match: string, ...filters: number[], from: number, before: number, limit: number]

export type SearchWalk = {
  /** Newest first, from before `bounds.until` back to `bounds.from`. */
  messages(query: SearchQuery, bounds: Bounds): Walked
  /** Visitors by name, newest first. */
  people(text: string): readonly VisitorId[]
  cursor(): Offset
}

export const createSearchWalk = (
  db: ReadDb,
  onSlow: OnSlowQuery,
  now = (): number => performance.now(),
): SearchWalk => {
  const prepare = createPrepare(db, onSlow)
  const statements = new Map<string, Query<Params, Found>>()
  const progress = prepare.query<[], { readonly cursor: Offset }>('searchProgress', 'SELECT cursor FROM progress')
  const named = prepare.query<[string, number], { readonly visitor: VisitorId }>(
    'searchPeople',
    'SELECT rowid AS visitor FROM people WHERE people MATCH ? ORDER BY rowid DESC LIMIT ?',
  )

  const newestVolume = prepare.query<[upTo: number], { readonly volume: number }>(
    'searchVolume',
    'SELECT volume FROM volumes WHERE volume <= ? ORDER BY volume DESC LIMIT 1',
  )

  const statementOf = (volume: number, filters: readonly Filter[]): Query<Params, Found> => {
    const key = [volume, ...filters].join()
    const known = statements.get(key)
    statements.delete(key)
    const table = tableOf(volume)
    const lookUp =
      filters.length === 0
        ? ''
        : 'CROSS JOIN places p ON p.offset = m.rowid CROSS JOIN desk.conversations c ON c.id = p.conversation'
    const made =
      known ??
      prepare.query<Params, Found>(
        filters.length === 0 ? 'searchMessages' : 'searchMessagesOf',
        `SELECT m.rowid AS offset FROM ${table} m ${lookUp} WHERE m.${table} MATCH ?
          ${filters.map((filter) => `AND ${conditions[filter]}`).join(' ')}
          AND m.rowid >= ? AND m.rowid < ? ORDER BY m.rowid DESC LIMIT ?`,
      )
    statements.set(key, made)
    for (const oldest of statements.keys()) {
      if (statements.size <= STATEMENTS_KEPT) break
      statements.delete(oldest)
    }
    return made
  }

  return {
    messages(query, { from, until }) {
      const match = matchOf(query)
      if (match === undefined) return { offsets: [], reached: from }
      const filters = (Object.keys(conditions) as Filter[]).filter((filter) => query[filter] !== undefined)
      const values = filters.flatMap((filter) => valuesOf(query, filter))
      const offsets: Offset[] = []
      const deadline = now() + limits.searchSliceMs
      let reached = until
      while (reached > from) {
        const volume = newestVolume.get(volumeOf(reached - 1))?.volume
        if (volume === undefined) return { offsets, reached: from }
        const first = firstOffsetOf(volume)
        const wanted = query.limit - offsets.length
        const floor = first > from ? first : from
        const rows = statementOf(volume, filters).all(match, ...values, floor, reached, wanted)
        for (const { offset } of rows) offsets.push(offset)
        const last = rows.at(-1)
        if (last && rows.length === wanted) return { offsets, reached: last.offset }
        reached = floor
        if (now() >= deadline) break
      }
      return { offsets, reached }
    },
    people(text) {
      const match = matchOf({ text })
      return match === undefined ? [] : named.all(match, limits.maxPeopleFound).map(({ visitor }) => visitor)
    },
    cursor: () => progress.get()?.cursor ?? (0 as Offset),
  }
}
