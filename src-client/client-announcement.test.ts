import { encode } from '@msgpack/msgpack'
import { expect, it } from 'vitest'
import { decodeServerFrame, type Announcement, type EpochMs } from '#protocol'
import { createFakeWorld } from '../src-server/testing/fake-client-environment.ts'
import {
  emptySnapshot,
  goLive,
  live,
  loseAndReconnect,
  me,
  startClient,
  welcome,
} from '../src-server/testing/scripted-desk.ts'

const announcement: Announcement = {
  zh: '今天 18:00 下班',
  en: '',
  at: 1_750_000_000_000 as EpochMs,
  until: 1_750_003_600_000 as EpochMs,
}

it('[D4.10] shows what is announced until the desk says otherwise', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLive(world, me, emptySnapshot(me, 10))
  expect(client.state().announcement).toBeNull()
  socket.hear({ type: 'announcement', announcement })
  expect(client.state().announcement).toEqual(announcement)
  socket.hear({ type: 'announcement', announcement: null })
  expect(client.state().announcement).toBeNull()
})

it('[D4.10] keeps it over a broken connection, and learns by `live` that it was withdrawn meanwhile', async () => {
  const world = createFakeWorld()
  const client = startClient(world)
  const socket = await goLive(world, me, emptySnapshot(me, 10))
  socket.hear({ type: 'announcement', announcement })
  const next = loseAndReconnect(world)
  next.hear(welcome(me))
  expect(client.state().announcement).toEqual(announcement)
  next.hear(live(10))
  expect(client.state().announcement).toBeNull()
})

it('[D10.10] a server from before announcements has none', () => {
  expect(decodeServerFrame(encode([4, 7]))).toEqual({
    ok: true,
    value: { type: 'live', cursor: 7, announcement: null },
  })
})
