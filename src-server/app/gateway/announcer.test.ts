import { describe, expect, it } from 'vitest'
import { encodeServerFrame, limits, ok, type Announcement, type EpochMs, type Offset } from '../../protocol/index.ts'
import { createAudience } from '../../core/delivery/audience.ts'
import type { SessionInput } from '../../core/delivery/session-state.ts'
import { ANNOUNCEMENT_KEY } from '../../core/settings/announcement.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createGatewayWorld, type GatewayWorld } from '../../testing/gateway-world.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { goLive, startSession } from '../../testing/pure-session.ts'
import { createAnnouncer } from './announcer.ts'
import type { GatewayMember } from './gateway-member.ts'

const HOUR = 3_600_000
const announcementAt = (now: number, change: Partial<Announcement> = {}): Announcement => ({
  zh: '今天 18:00 下班',
  en: 'We close at 18:00 today',
  at: now as EpochMs,
  until: (now + HOUR) as EpochMs,
  ...change,
})
const store = async (world: GatewayWorld, value: Announcement | null): Promise<void> => {
  const actor = { kind: 'system' } as const
  const stored = await world.store.journal.commit({ type: 'setting', actor, key: ANNOUNCEMENT_KEY, value })
  expect(stored.ok).toBe(true)
  await world.settled()
}

describe('an announcement', () => {
  it('[D4.10] is told to everybody who is connected, and to whoever comes later by `live`', async () => {
    const world = await createGatewayWorld()
    const desk = await world.work(await world.newAgent())
    const visitor = await world.visit(await world.newVisitor())
    expect([desk, visitor].map((client) => client.last('live')?.announcement)).toEqual([null, null])
    const announcement = announcementAt(world.clock.now())
    await store(world, announcement)
    for (const client of [desk, visitor])
      expect(client.of('announcement')).toEqual([{ type: 'announcement', announcement }])
    const late = await world.visit(await world.newVisitor())
    expect(late.last('live')?.announcement).toEqual(announcement)
    expect(late.of('announcement')).toEqual([])
  })

  it('[D4.10] is one journal entry, which only colleagues are sent', async () => {
    const world = await createGatewayWorld()
    const desk = await world.work(await world.newAgent())
    const visitor = await world.visit(await world.newVisitor())
    const announcement = announcementAt(world.clock.now())
    await store(world, announcement)
    expect(desk.last('entry')?.entry).toMatchObject({
      kind: 'setting.changed',
      body: { key: 'announcement', before: null, after: announcement },
    })
    expect(visitor.of('entry')).toEqual([])
  })

  it('[D4.10] ends when it ends, and when it is withdrawn', async () => {
    const world = await createGatewayWorld()
    const visitor = await world.visit(await world.newVisitor())
    await store(world, announcementAt(world.clock.now(), { until: (world.clock.now() + 1_000) as EpochMs }))
    await world.pass(999)
    expect(visitor.of('announcement')).toHaveLength(1)
    await world.pass(1)
    expect(visitor.last('announcement')).toEqual({ type: 'announcement', announcement: null })
    expect((await world.visit(await world.newVisitor())).last('live')?.announcement).toBeNull()
    await store(world, announcementAt(world.clock.now()))
    await store(world, null)
    expect(visitor.of('announcement').map(({ announcement }) => announcement === null)).toEqual([
      false,
      true,
      false,
      true,
    ])
    // Nothing was announced: nobody need be told that it is over.
    await store(world, null)
    expect(visitor.of('announcement')).toHaveLength(4)
  })

  it('[D4.10] outlives a restart, unless it ended meanwhile', async () => {
    const world = await createGatewayWorld()
    const announcement = announcementAt(world.clock.now())
    await store(world, announcement)
    const { clock, store: disk } = world
    const next = await createGatewayWorld({ clock, store: disk })
    expect((await next.visit(await next.newVisitor())).last('live')?.announcement).toEqual(announcement)
    clock.advance(HOUR)
    const later = await createGatewayWorld({ clock, store: disk })
    expect((await later.visit(await later.newVisitor())).last('live')?.announcement).toBeNull()
  })

  it('[D4.10] is told by `live` to whoever is catching up, whatever happened meanwhile', async () => {
    const world = await createGatewayWorld()
    const visitor = await world.newVisitor()
    const release = world.holdAnswers()
    const client = await world.visit(visitor)
    const announcement = announcementAt(world.clock.now())
    await store(world, announcement)
    expect(client.of('announcement')).toEqual([])
    release()
    await world.settled()
    expect(client.last('live')?.announcement).toEqual(announcement)
  })

  it('[D9.3] is asked for no faster than a connection may speak', async () => {
    const world = await createGatewayWorld()
    const visitor = await world.identityOf(`visitor:${await world.newVisitor()}`)
    for (let count = 0; count < limits.frameBurst; count += 1)
      expect(world.gateway.announced(visitor)).toEqual(ok(null))
    expect(world.gateway.announced(visitor)).toMatchObject({ ok: false, code: 'flood' })
  })
})

