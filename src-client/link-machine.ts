// The connection's life as a pure machine: (link, event) → link and what to do. Owns no socket and no timer; `wakeAtMs`
// says when a `tick` is due. What the frames carry is not its business.
import { limits, mayReconnect, type EpochMs, type ErrorCode } from '#protocol'
import type { LinkState } from './client-state.ts'
import { errorOfCloseCode } from './close-code-meaning.ts'
import { reconnectDelayMs } from './reconnect-policy.ts'

export type Link = {
  readonly state: LinkState
  /** Losses in a row since the last stable time. */
  readonly attempt: number
  /** When this socket was last heard, or was begun. */
  readonly heardAt: EpochMs
  /** Set while we wait for a sign of life after a network change; 0 otherwise. */
  readonly probeUntil: EpochMs
  /** What the server said before it closed. */
  readonly bye: { readonly code: ErrorCode; readonly retryAfterMs: number } | undefined
}

export type LinkEvent =
  | { readonly type: 'start' | 'stop' | 'reconnect-now' | 'heard' | 'welcomed' | 'live' | 'tick' }
  | { readonly type: 'online-changed' }
  | { readonly type: 'bye'; readonly code: ErrorCode; readonly retryAfterMs: number }
  | { readonly type: 'closed'; readonly code: number }

/** What the machine must be told of the world at each event. */
export type LinkWorld = { readonly now: EpochMs; readonly online: boolean; readonly fraction: number }

/** `drop`: forget the socket at once; nothing it says later counts. `probe`: ask something that has to be answered. */
export type LinkEffect = 'open' | 'drop' | 'probe'
export type LinkStep = { readonly link: Link; readonly effects: readonly LinkEffect[] }

/** The network's code for a connection that ended without a word. */
const ABNORMAL_CLOSE = 1006
const NO_TIME = 0 as EpochMs
const plus = (time: EpochMs, ms: number): EpochMs => (time + ms) as EpochMs

export const idleLink: Link = {
  state: { kind: 'idle' },
  attempt: 0,
  heardAt: NO_TIME,
  probeUntil: NO_TIME,
  bye: undefined,
}

const stay = (link: Link): LinkStep => ({ link, effects: [] })

const connect = (link: Link, world: LinkWorld): LinkStep =>
  world.online
    ? {
        link: {
          ...link,
          state: { kind: 'connecting', attempt: link.attempt },
          heardAt: world.now,
          probeUntil: NO_TIME,
          bye: undefined,
        },
        effects: ['open'],
      }
    : stay({ ...link, state: { kind: 'offline' }, bye: undefined })

export const hasSocket = (link: Link): boolean =>
  link.state.kind === 'connecting' || link.state.kind === 'syncing' || link.state.kind === 'live'

const lost = (link: Link, world: LinkWorld, closeCode: number): Link => {
  const code = link.bye?.code ?? errorOfCloseCode(closeCode)
  if (!mayReconnect(closeCode)) return { ...link, state: { kind: 'refused', code: code ?? 'internal' } }
  const wasStable = link.state.kind === 'live' && world.now - link.state.since >= limits.stableAfterMs
  const failures = wasStable ? 0 : link.attempt
  const attempt = failures + 1
  if (!world.online) return { ...link, attempt, state: { kind: 'offline' } }
  const retryAt = plus(world.now, reconnectDelayMs(failures, world.fraction, link.bye?.retryAfterMs))
  return { ...link, attempt, state: { kind: 'waiting', retryAt, attempt, code } }
}

/** When `tick` must come at the latest; undefined when only an event can change anything. */
export const wakeAtMs = (link: Link): EpochMs | undefined => {
  switch (link.state.kind) {
    case 'connecting':
      return plus(link.heardAt, limits.helloWithinMs)
    case 'syncing':
    case 'live':
      return link.probeUntil || plus(link.heardAt, limits.silentForMs)
    case 'waiting':
      return link.state.retryAt
    case 'idle':
    case 'offline':
    case 'refused':
      return undefined
    default:
      return link.state satisfies never
  }
}

const tick = (link: Link, world: LinkWorld): LinkStep => {
  const due = wakeAtMs(link)
  if (due === undefined || world.now < due) return stay(link)
  if (link.state.kind === 'waiting') return connect(link, world)
  return { link: lost(link, world, ABNORMAL_CLOSE), effects: ['drop'] }
}

const onlineChanged = (link: Link, world: LinkWorld): LinkStep => {
  if (world.online && (link.state.kind === 'offline' || link.state.kind === 'waiting'))
    return connect({ ...link, attempt: 0 }, world)
  if (!world.online && link.state.kind === 'waiting') return stay({ ...link, state: { kind: 'offline' } })
  // The socket may have died with the old network without a word: one question tells in seconds instead of a minute.
  if (link.state.kind === 'live')
    return { link: { ...link, probeUntil: plus(world.now, limits.probeWithinMs) }, effects: ['probe'] }
  return stay(link)
}

/** After the clock was set back, what was noted before it lies in the future: no wait may grow longer than it can be. */
const withClock = (link: Link, { now }: LinkWorld): Link => {
  const probeUntil = Math.min(link.probeUntil, now + limits.probeWithinMs) as EpochMs
  const rewound = { ...link, heardAt: Math.min(link.heardAt, now) as EpochMs, probeUntil }
  const { state } = link
  if (state.kind !== 'waiting' || state.retryAt <= now + limits.maxRetryAfterMs) return rewound
  return { ...rewound, state: { ...state, retryAt: now } }
}

export const stepLink = (given: Link, event: LinkEvent, world: LinkWorld): LinkStep => {
  const link = withClock(given, world)
  switch (event.type) {
    case 'start':
      return link.state.kind === 'idle' ? connect({ ...link, attempt: 0 }, world) : stay(link)
    case 'stop':
      return { link: idleLink, effects: hasSocket(link) ? ['drop'] : [] }
    case 'reconnect-now':
      return hasSocket(link) || link.state.kind === 'idle' ? stay(link) : connect(link, { ...world, online: true })
    case 'heard':
      return stay({ ...link, heardAt: world.now, probeUntil: NO_TIME })
    case 'welcomed':
      return link.state.kind === 'connecting' ? stay({ ...link, state: { kind: 'syncing' } }) : stay(link)
    case 'live':
      return link.state.kind === 'syncing' ? stay({ ...link, state: { kind: 'live', since: world.now } }) : stay(link)
    case 'bye':
      return stay({ ...link, bye: { code: event.code, retryAfterMs: event.retryAfterMs } })
    case 'closed':
      return hasSocket(link) ? stay(lost(link, world, event.code)) : stay(link)
    case 'online-changed':
      return onlineChanged(link, world)
    case 'tick':
      return tick(link, world)
    default:
      return event satisfies never
  }
}
