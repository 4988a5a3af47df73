// A conversation's entries and my unsent messages as the list that the eye reads: day breaks, groups, the line above what is
// new. Pure: the same input gives the same items, and unchanged messages keep their keys.
import type { OutboxMessage } from '#client/client-state.ts'
import {
  isRecalled,
  NO_OFFSET,
  type AgentId,
  type Author,
  type Cid,
  type Entry,
  type EntryOf,
  type EpochMs,
  type FileRef,
  type Offset,
} from '#protocol'

export type Position = 'single' | 'first' | 'middle' | 'last'

export type MessageItem = {
  readonly kind: 'message'
  readonly key: string
  readonly author: Author
  readonly cid: Cid
  readonly at: EpochMs
  readonly text: string
  readonly files: readonly FileRef[]
  /** The message that it answers; NO_OFFSET for none. */
  readonly quote: Offset
  readonly position: Position
  /** A stored message's place in the journal; undefined while it is in the outbox. */
  readonly offset: Offset | undefined
  readonly unsent: OutboxMessage | undefined
  /** When it was edited last; undefined when it reads as it was written. */
  readonly editedAt: EpochMs | undefined
}

/** What its author took back: its place, and nothing of what it said. */
export type RecalledItem = {
  readonly kind: 'recalled'
  readonly key: string
  readonly author: Author
  readonly cid: Cid
  readonly at: EpochMs
  readonly offset: Offset | undefined
}

export type SystemEntry = Extract<
  Entry,
  {
    readonly kind:
      | 'conversation.opened'
      | 'conversation.assigned'
      | 'conversation.transferred'
      | 'conversation.queued'
      | 'note.added'
      | 'conversation.closed'
      | 'conversation.reopened'
      | 'conversation.rated'
  }
>

export type TimelineItem =
  | MessageItem
  | RecalledItem
  | { readonly kind: 'day'; readonly key: string; readonly at: EpochMs }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'system'; readonly key: string; readonly entry: SystemEntry }

export type TimelineInput = {
  readonly entries: readonly Entry[]
  /** Of this conversation, oldest first. */
  readonly outbox: readonly OutboxMessage[]
  /** Of those, the ones that are being recalled. */
  readonly leaving?: ReadonlySet<Cid> | undefined
  readonly me: AgentId
  /** My read mark when the conversation was opened; the line stands above the first visitor's message after it. 0: no line. */
  readonly unreadAfter: Offset
  /** Which day a moment belongs to, in the reader's time zone. */
  readonly dayOf: (at: EpochMs) => string
}

const minuteMs = 60_000

const keyOf = (author: Author, cid: Cid): string => `${author.kind}${author.id}:${cid}`

type MadeItem = {
  readonly day: string
  readonly item: MessageItem | RecalledItem | Extract<TimelineItem, { kind: 'system' }>
}

/** Entries never change: what was made of one is made once, however often its fifty thousand neighbours are drawn anew. */
const made = new WeakMap<Entry, MadeItem>()

const madeOf = (entry: Entry, make: () => MadeItem): MadeItem => {
  const known = made.get(entry)
  if (known) return known
  const fresh = make()
  made.set(entry, fresh)
  return fresh
}

function storedItem(entry: EntryOf<'message.sent'>): MessageItem | RecalledItem {
  const { author, at, offset, body } = entry
  const { cid, text, files, quote, revision } = body
  const place = { key: keyOf(author, cid), author, cid, at, offset }
  if (isRecalled(entry)) return { kind: 'recalled', ...place }
  const words = { text, files, quote: quote ?? NO_OFFSET, editedAt: revision?.at }
  return { kind: 'message', ...place, ...words, position: 'single', unsent: undefined }
}

const isStored = (entries: readonly Entry[], me: AgentId, cid: Cid): boolean =>
  entries.findLast(
    ({ kind, author, body }) =>
      kind === 'message.sent' && author.kind === 'agent' && author.id === me && 'cid' in body && body.cid === cid,
  ) !== undefined

export function buildTimeline({
  entries,
  outbox,
  leaving,
  me,
  unreadAfter,
  dayOf,
}: TimelineInput): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let day = ''
  let isMarked = unreadAfter === 0
  const startDay = (at: EpochMs, next: string): void => {
    if (next !== day) items.push({ kind: 'day', key: `day:${next}`, at })
    day = next
  }
  for (const entry of entries) {
    switch (entry.kind) {
      case 'message.sent': {
        const { author, at, offset } = entry
        const { item, day: itsDay } = madeOf(entry, () => ({ day: dayOf(at), item: storedItem(entry) }))
        startDay(at, itsDay)
        if (!isMarked && item.kind === 'message' && author.kind === 'visitor' && offset > unreadAfter) {
          items.push({ kind: 'unread', key: 'unread' })
          isMarked = true
        }
        items.push(item)
        break
      }
      case 'conversation.opened':
      case 'conversation.assigned':
      case 'conversation.transferred':
      case 'conversation.queued':
      case 'note.added':
      case 'conversation.closed':
      case 'conversation.rated':
      case 'conversation.reopened': {
        const { item, day: itsDay } = madeOf(entry, () => ({
          day: dayOf(entry.at),
          item: { kind: 'system', key: `entry:${entry.offset}`, entry },
        }))
        startDay(entry.at, itsDay)
        items.push(item)
        break
      }
      case 'hidden':
      case 'agent.changed':
      case 'agent.status':
      case 'setting.changed':
      case 'message.revised':
        break
      default:
        entry satisfies never
    }
  }
  const author: Author = { kind: 'agent', id: me }
  for (const unsent of outbox) {
    // Its entry is here already; the outbox lets go of it in a moment.
    if (isStored(entries, me, unsent.cid)) continue
    startDay(unsent.createdAt, dayOf(unsent.createdAt))
    const { cid, createdAt: at, text, files, quote = NO_OFFSET } = unsent
    const place = { key: keyOf(author, cid), author, cid, at, offset: undefined }
    const words = { text, files, quote, editedAt: undefined }
    if (leaving?.has(cid)) items.push({ kind: 'recalled', ...place })
    else items.push({ kind: 'message', ...place, ...words, position: 'single', unsent })
  }
  return withPositions(items)
}

