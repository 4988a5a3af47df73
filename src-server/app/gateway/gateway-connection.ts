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
import type { SessionEffect, SessionInput, SessionState } from '../../core/delivery/session-state.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Connection, ConnectionHandler } from '../../ports/connection.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Announcer } from './announcer.ts'
import { faultCode } from './fault-code.ts'
import type { GatewayMember } from './gateway-member.ts'
import type { Hub } from './hub.ts'
import type { Orders } from './orders.ts'
import type { Lookup } from './session-lookups.ts'

/** The same for all connections. */
export type ConnectionWorld = {
  readonly journal: Pick<Journal, 'epoch' | 'head'>
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly hub: Hub
  readonly orders: Orders
  readonly announcer: Pick<Announcer, 'current'>
  readonly lookup: Lookup
  readonly greeted: () => void
  readonly ended: (connection: GatewayConnection) => void
}

type Timer = { readonly at: EpochMs; readonly cancel: Cancel }

/** A class, unlike its neighbours: there are ten thousand of them, and each function of a closure weighs as much as a field. */
export class GatewayConnection implements ConnectionHandler {
  readonly #world: ConnectionWorld
  readonly #connection: Connection
  #state: SessionState
  #member: GatewayMember | undefined
  #timer: Timer | undefined
  #hasEnded = false
  /** What came while a step was being taken. */
  #inbox: SessionInput[] | undefined
  #isStepping = false

  constructor(world: ConnectionWorld, connection: Connection) {
    this.#world = world
    this.#connection = connection
    this.#state = openSession(world.clock.now())
    this.#arm()
  }

  get isGreeted(): boolean {
    return this.#member !== undefined
  }

  received(bytes: Uint8Array): void {
    this.#world.metrics.count('frames_received_total')
    this.#feed({ type: 'received', bytes })
  }

  closed(): void {
    this.#feed({ type: 'gone' })
  }

  end(code: ErrorCode, retryAfterMs: number): void {
    this.#feed({ type: 'end', code, retryAfterMs })
  }

  /** Inputs that an effect brings about wait until the step is whole. */
  #feed(input: SessionInput): void {
    if (this.#hasEnded) return
    if (this.#isStepping) {
      this.#inbox ??= []
      this.#inbox.push(input)
      return
    }
    this.#isStepping = true
    try {
      this.#step(input)
      for (let next = this.#inbox?.shift(); next; next = this.#inbox?.shift()) this.#step(next)
    } catch (error) {
      this.#fail(error)
    }
    this.#inbox = undefined
    this.#isStepping = false
    if (this.#state.kind === 'closed') this.#finish()
    else this.#arm()
  }

  #step(input: SessionInput): void {
    const { clock, journal, announcer } = this.#world
    const { bufferedBytes } = this.#connection
    const announcement = announcer.current
    const context = { now: clock.now(), epoch: journal.epoch, head: journal.head(), bufferedBytes, announcement }
    const next = stepSession(this.#state, input, context)
    this.#state = next.state
    for (const effect of next.effects) this.#run(effect)
  }

  #run(effect: SessionEffect): void {
    const { metrics, hub, orders } = this.#world
    const member = this.#member
    switch (effect.type) {
      case 'send':
        return this.#connection.send(effect.bytes)
      case 'identify':
      case 'count':
      case 'read':
      case 'snapshot':
      case 'marks':
        return this.#ask(effect)
      case 'join':
        return this.#join(effect)
      case 'present':
        return member && hub.present(member)
      case 'order':
        return member && orders(member, effect.frame)
      case 'end':
        return this.#close(effect.code, effect.retryAfterMs)
      case 'dropped':
        return metrics.count('dropped_total', { reason: effect.reason })
      case 'refused':
        return metrics.count('frames_refused_total', { code: effect.reason })
      default:
        return effect satisfies never
    }
  }

  #ask(effect: Parameters<Lookup>[0]): void {
    const { lookup, logger } = this.#world
    lookup(effect, this.#connection.address).then(
      (answer) => this.#feed(answer),
      (error: unknown) => {
        logger.error(
          { connection: this.#connection.id, lookup: effect.type, error },
          'a connection’s question had no answer',
        )
        this.#feed({ type: 'end', code: faultCode(error), retryAfterMs: 0 })
      },
    )
  }

  #join({ identity, reader }: Extract<SessionEffect, { type: 'join' }>): void {
    const { hub, greeted } = this.#world
    greeted()
    const feed = (input: SessionInput): void => this.#feed(input)
    const { address } = this.#connection
    const silent = { watching: NO_CONVERSATION, saysWatch: false, typing: undefined }
    this.#member = { identity, reader, address, feed, ...silent }
    hub.join(this.#member)
  }

  #close(code: ErrorCode, retryAfterMs: number): void {
    this.#world.metrics.count('connections_closed_total', { reason: code })
    this.#connection.send(encodeServerFrame({ type: 'bye', code, retryAfterMs }))
    this.#connection.close(closeCodeOf(code) ?? closeCodes.internal, code)
  }

  /** A bug on one connection's way: it ends, everybody else goes on (D10). */
  #fail(error: unknown): void {
    this.#world.logger.error({ connection: this.#connection.id, error }, 'a connection failed')
    if (this.#state.kind !== 'closed') this.#close('internal', 0)
    this.#state = { kind: 'closed' }
  }

  #finish(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#timer?.cancel()
    if (this.#member) this.#world.hub.leave(this.#member)
    this.#world.ended(this)
  }

  #arm(): void {
    const { clock } = this.#world
    const state = this.#state
    const at = isDraining(state) ? ((clock.now() + limits.drainCheckMs) as EpochMs) : nextTickAt(state)
    // A timer that fires too early only looks and is set again: cheaper than moving it with every frame.
    if (at === undefined || (this.#timer && this.#timer.at <= at)) return
    this.#timer?.cancel()
    const cancel = clock.after(at - clock.now(), () => {
      this.#timer = undefined
      this.#feed({ type: 'tick' })
    })
    this.#timer = { at, cancel }
  }
}
