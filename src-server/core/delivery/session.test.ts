import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  encodeClientFrame,
  limits,
  ok,
  type AgentId,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type FileKey,
  type Offset,
  type RequestId,
  type VisitorId,
} from '../../protocol/index.ts'
import { arbitraryClientFrame } from '../../testing/arbitrary-frames.ts'
import { helloOf } from '../../testing/gateway-world.ts'
import {
  agentIdentity,
  endedWith,
  epoch,
  entryAt,
  goLive,
  greet,
  published,
  snapshotAt,
  startSession,
  visitorIdentity,
} from '../../testing/pure-session.ts'
import { nextTickAt } from './session.ts'
import type { SessionInput } from './session-state.ts'

it('[D3.4] sends entries as they come', () => {
  const session = goLive(startSession({ head: 1 }))
  session.feed(published(2), published(3))
  expect(session.takeFrames()).toMatchObject([
    { type: 'entry', entry: { offset: 2 } },
    { type: 'entry', entry: { offset: 3 } },
  ])
})

it('[D9.6] a reader that does not keep up gets no more, and reads on from the journal when it has', () => {
  const session = goLive(startSession({ head: 1 }))
  session.feed(published(2))
  session.take()
  session.context.bufferedBytes = limits.maxSendBufferBytes + 1
  session.context.head = 4
  session.feed(published(3), published(4))
  expect(session.take()).toEqual([{ type: 'dropped', reason: 'slow_reader_reads_on_later' }])
  session.context.bufferedBytes = 0
  session.feed({ type: 'tick' })
  expect(session.take()).toEqual([{ type: 'read', reader: { kind: 'visitor', id: 7 }, after: 2 }])
  session.feed(published(5))
  session.context.head = 5
  session.feed({ type: 'chunk', chunk: { entries: [entryAt(3), entryAt(4)], upTo: 4 as Offset, more: false } })
  session.feed({ type: 'marks', marks: [] })
  expect(session.takeFrames()).toMatchObject([
    { type: 'entries', entries: [{ offset: 3 }, { offset: 4 }] },
    { type: 'entry', entry: { offset: 5 } },
    { type: 'live', cursor: 5, announcement: null },
  ])
})

it('[D9.6] a reader that takes nothing is dropped, and one that asks without reading at once', () => {
  const stopped = goLive(startSession({ head: 1 }))
  stopped.context.bufferedBytes = limits.maxSendBufferBytes + 1
  stopped.feed(published(2))
  stopped.context.now += limits.drainWithinMs + 1
  stopped.feed({ type: 'tick' })
  expect(endedWith(stopped)).toBe('slow_reader')
  stopped.feed(published(4), { type: 'tick' }, { type: 'end', code: 'server_stopping', retryAfterMs: 1 })
  expect(stopped.take()).toEqual([])
  const asking = goLive(startSession({ head: 1 }))
  asking.context.bufferedBytes = limits.maxUnreadBytes + 1
  asking.say({ type: 'beat' })
  expect(endedWith(asking)).toBe('slow_reader')
})

it('[D9.12] leaves out what is only true now before it drops a slow reader', () => {
  const session = goLive(startSession())
  session.context.bufferedBytes = limits.maxSendBufferBytes / 2 + 1
  session.feed({ type: 'ephemeral', bytes: Uint8Array.of(1) })
  expect(session.take()).toEqual([{ type: 'dropped', reason: 'ephemeral_to_slow_reader' }])
})

it('[D4.7] beats with the newest offset and the newest one on this connection', () => {
  const session = goLive(startSession({ head: 1 }))
  session.feed(published(2))
  session.take()
  session.context.head = 9
  session.context.now += limits.heartbeatMs
  expect(nextTickAt(session.state)).toBe(session.context.now)
  session.feed({ type: 'tick' })
  expect(session.takeFrames()).toEqual([{ type: 'beat', head: 9, last: 2, at: session.context.now }])
})