const isGroup = (one: TimelineItem | undefined, other: TimelineItem | undefined): boolean =>
  one?.kind === 'message' &&
  other?.kind === 'message' &&
  one.author.kind === other.author.kind &&
  one.author.id === other.author.id &&
  Math.floor(one.at / minuteMs) === Math.floor(other.at / minuteMs) &&
  // A failed message speaks for itself, with its buttons under it.
  one.unsent?.state !== 'failed'

/** A stored message at each of its places in a group; kept, so that a bubble is drawn anew only when its place changes. */
const placed = new WeakMap<MessageItem, Map<Position, MessageItem>>()

const atPosition = (item: MessageItem, position: Position): MessageItem => {
  if (position === item.position) return item
  const known = placed.get(item) ?? new Map<Position, MessageItem>()
  placed.set(item, known)
  const found = known.get(position) ?? { ...item, position }
  known.set(position, found)
  return found
}

function withPositions(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items.map((item, index) => {
    if (item.kind !== 'message') return item
    const joins = isGroup(items[index - 1], item)
    const isJoined = isGroup(item, items[index + 1])
    const position: Position = joins ? (isJoined ? 'middle' : 'last') : isJoined ? 'first' : 'single'
    return atPosition(item, position)
  })
}

/** The newest stored message up to an index: what a person who sees that row has seen. */
export function lastSeenOffset(items: readonly TimelineItem[], upTo: number): Offset | undefined {
  for (let index = Math.min(upTo, items.length - 1); index >= 0; index -= 1) {
    const item = items[index]
    if (item?.kind === 'message' && item.offset !== undefined) return item.offset
  }
  return undefined
}

/** Where an entry stands in the list: the item itself, or the last one before it when it is not shown. -1: before all. */
export function indexOfOffset(items: readonly TimelineItem[], offset: Offset): number {
  return items.findLastIndex((item) => {
    const own =
      item.kind === 'message' || item.kind === 'recalled'
        ? item.offset
        : item.kind === 'system'
          ? item.entry.offset
          : undefined
    return own !== undefined && own <= offset
  })
}

/** Key of my newest message that is still in the outbox; those stand behind everything that is stored. */
export function newestUnsent(items: readonly TimelineItem[]): string | undefined {
  const last = items.at(-1)
  return last?.kind === 'message' && last.unsent ? last.key : undefined
}

/** Stored messages after an offset; the newest stand last. */
export function countAfter(items: readonly TimelineItem[], seen: Offset): number {
  let count = 0
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item?.kind !== 'message' || item.offset === undefined) continue
    if (item.offset <= seen) break
    count += 1
  }
  return count
}

/** What was written with it; empty for most. */
export function noteOf(entry: SystemEntry): string {
  switch (entry.kind) {
    case 'conversation.transferred':
    case 'conversation.queued':
      return entry.body.note
    case 'note.added':
      return entry.body.text
    case 'conversation.rated':
      return entry.body.comment
    default:
      return ''
  }
}

/** A guess at an item's height in px before it is drawn, close enough that scrolling back does not stutter. */
export function guessHeight(item: TimelineItem | undefined): number {
  if (item === undefined) return 40
  const known = guesses.get(item)
  if (known !== undefined) return known
  const guess = guessAt(item)
  guesses.set(item, guess)
  return guess
}

/** Asked for every item each time a page is put above. */
const guesses = new WeakMap<TimelineItem, number>()

function guessAt(item: TimelineItem): number {
  switch (item.kind) {
    case 'day':
    case 'unread':
      return 40
    case 'recalled':
      return 32
    case 'system':
      return noteOf(item.entry) === '' ? 32 : 84
    case 'message': {
      const lines =
        item.text === '' ? 0 : item.text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0)
      const files = item.files.reduce((sum, file) => sum + (file.width > 0 ? Math.min(260, file.height) : 60), 0)
      return 14 + lines * 21 + files + (item.position === 'single' || item.position === 'first' ? 12 : 2)
    }
    default:
      return item satisfies never
  }
}
