import { describe, expect, it } from 'vitest'
import { NO_CONVERSATION, type Entry, type Offset } from '#protocol'
import type { ClientState } from '#client/client-state.ts'
import { createManualClock } from '../../src-server/testing/manual-clock.ts'
import { conversationId, createScript, clientState, monday, view, visitor } from '../testing/build-entries.ts'
import { createFakeDesk, type FakeClient } from '../testing/fake-desk.ts'
import { createTabWorld, type FakeTab } from '../testing/tab-world.ts'
import { claimAnsweredWithinMs } from './channel-leadership.ts'
import { leaderAnswersWithinMs, watchLeaderEveryMs } from './follower.ts'
import { createHistoryKeeper } from './keep-history.ts'

const message = (text: string) => ({ conversation: NO_CONVERSATION, text, files: [] })
const texts = (tab: FakeTab): readonly string[] => [
  ...[...tab.state().conversations.values()].flatMap((each) =>
    each.entries.map((entry) => (entry.kind === 'message.sent' ? entry.body.text : '')),
  ),
  ...tab.state().outbox.map((each) => `(${each.text} ${each.state})`),
]

describe.each(['locks', 'channel'] as const)('tabs that elect a leader by %s', (kind) => {
  const start = () => {
    const clock = createManualClock()
    const desk = createFakeDesk()
    const clients: FakeClient[] = []
    const world = createTabWorld(kind, clock, () => {
      const client = desk.connect()
      clients.push(client)
      return client
    })
    const elect = async (): Promise<void> => {
      await world.settle()
      clock.advance(claimAnsweredWithinMs)
      await world.settle()
    }
    const open = async (): Promise<FakeTab> => {
      const tab = world.open()
      await elect()
      return tab
    }
    return { clock, desk, clients, world, elect, open }
  }

  it('share one connection and one history', async () => {
    const { desk, world, open } = start()
    const [a, b, c] = [await open(), await open(), await open()]
    expect(desk.connected).toBe(1)
    expect([a, b, c].map((tab) => tab.isLeading())).toEqual([true, false, false])
    a.send(message('from a'))
    b.send(message('from b'))
    await world.settle()
    for (const tab of [a, b, c]) expect(texts(tab)).toEqual(['from a', 'from b'])
    expect(c.state().link.kind).toBe('live')
  })

  it('elect one leader when they open at the same moment', async () => {
    const { desk, world, elect } = start()
    const tabs = [world.open(), world.open(), world.open()]
    await elect()
    await elect()
    expect(tabs.filter((tab) => tab.isLeading())).toHaveLength(1)
    expect(desk.connected).toBe(1)
  })

  it('[D5] lose nothing when the leader closes', async () => {
    const { desk, world, elect, open } = start()
    const [a, b] = [await open(), await open()]
    desk.reachable = false
    a.send(message('from a'))
    b.send(message('from b'))
    await world.settle()
    expect(texts(b)).toEqual(['(from a sending)', '(from b sending)'])
    a.stop()
    await elect()
    expect(b.isLeading()).toBe(true)
    desk.reachable = true
    b.send(message('later'))
    await elect()
    expect(texts(b)).toEqual(['from a', 'from b', 'later'])
  })

  it('[D2][D5] take over from a leader that sleeps, and send what it never heard, once', async () => {
    const { desk, clock, world, elect, open } = start()
    const [a, b] = [await open(), await open()]
    a.freeze()
    b.send(message('are you there'))
    await world.settle()
    expect(texts(b)).toEqual(['(are you there sending)'])
    clock.advance(leaderAnswersWithinMs)
    await elect()
    expect(b.isLeading()).toBe(true)
    expect(desk.stored).toEqual(['are you there'])
    a.wake()
    await elect()
    expect([a.isLeading(), b.isLeading()]).toEqual([false, true])
    expect(desk.connected).toBe(1)
    expect(desk.stored).toEqual(['are you there'])
    expect(texts(a)).toEqual(['are you there'])
  })

  it('[D5] the next tab finds what two tabs left behind', async () => {
    const { desk, world, open } = start()
    const [a, b] = [await open(), await open()]
    a.freeze()
    b.send(message('nobody heard this'))
    b.stop()
    a.stop()
    await world.settle()
    expect(desk.stored).toEqual([])
    const c = await open()
    expect(desk.stored).toEqual(['nobody heard this'])
    expect(texts(c)).toEqual(['nobody heard this'])
    expect(world.area.openTab().area.length).toBe(0)
  })

  it('[D5] a tab that takes over finds what another left behind that is gone', async () => {
    const { desk, clock, world, elect, open } = start()
    const [a, b, c] = [await open(), await open(), await open()]
    a.freeze()
    b.send(message('nobody heard this'))
    b.stop()
    await world.settle()
    c.look()
    clock.advance(leaderAnswersWithinMs)
    await elect()
    expect(c.isLeading()).toBe(true)
    expect(desk.stored).toEqual(['nobody heard this'])
    expect(texts(c)).toEqual(['nobody heard this'])
  })

  it.each([0, 1])('[D5] what no leader heard is done by the next, itself or another tab (%i)', async (next) => {
    const { clock, clients, world, elect, open } = start()
    const [a, b, c] = [await open(), await open(), await open()]
    a.freeze()
    const heir = next === 0 ? b : c
    for (const tab of [b, c]) tab.visible = tab === heir
    b.markRead(conversationId(1), 3 as Offset)
    await world.settle()
    heir.look()
    clock.advance(leaderAnswersWithinMs)
    await elect()
    await elect()
    expect(heir.isLeading()).toBe(true)
    expect(clients.at(-1)?.calls).toContain('markRead 1 3')
  })

  it('leave a sleeping leader alone while nobody looks, and look when somebody does', async () => {
    const { clock, elect, open } = start()
    const [a, b] = [await open(), await open()]
    b.visible = false
    a.freeze()
    clock.advance(watchLeaderEveryMs * 3)
    await elect()
    expect(b.isLeading()).toBe(false)
    b.visible = true
    b.look()
    clock.advance(leaderAnswersWithinMs)
    await elect()
    expect(b.isLeading()).toBe(true)
  })

  it('the one in sight takes over from a leader whose browser slows it down', async () => {
    const { elect, open } = start()
    const [a, b] = [await open(), await open()]
    a.visible = false
    a.away = true
    b.look()
    await elect()
    await elect()
    expect([a.isLeading(), b.isLeading()]).toEqual([false, true])
  })

  it('come back after the page was put aside', async () => {
    const { desk, world, elect, open } = start()
    const [a, b] = [await open(), await open()]
    a.stop()
    await elect()
    b.send(message('meanwhile'))
    a.start()
    await elect()
    expect(texts(a)).toEqual(['meanwhile'])
    expect(desk.connected).toBe(1)
    await world.settle()
  })

  it('hand over every wish, not only messages', async () => {
    const { world, clients, open } = start()
    const [, b] = [await open(), await open()]
    b.markRead(conversationId(1), 3 as Offset)
    b.setTyping(conversationId(1), true)
    b.setPage({ url: 'https://tea.example/', title: 'Tea', referrer: '' })
    b.loadEarlier(conversationId(1))
    b.reconnectNow()
    b.retry('cid-unknown' as never)
    await world.settle()
    expect(clients[0]?.calls.map((call) => call.split(' ')[0])).toEqual([
      'markRead',
      'setTyping',
      'setPage',
      'loadEarlier',
      'reconnectNow',
      'retry',
    ])
  })

  it('[D9] show what the leader could not take as failed, with a retry and a discard', async () => {
    const { desk, world, open } = start()
    const [, b] = [await open(), await open()]
    desk.refuse = 'too_many_in_flight'
    const sent = b.send(message('one too many'))
    await world.settle()
    expect(texts(b)).toEqual(['(one too many failed)'])
    desk.refuse = undefined
    if (sent.ok) b.retry(sent.value)
    await world.settle()
    expect(texts(b)).toEqual(['one too many'])
    desk.refuse = 'too_many_in_flight'
    const other = b.send(message('never mind'))
    await world.settle()
    if (other.ok) b.discard(other.value)
    expect(texts(b)).toEqual(['one too many'])
    expect(b.send(message('  '))).toEqual({ ok: false, code: 'message_empty' })
  })

  it('keep older messages on the screen when a new leader starts with the newest', async () => {
    const { desk, elect, open } = start()
    const [a, b] = [await open(), await open()]
    for (let count = 1; count <= 30; count += 1) a.send(message(String(count)))
    await elect()
    desk.newest = 10
    a.stop()
    await elect()
    expect(b.isLeading()).toBe(true)
    expect(texts(b)).toHaveLength(30)
    b.send(message('31'))
    expect(texts(b).slice(-2)).toEqual(['30', '31'])
    expect(texts(b)).toHaveLength(31)
  })
})

