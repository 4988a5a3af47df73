// What was said on the scripted desk: short scripts, turned into entries with offsets, receipts and waiting times.
import type { ConversationView } from '#client/client-state.ts'
import { EVERYONE, previewOf, type Entry, type FileRef, type ReceiptMark, type VisitorProfile } from '#protocol'
import {
  agentAuthor,
  sampleEntry,
  sampleMessage,
  sampleSummary,
  sampleView,
  systemAuthor,
  visitorAuthor,
} from './sample.ts'

const minuteMs = 60_000

/** [who, minutes ago, text, files]; who 0 is the visitor, else an agent's id. */
export type Line = readonly [who: number, minutesAgo: number, text: string, files?: readonly FileRef[]]

export type Script = {
  readonly id: number
  readonly visitor: VisitorProfile
  /** 0: in the queue. */
  readonly owner: number
  readonly lines: readonly Line[]
  readonly closed?: true
  readonly unread?: number
  readonly priority?: number
  /** Taken from a colleague who did not reply. */
  readonly front?: true
  /** Assigned by the router unless this says a person took it. */
  readonly taken?: true
  readonly transfer?: { readonly from: number; readonly minutesAgo: number; readonly note: string }
  /** How far the visitor has read, counted in messages from the end. */
  readonly unreadByVisitor?: number
}

const assignment = (owner: number, isTaken: boolean) => ({
  agent: owner,
  agentName: '',
  previous: 0,
  reason: {
    layer: isTaken ? 'manual' : 'load',
    rule: isTaken ? 'taken' : 'least_loaded',
    candidates: isTaken
      ? []
      : [
          { agent: 1, load: 2, capacity: 8, score: 0.75 },
          { agent: 2, load: 4, capacity: 6, score: 0.33 },
          { agent: 3, load: 5, capacity: 8, score: 0.375 },
        ],
  },
})

const requeued = { group: 0, groupName: '', agents: [], priority: 0, reason: null, note: '', front: true }

/** Numbers entries over all scripts by time, as a journal does, and folds each script into a conversation. */
export function playScripts(
  scripts: readonly Script[],
  now: number,
): ReadonlyMap<ConversationView['summary']['id'], ConversationView> {
  let offset = 100
  // Roughly by time, as a journal would: the script that ended first is numbered first.
  const byEnd = [...scripts].sort((one, other) => (other.lines.at(-1)?.[1] ?? 0) - (one.lines.at(-1)?.[1] ?? 0))
  const views = byEnd.map((script) => {
    const entries: Entry[] = []
    let seq = 0
    const head = (minutesAgo: number, who: number | undefined) => {
      offset += 1
      seq += 1
      const author = who === undefined ? systemAuthor : who === 0 ? visitorAuthor : agentAuthor(who)
      return { offset, seq, at: Math.round(now - minutesAgo * minuteMs), author, conversation: script.id }
    }
    const opened = script.lines[0]?.[1] ?? 1
    entries.push(sampleEntry(head(opened, 0), 'conversation.opened', { visitor: script.visitor }))
    const owner = script.transfer?.from ?? script.owner
    let isAssigned = owner === 0
    const assign = (minutesAgo: number): void => {
      isAssigned = true
      const isTaken = script.taken === true
      entries.push(
        sampleEntry(head(minutesAgo, isTaken ? owner : undefined), 'conversation.assigned', assignment(owner, isTaken)),
      )
    }
    let transfer = script.transfer
    for (const [who, minutesAgo, text, files] of script.lines) {
      if (transfer !== undefined && minutesAgo < transfer.minutesAgo) {
        const body = { from: transfer.from, to: script.owner, toName: '', note: transfer.note }
        entries.push(sampleEntry(head(transfer.minutesAgo, transfer.from), 'conversation.transferred', body))
        transfer = undefined
      }
      entries.push(sampleMessage(head(minutesAgo, who), text, files))
      if (!isAssigned) assign(minutesAgo - 0.05)
    }
    if (script.front) entries.push(sampleEntry(head(0.1, undefined), 'conversation.queued', requeued))
    if (script.closed)
      entries.push(
        sampleEntry(head((script.lines.at(-1)?.[1] ?? 1) - 0.5, script.owner), 'conversation.closed', {
          reason: 'resolved',
        }),
      )
    return viewOf(script, entries)
  })
  return new Map(views.map((view) => [view.summary.id, view]))
}

function viewOf(script: Script, entries: readonly Entry[]): ConversationView {
  const messages = entries.filter((entry) => entry.kind === 'message.sent')
  const last = messages.at(-1)
  const newest = entries.at(-1)
  const lastAnswer = messages.findLastIndex(({ author }) => author.kind === 'agent')
  const waiting = script.closed ? undefined : messages.slice(lastAnswer + 1).at(0)
  const seen = messages.at(-1 - (script.unreadByVisitor ?? 0))?.offset ?? 0
  const mineRead = messages.at(-1 - (script.unread ?? 0))?.offset ?? 0
  const mark = (reader: ReceiptMark['reader'], read: number): ReceiptMark =>
    ({ conversation: script.id, reader, delivered: last?.offset ?? 0, read }) as unknown as ReceiptMark // plain numbers
  return sampleView(
    sampleSummary({
      id: script.id,
      visitor: script.visitor,
      status: script.closed ? 'closed' : 'open',
      owner: script.owner,
      openedAt: entries[0]?.at ?? 0,
      lastSeq: newest?.seq ?? 0,
      lastOffset: newest?.offset ?? 0,
      lastMessage: last
        ? { author: last.author, preview: previewOf(last.body.text, last.body.files), at: last.at, offset: last.offset }
        : null,
      waitingSince: waiting?.at ?? 0,
      unread: script.unread ?? 0,
      placed: { group: EVERYONE, priority: script.priority ?? 0 },
    }),
    { entries, marks: [mark(visitorAuthor, seen), mark(agentAuthor(1), mineRead)] },
  )
}