describe('a session that is announced to', () => {
  const bytes = encodeServerFrame({ type: 'announcement', announcement: announcementAt(0) })

  it('[D9.27] who does not keep up is not sent it, catches up and is told by `live`', () => {
    const session = goLive(startSession({ head: 9 }))
    session.context.bufferedBytes = limits.maxSendBufferBytes + 1
    session.feed({ type: 'announced', bytes })
    expect(session.takeTypes()).toEqual(['dropped'])
    expect(session.state.kind).toBe('replaying')
    session.context.bufferedBytes = 0
    const announcement = announcementAt(0)
    Object.assign(session.context, { announcement })
    session.feed({ type: 'tick' })
    session.feed({ type: 'chunk', chunk: { entries: [], upTo: 9 as Offset, more: false } })
    session.feed({ type: 'marks', marks: [] })
    expect(session.takeFrames().at(-1)).toEqual({ type: 'live', cursor: 9, announcement })
  })
})

describe('the telling of many', () => {
  const crowdOf = (count: number) => {
    const clock = createManualClock()
    const metrics = createFakeMetrics()
    const audience = createAudience<GatewayMember>()
    const told: SessionInput[][] = []
    for (let index = 0; index < count; index += 1) {
      const heard: SessionInput[] = []
      told.push(heard)
      const identity = { kind: 'visitor', id: (index + 1) as never } as const
      const reader = { kind: 'visitor', id: identity.id } as const
      const feed = (input: SessionInput): void => void heard.push(input)
      const nothing = { address: '', watching: 0 as never, saysWatch: false, typing: undefined }
      audience.add({ identity, reader, feed, ...nothing }, identity, reader)
    }
    const announcer = createAnnouncer({ audience, clock, metrics })
    const announce = (text: string): void => {
      const after = announcementAt(clock.now(), { zh: text })
      const entry = { kind: 'setting.changed', body: { key: ANNOUNCEMENT_KEY, before: null, after } }
      announcer.apply({ entry } as never)
    }
    return {
      clock,
      metrics,
      told,
      announce,
      announcer,
      toldCount: () => told.filter(({ length }) => length > 0).length,
    }
  }

  it('[D9.27] is encoded once, and lets others go first after every slice', () => {
    const count = 2 * limits.announcementSlice + 1
    const crowd = crowdOf(count)
    crowd.announce('18:00')
    expect(crowd.toldCount()).toBe(limits.announcementSlice)
    crowd.clock.advance(0)
    expect(crowd.toldCount()).toBe(count)
    const all = crowd.told.flat().map((input) => (input.type === 'announced' ? input.bytes : undefined))
    expect(all).toHaveLength(count)
    expect(new Set(all).size).toBe(1)
    crowd.announcer.stop()
    expect(crowd.clock.waiting).toBe(0)
  })

  it('[D9.27] what is announced meanwhile takes its place: nobody ends with the older one', () => {
    const crowd = crowdOf(3 * limits.announcementSlice)
    crowd.announce('18:00')
    crowd.announce('17:00')
    crowd.clock.advance(0)
    const last = new Set(crowd.told.map((heard) => heard.at(-1)))
    const [input] = last
    const newest = encodeServerFrame({ type: 'announcement', announcement: crowd.announcer.current })
    expect(new Set([...last].map((one) => (one?.type === 'announced' ? one.bytes : undefined))).size).toBe(1)
    expect(input).toMatchObject({ type: 'announced', bytes: newest })
  })

  it('[D4.10] a clock that jumps past the end is noticed within a minute', () => {
    const crowd = crowdOf(1)
    crowd.announce('18:00')
    let offset = 0
    const { now } = crowd.clock
    Object.assign(crowd.clock, { now: () => (now() + offset) as EpochMs })
    offset = 2 * HOUR
    crowd.clock.advance(limits.announcementCheckMs)
    expect(crowd.announcer.current).toBeNull()
    expect(crowd.told[0]).toHaveLength(2)
  })
})
