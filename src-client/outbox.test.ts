import { describe, expect, it } from 'vitest'
import { limits, NO_CONVERSATION, type Cid, type ConversationId, type EpochMs, type Offset, type Seq } from '#protocol'
import { Outbox, type Channels } from './outbox.ts'

const conversation = 7 as ConversationId
const cid = (name: string): Cid => name.padEnd(8, '0') as Cid
const time = (ms: number): EpochMs => ms as EpochMs
const stored = (seq: number) => ({ conversation, seq: seq as Seq, offset: (seq * 10) as Offset })
const live: Channels = { now: time(0), connection: 1, http: true }

const outboxWith = (...drafts: readonly (readonly [string, ConversationId])[]): Outbox => {
  const outbox = new Outbox()
  for (const [name, where] of drafts) {
    const added = outbox.add(cid(name), { conversation: where, text: name, files: [] }, time(0))
    if (!added.ok) throw new Error(added.code)
    added.value.kept = true
  }
  return outbox
}

const names = (rows: readonly { readonly message: { readonly text: string } }[]): string[] =>
  rows.map((row) => row.message.text)

/** Gives what is due to the channels, as the sender does. */
const give = (outbox: Outbox, channels: Channels) => {
  const due = outbox.due(channels)
  for (const row of due.send) Object.assign(row, { sentOn: channels.connection, tried: true })
  for (const row of due.post) Object.assign(row, { posting: true, tried: true })
  return { send: names(due.send), post: names(due.post), wakeAt: due.wakeAt }
}

