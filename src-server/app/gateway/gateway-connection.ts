// Runs one connection's pure session against the world: sends, questions, timers. A fault of ours ends this one connection.
import {
  closeCodeOf,
  closeCodes,
  encodeServerFrame,
  limits,
  NO_CONVERSATION,
  type EpochMs,
  type ErrorCode,
} from '../../protocol/index.ts'
import { isDraining, nextTickAt, openSession, stepSession } from '../../core/delivery/session.ts'
import type { SessionEffect, SessionInput } from '../../core/delivery/session-state.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Connection, ConnectionHandler } from '../../ports/connection.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { faultCode } from './fault-code.ts'
import type { GatewayMember } from './gateway-member.ts'
import type { Hub } from './hub.ts'
import type { Orders } from './orders.ts'
import type { Lookup } from './session-lookups.ts'

export type ConnectionWorld = {
  readonly journal: Pick<Journal, 'epoch' | 'head'>
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly hub: Hub
  readonly orders: Orders
  readonly lookup: Lookup
  readonly greeted: () => void
  readonly ended: (connection: GatewayConnection) => void
}

export type GatewayConnection = {
  readonly handler: ConnectionHandler
  readonly isGreeted: boolean
  end(code: ErrorCode, retryAfterMs: number): void
}

export const createGatewayConnection = (world: ConnectionWorld, connection: Connection): GatewayConnection => {
  const { journal, clock, logger, metrics, hub, orders, lookup } = world
  let state = openSession(clock.now())
  let member: GatewayMember | undefined
  let timer: { readonly at: EpochMs; readonly cancel: Cancel } | undefined
  let hasEnded = false
  const inbox: SessionInput[] = []
  let isStepping = false

  const close = (code: ErrorCode, retryAfterMs: number): void => {
    metrics.count('connections_closed_total', { reason: code })
    connection.send(encodeServerFrame({ type: 'bye', code, retryAfterMs }))
    connection.close(closeCodeOf(code) ?? closeCodes.internal, code)
  }

  const finish = (): void => {
    if (hasEnded) return
    hasEnded = true
    timer?.cancel()
    inbox.length = 0
    if (member) hub.leave(member)
    world.ended(self)
  }

  const ask = (effect: Parameters<Lookup>[0]): void => {
    lookup(effect).then(feed, (error: unknown) => {
      logger.error({ connection: connection.id, lookup: effect.type, error }, 'a connection’s question had no answer')
      feed({ type: 'end', code: faultCode(error), retryAfterMs: 0 })
    })
  }

  const run = (effect: SessionEffect): void => {
    switch (effect.type) {
      case 'send':
        return connection.send(effect.bytes)
      case 'identify':
      case 'count':
      case 'read':
      case 'snapshot':
      case 'marks':
        return ask(effect)
      case 'join':
        world.greeted()
        member = {
          identity: effect.identity,
          reader: effect.reader,
          feed,
          watching: NO_CONVERSATION,
          typing: undefined,
        }
        return hub.join(member)
      case 'present':
        return member && hub.present(member)
      case 'order':
        return member && orders(member, effect.frame)
      case 'end':
        return close(effect.code, effect.retryAfterMs)
      case 'dropped':
        return metrics.count('dropped_total', { reason: effect.reason })
      case 'refused':
        return metrics.count('frames_refused_total', { code: effect.reason })
      default:
        return effect satisfies never
    }
  }

  const step = (input: SessionInput): void => {
    const { bufferedBytes } = connection
    const next = stepSession(state, input, {
      now: clock.now(),
      epoch: journal.epoch,
      head: journal.head(),
      bufferedBytes,
    })
    state = next.state
    for (const effect of next.effects) run(effect)
  }

  /** A bug on one connection's way: it ends, everybody else goes on (D10). */
  const fail = (error: unknown): void => {
    logger.error({ connection: connection.id, error }, 'a connection failed')
    if (state.kind !== 'closed') close('internal', 0)
    state = { kind: 'closed' }
  }

  /** Inputs that an effect brings about wait until the step is whole. */
  const feed = (input: SessionInput): void => {
    if (hasEnded) return
    inbox.push(input)
    if (isStepping) return
    isStepping = true
    try {
      for (let next = inbox.shift(); next; next = inbox.shift()) step(next)
    } catch (error) {
      fail(error)
    }
    isStepping = false
    if (state.kind === 'closed') finish()
    else arm()
  }

  const arm = (): void => {
    const at = isDraining(state) ? ((clock.now() + limits.drainCheckMs) as EpochMs) : nextTickAt(state)
    // A timer that fires too early only looks and is set again: cheaper than moving it with every frame.
    if (at === undefined || (timer && timer.at <= at)) return
    timer?.cancel()
    const cancel = clock.after(at - clock.now(), () => {
      timer = undefined
      feed({ type: 'tick' })
    })
    timer = { at, cancel }
  }

  const self: GatewayConnection = {
    handler: {
      received(bytes) {
        metrics.count('frames_received_total')
        feed({ type: 'received', bytes })
      },
      closed: () => feed({ type: 'gone' }),
    },
    get isGreeted() {
      return member !== undefined
    },
    end: (code, retryAfterMs) => feed({ type: 'end', code, retryAfterMs }),
  }
  arm()
  return self
}
