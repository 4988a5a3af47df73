import { expect, it } from 'vitest'
import {
  encodeServerFrame,
  limits,
  type Cid,
  type ConversationId,
  type Entry,
  type Epoch,
  type Offset,
  type ReceiptMark,
} from '../../protocol/index.ts'
import {
  endedWith,
  entryAt,
  epoch,
  goLive,
  greet,
  published,
  snapshotAt,
  startSession,
  visitorIdentity,
  type PureSession,
} from '../../testing/pure-session.ts'
import { isDraining } from './session.ts'

it('[D4.2] says why a cursor is of no use', () => {
  const reasonOf = (session: PureSession) => {
    session.feed({ type: 'snapshot', snapshot: snapshotAt(10) })
    const reset = session.takeFrames().find((frame) => frame.type === 'reset')
    return reset?.reason
  }
  expect(reasonOf(greet(startSession({ head: 10 })))).toBe('first')
  expect(reasonOf(greet(startSession({ head: 10, epoch: 'journal-2' as Epoch }), visitorIdentity, 5))).toBe('epoch')
  expect(reasonOf(greet(startSession({ head: 10 }), visitorIdentity, 11))).toBe('future')
  const old = greet(startSession({ head: 10_000 }), visitorIdentity, 1)
  expect(old.takeTypes()).toContain('count')
  old.feed({ type: 'counted', count: limits.maxReplayEntries + 1 })
  expect(reasonOf(old)).toBe('too_old')
})

it('[D4.2] a cursor far behind others’ entries but near its own is replayed', () => {
  const session = greet(startSession({ head: 10_000 }), visitorIdentity, 1)
  session.take()
  session.feed({ type: 'counted', count: limits.maxReplayEntries })
  expect(session.takeTypes()).toEqual(['read'])
})

it('[D4.3] what is committed during the replay follows it, once and in order', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.context.head = 6
  session.feed(published(5), published(6))
  // The journal's reader had already seen entry 5.
  session.feed({ type: 'chunk', chunk: { entries: [3, 4, 5].map(entryAt), upTo: 5 as Offset, more: false } })
  session.feed({ type: 'marks', marks: [] })
  const offsets = session
    .takeFrames()
    .flatMap((frame) => (frame.type === 'entries' ? frame.entries : frame.type === 'entry' ? [frame.entry] : []))
    .map((entry) => entry.offset)
  expect(offsets).toEqual([3, 4, 5, 6])
  expect(session.state).toMatchObject({ kind: 'live', member: { sentUpTo: 6, lastSent: 6 } })
})

it('[D4.3] an entry that the replay brought before this thread heard of it is not sent again', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.feed({ type: 'chunk', chunk: { entries: [3, 4, 5].map(entryAt), upTo: 5 as Offset, more: false } })
  session.feed({ type: 'marks', marks: [] })
  session.take()
  session.feed(published(5), published(6))
  expect(session.takeFrames()).toMatchObject([{ type: 'entry', entry: { offset: 6 } }])
})

it('[D4.3] [D9.12] a buffer that overflows is void, and the replay reads on from the journal', () => {
  const session = greet(startSession({ head: 1 }), visitorIdentity, 1)
  expect(session.takeTypes()).toContain('marks')
  for (let offset = 2; offset <= limits.maxReplayBuffer + 2; offset += 1) session.feed(published(offset))
  expect(session.take()).toEqual([{ type: 'dropped', reason: 'replay_buffer_overflow' }])
  session.context.head = limits.maxReplayBuffer + 2
  session.feed({ type: 'marks', marks: [] })
  expect(session.take()).toMatchObject([{ type: 'read', after: 1 }])
  const late = limits.maxReplayBuffer + 3
  session.feed(published(late))
  const entries = Array.from({ length: limits.maxReplayBuffer + 1 }, (_, index) => entryAt(index + 2))
  session.feed({ type: 'chunk', chunk: { entries, upTo: session.context.head as Offset, more: false } })
  // Marks that were in the lost buffer are asked for again.
  expect(session.take().at(-1)).toMatchObject({ type: 'marks' })
  session.feed({ type: 'marks', marks: [] })
  expect(session.takeFrames()).toMatchObject([{ type: 'entry', entry: { offset: late } }, { type: 'live' }])
})

it('[D4.4] marks that moved since the cursor come after the entries', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(3)], upTo: 4 as Offset, more: false } })
  expect(session.take().at(-1)).toEqual({ type: 'marks', reader: { kind: 'visitor', id: 7 }, since: 2 })
  const mark = {
    conversation: 1 as ConversationId,
    reader: { kind: 'agent', id: 3 },
    delivered: 4 as Offset,
    read: 3 as Offset,
  } as const
  session.feed({ type: 'marks', marks: [mark] })
  expect(session.takeFrames()).toEqual([
    { type: 'receipts', marks: [mark] },
    { type: 'live', cursor: 4, announcement: null },
  ])
})