it('[D4.7] a beat during a replay promises no more than was replayed', () => {
  const session = greet(startSession({ head: 9 }), visitorIdentity, 3)
  session.take()
  session.context.now += limits.heartbeatMs
  session.feed({ type: 'tick' })
  expect(session.takeFrames()).toMatchObject([{ type: 'beat', head: 3, last: 0 }])
})

it('[D9.7] ends who says nothing, not who answers the beat', () => {
  const session = goLive(startSession())
  session.context.now += limits.silentForMs - 1
  session.say({ type: 'beat' })
  session.context.now += limits.silentForMs - 1
  session.feed({ type: 'tick' })
  expect(session.state.kind).toBe('live')
  session.context.now += 1
  session.feed({ type: 'tick' })
  expect(endedWith(session)).toBe('silent')
})

it('[D9.3] a burst is welcome, a flood is not', () => {
  const session = goLive(startSession())
  for (let count = 0; count < limits.frameBurst; count += 1) session.say({ type: 'beat' })
  expect(session.state.kind).toBe('live')
  session.context.now += 1_000
  for (let count = 0; count < limits.framesPerSecond; count += 1) session.say({ type: 'beat' })
  expect(session.state.kind).toBe('live')
  session.say({ type: 'beat' })
  expect(endedWith(session)).toBe('flood')
})

it('[D9.3] a resume costs as much as it makes the journal read', () => {
  const session = goLive(startSession({ head: 9 }))
  for (let count = 0; count < limits.frameBurst / limits.resumeCost; count += 1) {
    session.say({ type: 'resume', epoch, cursor: 9 as Offset })
    session.feed({ type: 'marks', marks: [] })
  }
  expect(session.state.kind).toBe('live')
  session.say({ type: 'beat' })
  expect(endedWith(session)).toBe('flood')
})

it('[D9.4] bounds messages and requests under way, each with an answer', () => {
  const session = goLive(startSession(), agentIdentity)
  const conversation = 1 as ConversationId
  const send = (index: number): ClientFrame => ({
    type: 'send',
    cid: `cid-${index}-0000` as Cid,
    conversation,
    text: 'x',
    files: [] as FileKey[],
  })
  for (let index = 0; index < limits.maxSendsInFlight; index += 1) session.say(send(index))
  expect(session.takeTypes()).toEqual(Array.from({ length: limits.maxSendsInFlight }, () => 'order'))
  session.say(send(100))
  expect(session.takeFrames()).toEqual([{ type: 'reject', cid: 'cid-100-0000', code: 'too_many_in_flight' }])
  session.feed({
    type: 'answered',
    to: 'send',
    frame: { type: 'reject', cid: 'cid-0-0000' as Cid, code: 'storage_busy' },
  })
  session.take()
  session.say(send(101))
  expect(session.takeTypes()).toEqual(['order'])

  session.context.now += 60_000 - 1
  const close = (rid: number): ClientFrame => ({
    type: 'close',
    rid: rid as RequestId,
    conversation,
    reason: 'resolved',
  })
  for (let rid = 0; rid < limits.maxRequestsInFlight; rid += 1) session.say(close(rid))
  session.take()
  session.say(close(99))
  expect(session.takeFrames()).toEqual([{ type: 'fail', rid: 99, code: 'too_many_in_flight' }])
})

it('[D10.3] who is on a connection never changes: a second hello ends it', () => {
  const session = goLive(startSession())
  session.say(helloOf('another'))
  expect(endedWith(session)).toBe('bad_frame')
})

it('[D9.2] a frame over the bound ends the connection', () => {
  const session = goLive(startSession())
  session.feed({ type: 'received', bytes: new Uint8Array(limits.maxClientFrameBytes + 1) })
  expect(endedWith(session)).toBe('frame_too_large')
})