describe('the outbox', () => {
  it('[D5] gives nothing to the network before it is kept', () => {
    const outbox = new Outbox()
    const added = outbox.add(cid('a'), { conversation, text: 'a', files: [] }, time(0))
    expect(give(outbox, live).send).toEqual([])
    if (added.ok) added.value.kept = true
    expect(give(outbox, live).send).toEqual(['a'])
  })

  it('[D5] a clock that is set back by hours keeps nothing from its turn', () => {
    const HOURS = 8 * 3_600_000
    const outbox = outboxWith(['a', conversation])
    const before = { ...live, now: time(HOURS) }
    expect(give(outbox, before).send).toEqual(['a'])
    outbox.rejected(cid('a'), 'storage_busy', before.now, 0.9)
    expect(give(outbox, before).send).toEqual([])
    expect(give(outbox, { ...live, now: time(5) }).send).toEqual(['a'])
    expect(give(outbox, { ...live, now: time(5 + limits.ackWithinMs) }).post).toEqual(['a'])
  })

  it('[D2] keeps the order of each conversation: one is on its way at a time, conversations do not wait for each other', () => {
    const other = 8 as ConversationId
    const outbox = outboxWith(['a', conversation], ['b', conversation], ['c', other])
    expect(give(outbox, live).send).toEqual(['a', 'c'])
    expect(give(outbox, live).send).toEqual([])
    outbox.acked(cid('a'), stored(3))
    expect(give(outbox, live).send).toEqual(['b'])
  })

  it('lets "my current conversation" wait for all before it, and all after it wait for that', () => {
    const outbox = outboxWith(['a', conversation], ['b', NO_CONVERSATION], ['c', conversation])
    expect(give(outbox, live).send).toEqual(['a'])
    outbox.acked(cid('a'), stored(1))
    expect(give(outbox, live).send).toEqual(['b'])
    outbox.acked(cid('b'), stored(2))
    expect(give(outbox, live).send).toEqual(['c'])
  })

  it('[D5] sends again on the next connection, and over HTTP when no answer came in time', () => {
    const outbox = outboxWith(['a', conversation])
    expect(give(outbox, live)).toEqual({ send: ['a'], post: [], wakeAt: limits.ackWithinMs })
    expect(give(outbox, { ...live, now: time(limits.ackWithinMs) })).toEqual({
      send: [],
      post: ['a'],
      wakeAt: undefined,
    })
    expect(give(outbox, { ...live, now: time(limits.ackWithinMs), connection: 2 }).send).toEqual(['a'])
  })

  it('[D5] posts without any connection, and never gives up on an unreachable server', () => {
    const outbox = outboxWith(['a', conversation])
    let now = 0
    for (let posts = 0; posts < 50; posts += 1) {
      const due = give(outbox, { now: time(now), connection: 0, http: true })
      if (due.wakeAt !== undefined) now = due.wakeAt
      if (due.post.length === 0) continue
      Object.assign(outbox.row(cid('a')) ?? {}, { posting: false })
      outbox.unreachable(cid('a'), time(now), 0.5)
    }
    expect(outbox.messages()).toMatchObject([{ state: 'sending' }])
    expect(give(outbox, { now: time(now + 1e9), connection: 0, http: false })).toEqual({
      send: [],
      post: [],
      wakeAt: undefined,
    })
  })

  it('[D5.2] one that a colleague was faster with waits for its writer, and goes out again with what they have seen by then', () => {
    const outbox = outboxWith(['a', conversation], ['b', conversation])
    give(outbox, live)
    expect(outbox.rejected(cid('a'), 'answered_meanwhile', time(0), 0)?.message.state).toBe('failed')
    expect(give(outbox, live).send).toEqual(['b'])
    outbox.acked(cid('b'), stored(9))
    outbox.retry(cid('a'), () => cid('z'), 9 as Seq)
    expect(outbox.row(cid('a'))?.message).toMatchObject({ cid: cid('a'), seen: 9, state: 'sending' })
    expect(outbox.retry(cid('a'), () => cid('z'))).toBeUndefined()
  })

  it('[D10] backs off from retryable refusals and fails with the code after the last', () => {
    const outbox = outboxWith(['a', conversation], ['b', conversation])
    let now = 0
    for (let tries = 1; tries < limits.maxSendTries; tries += 1) {
      expect(give(outbox, { ...live, now: time(now) }).send).toEqual(['a'])
      expect(outbox.rejected(cid('a'), 'storage_full', time(now), 0.5)).toBeUndefined()
      const { send, wakeAt } = give(outbox, { ...live, now: time(now) })
      expect(send).toEqual([])
      expect(wakeAt).toBeGreaterThan(now)
      now = wakeAt ?? 0
    }
    expect(outbox.rejected(cid('a'), 'storage_full', time(now), 0.5)).toBeDefined()
    expect(outbox.messages()).toMatchObject([{ state: 'failed', code: 'storage_full' }, { state: 'sending' }])
    expect(give(outbox, { ...live, now: time(now) }).send).toEqual(['b'])
  })

  it('[D5] fails at once for good refusals, stays visible, and is believed when it was stored after all', () => {
    const outbox = outboxWith(['a', conversation])
    give(outbox, live)
    outbox.rejected(cid('a'), 'conversation_closed', time(0), 0)
    expect(outbox.messages()).toMatchObject([{ state: 'failed', code: 'conversation_closed' }])
    outbox.acked(cid('a'), stored(4))
    expect(outbox.messages()).toMatchObject([{ state: 'stored', code: undefined }])
    outbox.removeStored(({ seq }) => seq <= 3)
    expect(outbox.messages()).toHaveLength(1)
    outbox.removeStored(({ seq }) => seq <= 4)
    expect(outbox.messages()).toEqual([])
  })

  it("[D2] retries with the same cid at the old place; with a new one when the cid was somebody else's", () => {
    const outbox = outboxWith(['a', conversation], ['b', conversation])
    outbox.rejected(cid('a'), 'conversation_closed', time(0), 0)
    expect(outbox.retry(cid('a'), () => cid('z'))?.replaced).toBeUndefined()
    expect(outbox.messages().map((message) => message.cid)).toEqual([cid('a'), cid('b')])
    outbox.rejected(cid('a'), 'cid_reused', time(0), 0)
    expect(outbox.retry(cid('a'), () => cid('z'))?.replaced).toBe(cid('a'))
    expect(outbox.messages().map((message) => message.cid)).toEqual([cid('z'), cid('b')])
    expect(outbox.retry(cid('b'), () => cid('y'))).toBeUndefined()
  })

  it('[D2] takes back nothing that is still under way to the desk, though one way refused it', () => {
    const outbox = outboxWith(['a', conversation])
    give(outbox, live)
    expect(give(outbox, { ...live, now: time(limits.ackWithinMs) }).post).toEqual(['a'])
    outbox.rejected(cid('a'), 'conversation_closed', time(limits.ackWithinMs), 0)
    expect(outbox.discard(cid('a'))).toEqual([])
    Object.assign(outbox.row(cid('a')) ?? {}, { posting: false })
    expect(outbox.discard(cid('a'))).toEqual([cid('a')])
  })

  it('[D5] takes back only what failed or was never tried', () => {
    const outbox = outboxWith(['a', conversation], ['b', conversation])
    give(outbox, live)
    expect(outbox.discard(cid('a'))).toEqual([])
    expect(outbox.discard(cid('b'))).toEqual([cid('b')])
    outbox.rejected(cid('a'), 'conversation_closed', time(0), 0)
    expect(outbox.discard(cid('a'))).toEqual([cid('a')])
    expect(outbox.messages()).toEqual([])
  })

  it('[D9] is bounded, and refuses what the server would refuse before it is kept', () => {
    const outbox = new Outbox()
    const add = (text: string) =>
      outbox.add(cid(`${outbox.messages().length}`.padStart(8, '0')), { conversation, text, files: [] }, time(0))
    expect(add('   ')).toEqual({ ok: false, code: 'message_empty' })
    expect(add('x'.repeat(limits.maxMessageLength + 1))).toEqual({ ok: false, code: 'message_too_long' })
    expect(add('\ud800')).toEqual({ ok: false, code: 'text_malformed' })
    for (let count = 0; count < limits.maxOutboxMessages; count += 1) expect(add('x').ok).toBe(true)
    expect(add('x')).toEqual({ ok: false, code: 'too_many_in_flight' })
  })

  it('[D5] puts what an earlier page left before what this one wrote, in the old order', () => {
    const old = outboxWith(['a', conversation], ['b', conversation]).messages()
    const outbox = outboxWith(['c', conversation])
    outbox.restore([old[1], old[0]].filter((message) => message !== undefined))
    expect(outbox.messages().map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(give(outbox, live).send).toEqual(['a'])
  })
})
