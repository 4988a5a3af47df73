import { describe, expect, it } from 'vitest'
import { closeCodes, limits, type EpochMs } from '#protocol'
import {
  idleLink,
  stepLink,
  wakeAtMs,
  type Link,
  type LinkEffect,
  type LinkEvent,
  type LinkWorld,
} from './link-machine.ts'

const at = (now: number, world: Partial<LinkWorld> = {}): LinkWorld => ({
  now: now as EpochMs,
  online: true,
  fraction: 0.5,
  ...world,
})

/** Feeds events at their times and collects what the machine asked for. */
const run = (events: readonly (readonly [number, LinkEvent, Partial<LinkWorld>?])[], start: Link = idleLink) => {
  let link = start
  const effects: LinkEffect[] = []
  for (const [now, event, world] of events) {
    const step = stepLink(link, event, at(now, world))
    link = step.link
    effects.push(...step.effects)
  }
  return { link, effects }
}

const toLive: readonly (readonly [number, LinkEvent])[] = [
  [0, { type: 'start' }],
  [10, { type: 'heard' }],
  [10, { type: 'welcomed' }],
  [20, { type: 'live' }],
]

describe('the link machine', () => {
  it('goes through connecting and syncing to live', () => {
    expect(run(toLive.slice(0, 1)).link.state).toEqual({ kind: 'connecting', attempt: 0 })
    expect(run(toLive.slice(0, 3)).link.state).toEqual({ kind: 'syncing' })
    expect(run(toLive)).toMatchObject({ link: { state: { kind: 'live', since: 20 } }, effects: ['open'] })
  })

  it('[D10] comes back after codes 4000-4499 and after the network, not after 4500-4999', () => {
    const closed = (code: number) => run([...toLive, [100, { type: 'closed', code }]]).link.state
    expect(closed(closeCodes.goingAway)).toMatchObject({ kind: 'waiting', code: 'server_stopping' })
    expect(closed(1006)).toMatchObject({ kind: 'waiting', code: undefined })
    expect(closed(closeCodes.sessionRevoked)).toEqual({ kind: 'refused', code: 'session_revoked' })
    expect(closed(closeCodes.versionUnsupported)).toEqual({ kind: 'refused', code: 'version_unsupported' })
    expect(closed(4999)).toEqual({ kind: 'refused', code: 'internal' })
  })

  it('[D4] [D10] a clock that is set back by hours delays neither a return nor the end of a silent connection', () => {
    const HOURS = 8 * 3_600_000
    const late = toLive.map(([now, event]) => [now + HOURS, event] as const)
    const silent = run([...late, [100, { type: 'tick' }]]).link
    expect(wakeAtMs(silent)).toBe(100 + limits.silentForMs)
    const waiting = run([...late, [HOURS + 100, { type: 'closed', code: 1006 }], [200, { type: 'tick' }]])
    expect(waiting.link.state.kind).toBe('connecting')
    const probing = run([...late, [HOURS + 100, { type: 'online-changed' }], [200, { type: 'tick' }]]).link
    expect(wakeAtMs(probing)).toBe(200 + limits.probeWithinMs)
  })

  it('[D10] waits as long as the server asked, within reason', () => {
    const bye = (retryAfterMs: number) =>
      run([
        ...toLive,
        [100, { type: 'bye', code: 'server_stopping', retryAfterMs }],
        [100, { type: 'closed', code: 4000 }],
      ]).link
    expect(bye(7_000).state).toMatchObject({ kind: 'waiting', retryAt: 7_100, code: 'server_stopping' })
    expect(wakeAtMs(bye(7_000))).toBe(7_100)
    expect(bye(1e15).state).toMatchObject({ retryAt: 100 + limits.maxRetryAfterMs })
  })

  it('backs off with full jitter, further with each loss, and starts again after a stable time', () => {
    const failing: [number, LinkEvent][] = [[0, { type: 'start' }]]
    const waits: number[] = []
    for (let now = 0; waits.length < 10;) {
      failing.push([now, { type: 'closed', code: 1006 }])
      const { state } = run(failing).link
      if (state.kind !== 'waiting') throw new Error(state.kind)
      waits.push(state.retryAt - now)
      now = state.retryAt
      failing.push([now, { type: 'tick' }])
    }
    expect(waits.slice(0, 4)).toEqual([250, 500, 1_000, 2_000])
    expect(waits.at(-1)).toBe(limits.reconnectMaxMs / 2)

    const unstable = run([
      ...failing,
      [50_000_000, { type: 'welcomed' }],
      [50_000_000, { type: 'live' }],
      [50_000_100, { type: 'closed', code: 1006 }],
    ])
    expect(unstable.link.attempt).toBe(11)
    const lostAt = 50_000_000 + limits.stableAfterMs
    const stable = run([
      ...failing,
      [50_000_000, { type: 'welcomed' }],
      [50_000_000, { type: 'live' }],
      [lostAt, { type: 'closed', code: 1006 }],
    ])
    expect(stable.link.state).toMatchObject({ kind: 'waiting', retryAt: lostAt + 250, attempt: 1 })
  })

  it('[D4] drops a connection that went silent, and a greeting that never came', () => {
    const silent = run([...toLive, [10 + limits.silentForMs, { type: 'tick' }]])
    expect(silent).toMatchObject({ link: { state: { kind: 'waiting' } }, effects: ['open', 'drop'] })
    expect(run([...toLive, [10 + limits.silentForMs - 1, { type: 'tick' }]]).link.state.kind).toBe('live')
    const greeted = run([
      [0, { type: 'start' }],
      [limits.helloWithinMs, { type: 'tick' }],
    ])
    expect(greeted).toMatchObject({ link: { state: { kind: 'waiting' } }, effects: ['open', 'drop'] })
  })

  it('asks for a sign of life when the network changed, and believes a silence of seconds then', () => {
    const probing = run([...toLive, [1_000, { type: 'online-changed' }]])
    expect(probing).toMatchObject({ link: { state: { kind: 'live' } }, effects: ['open', 'probe'] })
    expect(
      run(
        [
          [1_100, { type: 'heard' }],
          [1_000 + limits.probeWithinMs, { type: 'tick' }],
        ],
        probing.link,
      ).link.state.kind,
    ).toBe('live')
    const dead = run([[1_000 + limits.probeWithinMs, { type: 'tick' }]], probing.link)
    expect(dead).toMatchObject({ link: { state: { kind: 'waiting' } }, effects: ['drop'] })
  })

  it('is offline while the device says so, and connects at once when that changes', () => {
    const offline = run([[0, { type: 'start' }, { online: false }]])
    expect(offline).toMatchObject({ link: { state: { kind: 'offline' } }, effects: [] })
    expect(wakeAtMs(offline.link)).toBeUndefined()
    expect(run([[50, { type: 'online-changed' }]], offline.link).effects).toEqual(['open'])
    const lost = run([...toLive, [100, { type: 'closed', code: 1006 }, { online: false }]])
    expect(lost.link.state).toEqual({ kind: 'offline' })
  })

  it('skips the waiting time on request, also against an offline device and after a refusal', () => {
    const refused = run([...toLive, [100, { type: 'closed', code: closeCodes.unauthorized }]])
    expect(wakeAtMs(refused.link)).toBeUndefined()
    expect(run([[200, { type: 'reconnect-now' }]], refused.link).effects).toEqual(['open'])
    const offline = run([[0, { type: 'start' }, { online: false }]])
    expect(run([[1, { type: 'reconnect-now' }, { online: false }]], offline.link).effects).toEqual(['open'])
    expect(run([[1, { type: 'reconnect-now' }]]).effects).toEqual([])
  })

  it('stops for good', () => {
    const stopped = run([
      ...toLive,
      [100, { type: 'stop' }],
      [200, { type: 'closed', code: 1006 }],
      [300, { type: 'tick' }],
    ])
    expect(stopped).toEqual({ link: idleLink, effects: ['open', 'drop'] })
  })
})