it('[D10.4] visitors may not do what agents do, and are told so', () => {
  const session = goLive(startSession())
  const rid = 4 as RequestId
  const conversation = 1 as ConversationId
  const agent = 3 as AgentId
  const forbidden: readonly ClientFrame[] = [
    { type: 'list', rid, view: 'open', visitor: 0 as VisitorId, before: 0 as Offset, limit: 10 },
    { type: 'assign', rid, conversation, agent },
    { type: 'transfer', rid, conversation, agent, note: '' },
    { type: 'close', rid, conversation, reason: 'resolved' },
    { type: 'status', rid, status: 'online' },
  ]
  for (const frame of forbidden) {
    session.say(frame)
    expect(session.take()).toMatchObject([{ type: 'refused', reason: 'forbidden' }, { type: 'send' }])
  }
  session.say({ type: 'watch', conversation })
  expect(session.take()).toEqual([{ type: 'refused', reason: 'forbidden' }])
  const agentSession = goLive(startSession(), agentIdentity)
  agentSession.say({ type: 'page', url: '', title: '', referrer: '' })
  expect(agentSession.take()).toEqual([{ type: 'refused', reason: 'forbidden' }])
})

it('[D4.8] an agent who caught up hears who is there', () => {
  const session = greet(startSession({ head: 1 }), agentIdentity, 1)
  session.take()
  session.feed({ type: 'marks', marks: [] })
  expect(session.takeTypes()).toEqual(['send', 'present'])
})

it('[D10.1] whatever comes in whatever order, nothing throws and nothing follows the end', () => {
  const input = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes): SessionInput => ({ type: 'received', bytes })),
    arbitraryClientFrame.map((frame): SessionInput => ({ type: 'received', bytes: encodeClientFrame(frame) })),
    fc.constantFrom<SessionInput>(
      { type: 'received', bytes: encodeClientFrame(helloOf('token')) },
      { type: 'identified', result: ok(visitorIdentity) },
      { type: 'snapshot', snapshot: snapshotAt(3) },
      { type: 'chunk', chunk: { entries: [entryAt(3)], upTo: 4 as Offset, more: false } },
      { type: 'marks', marks: [] },
      { type: 'counted', count: 3 },
      { type: 'tick' },
      published(5),
    ),
  )
  fc.assert(
    fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
      const session = startSession({ head: 4 })
      let hasEnded = false
      for (const next of inputs) {
        session.feed(next)
        const types = session.takeTypes()
        const endsNow: boolean = !hasEnded && session.state.kind === 'closed'
        expect(types.filter((type) => type === 'end')).toHaveLength(endsNow ? 1 : 0)
        expect(hasEnded && types.length > 0).toBe(false)
        hasEnded ||= endsNow
      }
    }),
    { numRuns: 300 },
  )
})

it('[D4.7] [D9.7] a clock that is set back by hours delays neither the beat nor the end of the silent', () => {
  const HOURS = 8 * 3_600_000
  const session = goLive(startSession({ head: 1 }))
  session.context.now -= HOURS
  session.feed({ type: 'tick' })
  expect(session.take()).toEqual([])
  expect(nextTickAt(session.state)).toBe(session.context.now + limits.heartbeatMs)
  session.context.now += limits.heartbeatMs
  session.feed({ type: 'tick' })
  expect(session.takeFrames()).toMatchObject([{ type: 'beat' }])
  session.context.now += limits.silentForMs - limits.heartbeatMs
  session.feed({ type: 'tick' })
  expect(endedWith(session)).toBe('silent')
})

it('[D9.6] a clock that is set back starts the wait for a slow reader over', () => {
  const session = goLive(startSession({ head: 1 }))
  session.context.bufferedBytes = limits.maxSendBufferBytes + 1
  session.feed(published(2))
  session.context.now -= 3_600_000
  session.feed({ type: 'tick' })
  session.context.now += limits.drainWithinMs + 1
  session.feed({ type: 'tick' })
  expect(endedWith(session)).toBe('slow_reader')
})
