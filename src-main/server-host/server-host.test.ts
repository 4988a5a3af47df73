import { describe, expect, it } from 'vitest'
import type { FromServer } from '../../src-server/app/start/host-messages.ts'
import type { HostState } from '../bridge/bridge-contract.ts'
import type { ChildEvents } from './server-child.ts'
import { hostTimes, ServerHost } from './server-host.ts'

const ready: FromServer = {
  type: 'ready',
  port: 8000,
  url: 'http://127.0.0.1:8000',
  officeUrls: [],
  setupCode: null,
  version: '1',
}

const makeHost = () => {
  let nowMs = 0
  const tasks: { atMs: number; task: () => void }[] = []
  const children: { events: ChildEvents<FromServer>; posted: unknown[]; killed: boolean }[] = []
  const states: HostState[] = []
  const host = new ServerHost({
    times: hostTimes,
    language: () => 'en',
    changed: (state) => states.push(state),
    log: () => undefined,
    timer: {
      now: () => nowMs,
      after: (delayMs, task) => {
        const entry = { atMs: nowMs + delayMs, task }
        tasks.push(entry)
        return () => void (tasks.includes(entry) && tasks.splice(tasks.indexOf(entry), 1))
      },
    },
    launch: (events) => {
      const child = { events, posted: [] as unknown[], killed: false }
      children.push(child)
      return {
        post: (message) => child.posted.push(message),
        kill: () => {
          child.killed = true
          events.exited(null)
        },
      }
    },
  })
  const advance = (byMs: number) => {
    const untilMs = nowMs + byMs
    for (;;) {
      const next = tasks.filter((entry) => entry.atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0]
      if (!next) break
      tasks.splice(tasks.indexOf(next), 1)
      nowMs = next.atMs
      next.task()
    }
    nowMs = untilMs
  }
  const last = () => {
    const child = children.at(-1)
    if (!child) throw new Error('nothing was launched')
    return child
  }
  return { host, states, children, advance, last }
}

describe('a hosted server', () => {
  it('says when it runs', () => {
    const { host, last } = makeHost()
    host.start()
    expect(host.state.kind).toBe('starting')
    last().events.message(ready)
    expect(host.state).toMatchObject({ kind: 'running', url: 'http://127.0.0.1:8000' })
  })

  it('comes back after a crash, each time later, and at once again after a stable run', () => {
    const { host, advance, last, children } = makeHost()
    host.start()
    for (const delayMs of [250, 500, 1_000]) {
      last().events.exited(1)
      expect(host.state.kind).toBe('restarting')
      const before = children.length
      advance(delayMs - 1)
      expect(children).toHaveLength(before)
      advance(1)
      expect(children).toHaveLength(before + 1)
    }
    last().events.message(ready)
    advance(hostTimes.stableAfterMs)
    last().events.exited(1)
    expect(host.state).toMatchObject({ kind: 'restarting', attempt: 1 })
  })

  it('never waits longer than the bound', () => {
    const { host, advance, last } = makeHost()
    host.start()
    for (let crash = 0; crash < 20; crash += 1) {
      last().events.exited(1)
      advance(hostTimes.maxBackoffMs)
    }
    expect(host.state.kind).toBe('starting')
  })

  it('kills a server that hangs at the start and tries again', () => {
    const { host, advance, last } = makeHost()
    host.start()
    const first = last()
    advance(hostTimes.readyWithinMs)
    expect(first.killed).toBe(true)
    expect(host.state.kind).toBe('restarting')
  })

  it('does not restart what a person must mend first', () => {
    const { host, advance, last, children } = makeHost()
    host.start()
    last().events.message({
      type: 'failed',
      code: 'port_in_use',
      text: { en: 'Port 8000 is taken.', zh: '端口 8000 已被占用。' },
    })
    last().events.exited(1)
    advance(hostTimes.maxBackoffMs * 2)
    expect(children).toHaveLength(1)
    expect(host.state).toEqual({ kind: 'failed', code: 'port_in_use', text: 'Port 8000 is taken.' })
  })

  it('stops politely, and by force when that takes too long', async () => {
    const { host, advance, last } = makeHost()
    host.start()
    last().events.message(ready)
    const stopped = host.stop()
    expect(last().posted).toEqual([{ type: 'stop' }])
    advance(hostTimes.stopWithinMs)
    await stopped
    expect(last().killed).toBe(true)
    expect(host.state.kind).toBe('stopped')
  })

  it('started again while it stops, waits for the end of the first and leaves nobody waiting', async () => {
    const { host, last, children } = makeHost()
    host.start()
    last().events.message(ready)
    const stopped = host.stop()
    host.start()
    expect([children.length, host.state.kind]).toEqual([1, 'starting'])
    last().events.exited(0)
    await stopped
    expect([children.length, host.state.kind]).toEqual([2, 'starting'])
    last().events.message(ready)
    expect(host.state.kind).toBe('running')
  })

  it('tries again at once when it is told to, also before a failed server is gone', () => {
    const { host, last, children } = makeHost()
    host.start()
    last().events.message({ type: 'failed', code: 'locked', text: { en: 'Locked.', zh: '已锁定。' } })
    host.start()
    last().events.exited(1)
    expect([children.length, host.state.kind]).toEqual([2, 'starting'])
  })

  it('says who is connected, and that it does not know when the server is silent', async () => {
    const { host, advance, last } = makeHost()
    expect(await host.connected()).toEqual({ agents: 0, visitors: 0 })
    host.start()
    last().events.message(ready)
    const asked = host.connected()
    expect(last().posted).toEqual([{ type: 'who' }])
    last().events.message({ type: 'connected', agents: 3, visitors: 12 })
    expect(await asked).toEqual({ agents: 3, visitors: 12 })
    const silent = host.connected()
    advance(hostTimes.answerWithinMs)
    expect(await silent).toBeUndefined()
    const crashed = host.connected()
    last().events.exited(1)
    expect(await crashed).toEqual({ agents: 0, visitors: 0 })
  })

  it('forgets the setup code once the owner exists', () => {
    const { host, last } = makeHost()
    host.start()
    last().events.message({ ...ready, setupCode: 'ABCD' })
    last().events.message({ type: 'setup-done' })
    expect(host.state).toMatchObject({ kind: 'running', setupCode: null })
  })
})