it('[D4.4] a mark that moves after the replay asked for marks comes before live', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(3)], upTo: 4 as Offset, more: false } })
  session.take()
  const mark = { conversation: 1 as ConversationId, reader: { kind: 'agent', id: 3 }, delivered: 4, read: 4 } as const
  const marks = [mark as unknown as ReceiptMark]
  const bytes = encodeServerFrame({ type: 'receipts', marks })
  session.feed({ type: 'published', publication: { kind: 'receipts', bytes } }, { type: 'marks', marks: [] })
  expect(session.takeFrames()).toEqual([
    { type: 'receipts', marks },
    { type: 'live', cursor: 4, announcement: null },
  ])
})

it('[D4.4] marks lost with a buffer that overflowed beside a snapshot are asked for', () => {
  const session = greet(startSession({ head: 1 }))
  session.take()
  for (let offset = 2; offset <= limits.maxReplayBuffer + 2; offset += 1) session.feed(published(offset))
  session.context.head = limits.maxReplayBuffer + 2
  session.feed({ type: 'snapshot', snapshot: snapshotAt(1) })
  session.feed({ type: 'chunk', chunk: { entries: [], upTo: session.context.head as Offset, more: false } })
  expect(session.take().at(-1)).toMatchObject({ type: 'marks', since: 1 })
})

it('[D4.5] a live client’s resume is answered like a hello’s cursor', () => {
  const session = goLive(startSession({ head: 9 }))
  session.say({ type: 'resume', epoch, cursor: 7 as Offset })
  expect(session.take()).toEqual([{ type: 'read', reader: { kind: 'visitor', id: 7 }, after: 7 }])
  session.say({ type: 'resume', epoch, cursor: 1 as Offset })
  expect(session.take()).toEqual([{ type: 'dropped', reason: 'resume_while_replaying' }])
})

it('[D9.6] a chunk heavier than a frame is sent in parts, each read again from where the last ended', () => {
  const session = greet(startSession({ head: 40 }), visitorIdentity, 1)
  session.take()
  const heavy = (offset: number): Entry => ({
    ...entryAt(offset),
    kind: 'message.sent',
    body: { cid: 'cid-00000' as Cid, text: '重'.repeat(limits.maxMessageLength), files: [] },
  })
  const entries = Array.from({ length: 30 }, (_, index) => heavy(index + 2))
  session.feed({ type: 'chunk', chunk: { entries, upTo: 40 as Offset, more: false } })
  const effects = session.take()
  const sent = effects[0]?.type === 'send' ? effects[0].bytes.length : 0
  expect(sent).toBeGreaterThan(limits.maxMessageLength)
  expect(sent).toBeLessThanOrEqual(limits.maxPageBytes)
  expect(session.state).toMatchObject({ kind: 'replaying', member: { sentUpTo: 9 } })
})

it('[D9.6] a replay waits for a slow network, and gives it up when it takes nothing', () => {
  const session = greet(startSession({ head: 40 }), visitorIdentity, 1)
  session.take()
  session.context.bufferedBytes = limits.maxSendBufferBytes
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(2)], upTo: 2 as Offset, more: true } })
  expect(session.takeTypes()).toEqual(['send'])
  expect(isDraining(session.state)).toBe(true)
  session.context.now += limits.drainWithinMs
  session.context.bufferedBytes -= 1
  session.say({ type: 'beat' })
  session.feed({ type: 'tick' })
  session.context.now += limits.drainWithinMs + 1
  session.context.bufferedBytes = 0
  session.feed({ type: 'tick' })
  expect(session.takeTypes()).toContain('read')
  session.context.bufferedBytes = limits.maxSendBufferBytes
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(3)], upTo: 3 as Offset, more: true } })
  for (let look = 0; look < 2; look += 1) {
    session.say({ type: 'beat' })
    session.feed({ type: 'tick' })
    session.context.now += limits.drainWithinMs + 1
  }
  session.feed({ type: 'tick' })
  expect(endedWith(session)).toBe('slow_reader')
})

it('[D4.7] the newest entry that a replay brought is what the beat tells of', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(3)], upTo: 4 as Offset, more: false } })
  session.feed({ type: 'marks', marks: [] })
  session.take()
  session.context.now += limits.heartbeatMs
  session.feed({ type: 'tick' })
  expect(session.takeFrames()).toMatchObject([{ type: 'beat', head: 4, last: 3 }])
})

it('[D4.8] what is only true now is told to nobody who is still catching up', () => {
  const session = greet(startSession({ head: 4 }), visitorIdentity, 2)
  session.take()
  session.feed({ type: 'ephemeral', bytes: Uint8Array.of(1) })
  expect(session.take()).toEqual([])
  session.feed({ type: 'chunk', chunk: { entries: [], upTo: 4 as Offset, more: false } }, { type: 'marks', marks: [] })
  session.take()
  session.feed({ type: 'ephemeral', bytes: Uint8Array.of(1) })
  expect(session.takeTypes()).toEqual(['send'])
})
