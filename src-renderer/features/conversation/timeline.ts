// A conversation's entries and my unsent messages as the list that the eye reads: day breaks, groups, the line above what is
// new. Pure: the same input gives the same items, and unchanged messages keep their keys.
import type { OutboxMessage } from '#client/client-state.ts'
import {
  NO_OFFSET,
  type AgentId,
  type Author,
  type Cid,
  type Entry,
  type EpochMs,
  type FileRef,
  type Offset,
} from '#protocol'

export type Position = 'single' | 'first' | 'middle' | 'last'

export type MessageItem = {
  readonly kind: 'message'
  readonly key: string
  readonly author: Author
  readonly at: EpochMs
  readonly text: string
  readonly files: readonly FileRef[]
  /** The message that it answers; NO_OFFSET for none. */
  readonly quote: Offset
  readonly position: Position
  /** A stored message's place in the journal; undefined while it is in the outbox. */
  readonly offset: Offset | undefined
  readonly unsent: OutboxMessage | undefined
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
  }
>

export type TimelineItem =
  | MessageItem
  | { readonly kind: 'day'; readonly key: string; readonly at: EpochMs }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'system'; readonly key: string; readonly entry: SystemEntry }

export type TimelineInput = {
  readonly entries: readonly Entry[]
  /** Of this conversation, oldest first. */
  readonly outbox: readonly OutboxMessage[]
  readonly me: AgentId
  /** My read mark when the conversation was opened; the line stands above the first visitor's message after it. 0: no line. */
  readonly unreadAfter: Offset
  /** Which day a moment belongs to, in the reader's time zone. */
  readonly dayOf: (at: EpochMs) => string
}

const minuteMs = 60_000

const keyOf = (author: Author, cid: Cid): string => `${author.kind}${author.id}:${cid}`

export function buildTimeline({ entries, outbox, me, unreadAfter, dayOf }: TimelineInput): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  const stored = new Set<string>()
  let day = ''
  let isMarked = unreadAfter === 0
  const startDay = (at: EpochMs): void => {
    const next = dayOf(at)
    if (next !== day) items.push({ kind: 'day', key: `day:${next}`, at })
    day = next
  }
  for (const entry of entries) {
    switch (entry.kind) {
      case 'message.sent': {
        startDay(entry.at)
        if (!isMarked && entry.author.kind === 'visitor' && entry.offset > unreadAfter) {
          items.push({ kind: 'unread', key: 'unread' })
          isMarked = true
        }
        const key = keyOf(entry.author, entry.body.cid)
        stored.add(key)
        const { author, at, offset } = entry
        const { text, files, quote } = entry.body
        items.push({
          kind: 'message',
          key,
          author,
          at,
          text,
          files,
          quote: quote ?? NO_OFFSET,
          position: 'single',
          offset,
          unsent: undefined,
        })
        break
      }
      case 'conversation.opened':
      case 'conversation.assigned':
      case 'conversation.transferred':
      case 'conversation.queued':
      case 'note.added':
      case 'conversation.closed':
      case 'conversation.reopened':
        startDay(entry.at)
        items.push({ kind: 'system', key: `entry:${entry.offset}`, entry })
        break
      case 'hidden':
      case 'agent.changed':
      case 'agent.status':
      case 'setting.changed':
        break
      default:
        entry satisfies never
    }
  }
  const author: Author = { kind: 'agent', id: me }
  for (const unsent of outbox) {
    const key = keyOf(author, unsent.cid)
    // Its entry is here already; the outbox lets go of it in a moment.
    if (stored.has(key)) continue
    startDay(unsent.createdAt)
    const { text, files, quote = NO_OFFSET } = unsent
    items.push({
      kind: 'message',
      key,
      author,
      at: unsent.createdAt,
      text,
      files,
      quote,
      position: 'single',
      offset: undefined,
      unsent,
    })
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

function withPositions(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items.map((item, index) => {
    if (item.kind !== 'message') return item
    const joins = isGroup(items[index - 1], item)
    const isJoined = isGroup(item, items[index + 1])
    const position: Position = joins ? (isJoined ? 'middle' : 'last') : isJoined ? 'first' : 'single'
    return position === 'single' ? item : { ...item, position }
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
    const own = item.kind === 'message' ? item.offset : item.kind === 'system' ? item.entry.offset : undefined
    return own !== undefined && own <= offset
  })
}

/** What the entry says among colleagues; empty for most. */
export function noteOf(entry: SystemEntry): string {
  switch (entry.kind) {
    case 'conversation.transferred':
    case 'conversation.queued':
      return entry.body.note
    case 'note.added':
      return entry.body.text
    default:
      return ''
  }
}

/** A guess at an item's height in px before it is drawn, close enough that scrolling back does not stutter. */
export function guessHeight(item: TimelineItem | undefined): number {
  if (item === undefined) return 40
  switch (item.kind) {
    case 'day':
    case 'unread':
      return 40
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
