import { describe, expect, it } from 'vitest'
import { closeCodes, limits, type Cid, type ConversationId } from '#protocol'
import { createEntryMaker } from '../src-server/testing/entry-maker.ts'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  conversation,
  fromGuest,
  fromMe,
  said,
  opened,
  startClient,
  ack,
  goLive,
  saidOf,
} from '../src-server/testing/scripted-desk.ts'
import { settle } from '../src-server/testing/settle.ts'
import type { Client } from './client.ts'

describe('sending', () => {
  const send = (client: Client, text = 'hello') => {
    const sent = client.send({ conversation, text, files: [] })
    if (!sent.ok) throw new Error(sent.code)
    return sent.value
  }

  it('[D5] keeps a message before any network sees it, and forgets it when it is stored', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    const cid = send(client)
    expect(saidOf(socket, 'send')).toEqual([])
    await settle()
    expect([...world.rows.keys()]).toEqual([`agent/outbox/${cid}`])
    expect(saidOf(socket, 'send')).toEqual([{ type: 'send', cid, conversation, text: 'hello', files: [] }])
    socket.hear(ack(cid, 2))
    await settle()
    expect(world.rows.size).toBe(0)
    expect(client.state().outbox).toMatchObject([{ cid, state: 'stored' }])
    const journal = createEntryMaker()
    socket.hear(
      { type: 'entry', entry: journal.make(1, opened) },
      { type: 'entry', entry: journal.make(1, said(fromMe, 'hello', cid)) },
    )
    expect(client.state().outbox).toEqual([])
  })

  it('[D5] a message that shows as an entry is stored, whether or not an answer came', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    const cid = send(client)
    await settle()
    const journal = createEntryMaker()
    socket.hear(
      { type: 'entry', entry: journal.make(1, opened) },
      { type: 'entry', entry: journal.make(1, said(fromMe, 'hello', cid)) },
    )
    await settle()
    expect(client.state().outbox).toEqual([])
    expect(world.rows.size).toBe(0)
    socket.hear(ack(cid, 2))
    expect(client.state().outbox).toEqual([])
  })

  it('[D2] a cid belongs to its author: the same one from somebody else acknowledges nothing', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    const cid = send(client)
    await settle()
    const journal = createEntryMaker()
    socket.hear(
      { type: 'entry', entry: journal.make(1, opened) },
      { type: 'entry', entry: journal.make(1, said(fromGuest, 'hello', cid)) },
    )
    await settle()
    expect(client.state().outbox).toMatchObject([{ cid, state: 'sending' }])
    expect(world.rows.size).toBe(1)
  })

  it('[D5] [D2] goes over HTTP with the same cid when no answer came in time', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    await goLive(world)
    const cid = send(client)
    await settle()
    world.clock.advance(limits.ackWithinMs - 1)
    expect(world.posts).toEqual([])
    world.clock.advance(1)
    expect(world.posts).toMatchObject([
      {
        url: 'http://desk.example/api/v1/messages',
        token: 'token',
        body: { cid, conversation, text: 'hello', files: [] },
      },
    ])
    world.posts[0]?.reply({ status: 201, body: { cid, conversation, offset: 5, seq: 5, at: 0 } })
    await settle()
    expect(client.state().outbox).toMatchObject([{ state: 'stored' }])
    expect(world.rows.size).toBe(0)
  })

  it('[D5] goes over HTTP when there is no WebSocket at all', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    send(client)
    await settle()
    world.socket().end(1006)
    world.clock.advance(limits.ackWithinMs)
    expect(world.posts).toHaveLength(1)
    for (const nonsense of [
      { status: 0, body: undefined },
      { status: 502, body: undefined },
      { status: 200, body: 'login to this Wi-Fi' },
      { status: 401, body: { code: 'unauthorized' } },
    ]) {
      world.posts.at(-1)?.reply(nonsense)
      await settle()
      expect(client.state().outbox).toMatchObject([{ state: 'sending' }])
      world.clock.advance(limits.ackWithinMs + limits.reconnectMaxMs)
    }
    expect(world.posts).toHaveLength(5)
    world.posts.at(-1)?.reply({ status: 422, body: { code: 'message_too_long' } })
    await settle()
    expect(client.state().outbox).toMatchObject([{ state: 'failed', code: 'message_too_long' }])
  })

  it('[D5] outlives a reload: unsent and failed messages, in their order', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    const first = send(client, 'first')
    const second = send(client, 'second')
    const third = client.send({ conversation: 2 as ConversationId, text: 'third', files: [] })
    await settle()
    socket.hear({ type: 'reject', cid: first, code: 'conversation_closed' })
    await settle()
    client.stop()
    world.rows.set('agent/outbox/broken', '{"cid":')
    const again = createFakeWorld({ rows: world.rows, clock: world.clock })
    const reloaded = startClient(again)
    await settle()
    expect(reloaded.state().outbox).toMatchObject([
      { cid: first, text: 'first', state: 'failed', code: 'conversation_closed' },
      { cid: second, state: 'sending' },
      { cid: third.ok && third.value, state: 'sending' },
    ])
    expect(reloaded.diagnostics().storageRowsSkipped).toBe(1)
    // The page that is gone may have sent it.
    reloaded.discard(second)
    expect(reloaded.state().outbox).toHaveLength(3)
    const next = await goLive(again)
    expect(saidOf(next, 'send').map(({ cid }) => cid)).toEqual([second, third.ok && third.value])
    reloaded.retry(first)
    await settle()
    expect(saidOf(next, 'send').at(-1)).toMatchObject({ cid: first, text: 'first' })
  })

  it('[D5] what is written before the kept messages are read does not overtake them', async () => {
    const world = createFakeWorld()
    const old = send(startClient(world), 'old')
    await settle()
    const { storage } = world.environment
    let answer = (): void => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    const keys = async (prefix: string): Promise<readonly string[]> => {
      const found = await storage.keys(prefix)
      await slow
      return found
    }
    const again = createFakeWorld({ rows: world.rows, clock: world.clock, storage: { ...storage, keys } })
    const reloaded = startClient(again)
    const socket = await goLive(again)
    const fresh = send(reloaded, 'new')
    await settle()
    expect(saidOf(socket, 'send')).toEqual([])
    answer()
    await settle()
    expect(saidOf(socket, 'send').map(({ cid }) => cid)).toEqual([old])
    socket.hear(ack(old, 2))
    await settle()
    expect(saidOf(socket, 'send').map(({ cid }) => cid)).toEqual([old, fresh])
  })

  it('[D2] two tabs may carry the same kept message: one cid, one message', async () => {
    const world = createFakeWorld()
    send(startClient(world))
    await settle()
    const other = createFakeWorld({ rows: world.rows, clock: world.clock })
    const second = startClient(other)
    await settle()
    const [one, two] = [await goLive(world), await goLive(other)]
    expect(saidOf(one, 'send')).toEqual(saidOf(two, 'send'))
    for (const socket of [one, two]) for (const { cid } of saidOf(socket, 'send')) socket.hear(ack(cid, 2))
    await settle()
    expect(second.state().outbox).toMatchObject([{ state: 'stored' }])
    expect(world.rows.size).toBe(0)
  })

  it('[D2] leaves a message alone that came with the cid of one it has', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const cid = send(client)
    expect(client.send({ conversation, text: 'hello', files: [], cid })).toEqual({ ok: true, value: cid })
    expect(client.state().outbox).toHaveLength(1)
    expect(client.send({ conversation, text: 'hello', files: [], cid: 'a b' as Cid })).toEqual({
      ok: false,
      code: 'cid_malformed',
    })
  })

  it('[D5] sends although the storage fails, and counts it', async () => {
    const refuse = () => Promise.reject(new Error('quota'))
    const world = createFakeWorld({ storage: { get: refuse, set: refuse, remove: refuse, keys: refuse } })
    const client = startClient(world)
    const socket = await goLive(world)
    send(client)
    await settle()
    expect(saidOf(socket, 'send')).toHaveLength(1)
    expect(client.diagnostics().storageFailures).toBe(2)
  })

  it('waits while the device is offline or the desk refuses, and posts nothing', async () => {
    const world = createFakeWorld()
    const client = startClient(world)
    const socket = await goLive(world)
    socket.end(closeCodes.unauthorized)
    send(client)
    await settle()
    world.clock.advance(60_000)
    expect(world.posts).toEqual([])
    expect(client.state().outbox).toMatchObject([{ state: 'sending' }])
  })
})
