// The list on the screen, made of entries and outbox: day breaks, groups by author and minute, system lines.
// Pure: times are cut into days and minutes by the functions given.
import type { Author, Cid, Entry, EpochMs, ErrorCode, FileRef } from '#protocol'
import type { ConversationView, MessageState, OutboxMessage } from '#client/client-state.ts'
import { messageStateOf } from '#client/message-state.ts'

export type TimelineMessage = {
  /** The same before and after the acknowledgement, so that the bubble stays the same element. */
  readonly key: string
  readonly at: EpochMs
  readonly text: string
  readonly files: readonly FileRef[]
  /** When it was edited last. */
  readonly editedAt?: EpochMs | undefined
  /** Only the visitor's own messages have a state. */
  readonly own: { readonly cid: Cid; readonly state: MessageState; readonly code: ErrorCode | undefined } | undefined
}

export type TimelineEvent =
  | { readonly type: 'joined' | 'transferred'; readonly name: string }
  | { readonly type: 'queued' | 'closed' | 'reopened' | 'recalled' }

export type MessageGroup = {
  readonly kind: 'group'
  readonly key: string
  readonly author: Author
  readonly at: EpochMs
  readonly messages: readonly TimelineMessage[]
}
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: EpochMs }
  | { readonly kind: 'event'; readonly key: string; readonly at: EpochMs; readonly event: TimelineEvent }
  | MessageGroup

export type TimeCuts = { readonly dayOf: (at: EpochMs) => string; readonly minuteOf: (at: EpochMs) => string | number }

const THE_VISITOR_AUTHOR: Author = { kind: 'visitor', id: 0 }

/** What else than a message stands in a line of its own: also where a message was. */
const eventOf = (entry: Entry, previous: Entry | undefined): TimelineEvent | undefined => {
  switch (entry.kind) {
    case 'conversation.assigned':
      // A transfer already said so.
      if (previous?.kind === 'conversation.transferred' && previous.body.to === entry.body.agent) break
      return entry.body.agent === 0 ? { type: 'queued' } : { type: 'joined', name: entry.body.agentName }
    case 'conversation.transferred':
      return entry.body.to === 0 ? { type: 'queued' } : { type: 'transferred', name: entry.body.toName }
    case 'conversation.closed':
      return { type: 'closed' }
    case 'conversation.reopened':
      return { type: 'reopened' }
    case 'message.sent':
      return { type: 'recalled' }
    // Not the visitor's business, or shown in another way.
    case 'conversation.opened':
    case 'hidden':
    case 'agent.changed':
    case 'agent.status':
    case 'setting.changed':
    case 'conversation.queued':
    case 'note.added':
    case 'message.revised':
    case 'conversation.rated':
      break
  }
  return undefined
}

const sameAuthor = (a: Author, b: Author): boolean => a.kind === b.kind && a.id === b.id

const createTimeline = (cuts: TimeCuts) => {
  const items: TimelineItem[] = []
  let day = ''
  let open: { author: Author; minute: string | number; messages: TimelineMessage[] } | undefined

  const breakDay = (at: EpochMs): void => {
    const next = cuts.dayOf(at)
    if (next === day) return
    day = next
    open = undefined
    items.push({ kind: 'day', key: `day-${next}`, at })
  }

  return {
    items,
    event(key: string, at: EpochMs, event: TimelineEvent): void {
      breakDay(at)
      open = undefined
      items.push({ kind: 'event', key, at, event })
    },
    message(author: Author, message: TimelineMessage): void {
      breakDay(message.at)
      const minute = cuts.minuteOf(message.at)
      if (open && sameAuthor(open.author, author) && open.minute === minute) {
        open.messages.push(message)
        return
      }
      open = { author, minute, messages: [message] }
      items.push({ kind: 'group', key: `group-${message.key}`, author, at: message.at, messages: open.messages })
    },
  }
}

/** Oldest first. What is still in the outbox stands at the end, whatever its time: it has no place in the order yet. */
export const buildTimeline = (
  views: readonly ConversationView[],
  outbox: readonly OutboxMessage[],
  cuts: TimeCuts,
): readonly TimelineItem[] => {
  const timeline = createTimeline(cuts)
  const stored = new Set<string>()
  for (const view of views) {
    const { entries } = view
    entries.forEach((entry, index) => {
      if (entry.kind === 'message.sent' && !entry.body.revision?.recalled) {
        const mine = entry.author.kind === 'visitor'
        if (mine) stored.add(entry.body.cid)
        timeline.message(entry.author, {
          key: mine ? entry.body.cid : String(entry.offset),
          at: entry.at,
          text: entry.body.text,
          files: entry.body.files,
          editedAt: entry.body.revision?.at,
          own: mine ? { cid: entry.body.cid, state: messageStateOf(entry, view), code: undefined } : undefined,
        })
        return
      }
      const event = eventOf(entry, entries[index - 1])
      if (event) timeline.event(String(entry.offset), entry.at, event)
    })
  }
  for (const { cid, createdAt, text, files, state, code } of outbox)
    if (!stored.has(cid))
      timeline.message(THE_VISITOR_AUTHOR, { key: cid, at: createdAt, text, files, own: { cid, state, code } })
  return timeline.items
}

/** A state is said once for neighbours that share it: below the last of them. */
export const showsState = (messages: readonly TimelineMessage[], index: number): boolean => {
  const own = messages[index]?.own
  if (!own) return false
  return own.state === 'failed' || own.state !== messages[index + 1]?.own?.state
}