describe('older history', () => {
  const keep = createHistoryKeeper()
  const state = (id: number, first: number, entries: readonly Entry[]) =>
    clientState([view(1, entries.slice(first), { atStart: first === 0, summary: { id: conversationId(id) } })])
  const script = createScript()
  for (let count = 1; count <= 30; count += 1) script.say(visitor, monday, String(count))
  const count = (kept: ClientState): number | undefined => kept.conversations.get(conversationId(1))?.entries.length

  it('is kept only where it joins without a gap', () => {
    expect(count(keep(state(1, 0, script.entries), state(1, 20, script.entries)))).toBe(30)
    expect(count(keep(state(1, 0, script.entries.slice(0, 10)), state(1, 20, script.entries)))).toBe(10)
  })

  it('[D4] of another journal is let go', () => {
    const other = createScript(1, 500)
    for (let index = 1; index <= 30; index += 1) other.say(visitor, monday, String(index))
    expect(count(keep(state(1, 0, script.entries), state(1, 20, other.entries)))).toBe(10)
  })

  it('stays the same object while its source does', () => {
    const next = state(1, 20, script.entries)
    const first = keep(state(1, 0, script.entries), next)
    expect(keep(first, next).conversations.get(conversationId(1))).toBe(first.conversations.get(conversationId(1)))
  })
})
