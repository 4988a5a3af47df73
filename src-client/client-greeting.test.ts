import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { closeCodes, encodePacked, encodeServerFrame, type Epoch, type Offset } from '#protocol'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  epoch,
  conversation,
  me,
  fromGuest,
  opened,
  startClient,
  emptySnapshot,
  welcome,
  live,
  reset,
  beat,
  goLive,
  saidOf,
  loseAndReconnect,
  rowOf,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'

describe('greeting and cursor', () => {
  it('[D4] starts from nothing and comes back with its cursor and epoch', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    expect(world.socket().url).toBe('ws://desk.example/ws')
    const socket = await goLive(world, me, emptySnapshot(me, 10))
    expect(socket.said[0]).toMatchObject({ type: 'hello', epoch: '', cursor: 0, token: 'token', scope: 'all' })
    expect(client.state()).toMatchObject({ link: { kind: 'live' }, viewer: me, ready: true })
    const journal = createEntryMaker()
    const entry = { ...journal.make(1, opened), offset: 14 as Offset }
    socket.hear({ type: 'entry', entry }, beat(20, 14))
    expect(loseAndReconnect(world).said[0]).toMatchObject({ type: 'hello', epoch, cursor: 20 })
  })

  it('[D4] does not take over an epoch before its snapshot is here', async () => {
    const world = createFakeWorld()
    startClient(world)
    await goLive(world, me, emptySnapshot(me, 10))
    loseAndReconnect(world).hear(welcome(me, 'e2' as Epoch))
    expect(loseAndReconnect(world).said[0]).toMatchObject({ epoch: 'e1', cursor: 10 })
  })

  it('[D4] answers beats, and resumes when the newest entry sent to it never came', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world, me, emptySnapshot(me, 10))
    socket.hear(beat(30, 10))
    expect(saidOf(socket, 'beat')).toHaveLength(1)
    expect(saidOf(socket, 'resume')).toEqual([])
    socket.hear(beat(35, 33))
    expect(saidOf(socket, 'resume')).toEqual([{ type: 'resume', epoch, cursor: 30 }])
    expect(client.diagnostics().silentGaps).toBe(1)
  })

  it('[D4] a reset replaces everything but the outbox', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    socket.hear({ type: 'entry', entry: journal.make(1, opened) })
    client.send({ conversation, text: '稍等', files: [] })
    await settle()
    expect(rowOf(client)).toBeDefined()
    loseAndReconnect(world).hear(welcome(me), reset(emptySnapshot(me, 5)), live(5))
    expect(rowOf(client)).toBeUndefined()
    expect(client.state().outbox).toMatchObject([{ text: '稍等', state: 'sending' }])
  })

  it('[D10] an undecodable frame costs the connection, not the client', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    socket.hearBytes(new Uint8Array([1, 2, 3]))
    expect(socket.closedByClient).toBe(true)
    expect(client.state().link).toMatchObject({ kind: 'waiting' })
    expect(client.diagnostics().badFrames).toBe(1)
    socket.hear(live(99))
    expect(client.state().link).toMatchObject({ kind: 'waiting' })
  })

  it('[D3] keeps the order of frames while a packed one is being inflated', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = world.socket()
    socket.open()
    const snapshot = encodeServerFrame(reset(emptySnapshot(me, 7)))
    socket.hear(welcome(me))
    socket.hearBytes(encodePacked(new Uint8Array(deflateRawSync(snapshot))))
    socket.hear(live(7), beat(9, 0))
    expect(client.state().link).toEqual({ kind: 'syncing' })
    world.inflations[0]?.answer(snapshot)
    await settle()
    expect(client.state()).toMatchObject({ link: { kind: 'live' }, ready: true })
    expect(loseAndReconnect(world).said[0]).toMatchObject({ cursor: 9 })
  })

  it('a packed frame that does not inflate costs the connection', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = world.socket()
    socket.open()
    socket.hearBytes(encodePacked(new Uint8Array(9)))
    world.inflations[0]?.answer(undefined)
    await settle()
    expect(client.state().link).toMatchObject({ kind: 'waiting' })
    expect(client.diagnostics().badFrames).toBe(1)
  })

  it('[D10] stays refused until a person acts', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    socket.hear({ type: 'bye', code: 'session_revoked', retryAfterMs: 0 })
    socket.end(closeCodes.sessionRevoked)
    world.clock.advance(24 * 3_600_000)
    expect(world.sockets).toHaveLength(1)
    expect(client.state().link).toEqual({ kind: 'refused', code: 'session_revoked' })
    client.reconnectNow()
    expect(world.sockets).toHaveLength(2)
  })

  it('leaves no timer behind when it is stopped', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    socket.hear({ type: 'typing', conversation, author: fromGuest, active: true })
    client.send({ conversation, text: 'x', files: [] })
    client.markRead(conversation, 3 as Offset)
    void client.list({ view: 'open' })
    await settle()
    client.stop()
    await settle()
    expect(world.clock.waiting).toBe(0)
    expect(socket.closedByClient).toBe(true)
  })

  it('[D6] the cursor rests until live: marks come after a replay’s entries, and both must be here', async () => {
    const world = createFakeWorld()
    startClient(world)
    await goLive(world, me, emptySnapshot(me, 10))
    const journal = createEntryMaker()
    const entry = { ...journal.make(1, opened), offset: 14 as Offset }
    loseAndReconnect(world).hear(welcome(me), { type: 'entries', entries: [entry] })
    const next = loseAndReconnect(world)
    expect(next.said[0]).toMatchObject({ type: 'hello', cursor: 10 })
    // A server may let a slow reader catch up unasked.
    next.hear(welcome(me), live(14), { type: 'entries', entries: [{ ...entry, offset: 20 as Offset }] }, beat(20, 20))
    expect(loseAndReconnect(world).said[0]).toMatchObject({ cursor: 14 })
  })

  it('[D4] another journal leaves nothing of the old one', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const journal = createEntryMaker()
    const socket = await goLive(world)
    socket.hear({ type: 'entry', entry: journal.make(1, opened) })
    client.markRead(conversation, 1 as Offset)
    const next = loseAndReconnect(world)
    next.hear(welcome(me, 'e2' as Epoch), reset(emptySnapshot(me, 1)), live(1))
    world.clock.advance(1_000)
    expect(saidOf(next, 'receipt')).toEqual([])
    expect(loseAndReconnect(world).said[0]).toMatchObject({ epoch: 'e2', cursor: 1 })
  })
})
