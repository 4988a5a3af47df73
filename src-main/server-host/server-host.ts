// Supervises the hosted server: starts it, says what state it is in, restarts it after a crash with back-off, stops it
// politely. Owns no window and no setting; time comes in, so that a test can run hours of crashes in no time.
import type { FromServer } from '../../src-server/app/start/host-messages.ts'
import type { DeskLanguage, HostState } from '../bridge/bridge-contract.ts'
import type { LaunchServer, ServerChild } from './server-child.ts'

export type HostTimes = {
  /** A start takes about 0.2 s; under heavy load 3 s were seen. */
  readonly readyWithinMs: number
  /** Draining clients and the last commits. */
  readonly stopWithinMs: number
  /** A person who wants to quit waits for this answer. */
  readonly answerWithinMs: number
  readonly firstBackoffMs: number
  readonly maxBackoffMs: number
  /** A server that ran this long had no trouble starting: the next crash begins at the first back-off again. */
  readonly stableAfterMs: number
}

export const hostTimes: HostTimes = {
  readyWithinMs: 15_000,
  stopWithinMs: 5_000,
  answerWithinMs: 1_000,
  firstBackoffMs: 250,
  maxBackoffMs: 30_000,
  stableAfterMs: 60_000,
}

/** People with an open connection to the hosted server. */
export type Connected = { readonly agents: number; readonly visitors: number }

export type HostTimer = { now(): number; after(delayMs: number, task: () => void): () => void }

export type ServerHostOptions = {
  readonly launch: LaunchServer
  readonly times: HostTimes
  readonly timer: HostTimer
  readonly language: () => DeskLanguage
  readonly changed: (state: HostState) => void
  readonly log: (text: string) => void
}

export class ServerHost {
  readonly #options: ServerHostOptions
  #state: HostState = { kind: 'stopped' }
  #child: ServerChild | undefined
  #attempt = 0
  #startedAtMs = 0
  #cancelTimer: (() => void) | undefined
  #wanted = false
  /** The child was asked to stop, or said that it cannot start: its exit is no crash. */
  #isEnding = false
  #exitListeners: (() => void)[] = []
  #connectedListeners: ((connected: Connected) => void)[] = []

  constructor(options: ServerHostOptions) {
    this.#options = options
  }

  get state(): HostState {
    return this.#state
  }

  /** Starts unless it runs already; one that is still stopping is gone first. The outcome is told through `changed`. */
  start(): void {
    if (this.#wanted && this.#child) return
    this.#wanted = true
    this.#attempt = 0
    // Two on one data folder: the second would be refused, and nobody would hear of the end of the first.
    if (this.#child) return this.#become({ kind: 'starting' })
    this.#launch()
  }

  /** Resolves when the process is gone, killed if it did not stop in time. */
  stop(): Promise<void> {
    this.#wanted = false
    this.#clearTimer()
    const child = this.#child
    if (!child) {
      this.#become({ kind: 'stopped' })
      return Promise.resolve()
    }
    this.#isEnding = true
    child.post({ type: 'stop' })
    this.#cancelTimer = this.#options.timer.after(this.#options.times.stopWithinMs, () => child.kill())
    return new Promise((resolve) => this.#exitListeners.push(resolve))
  }

  /** @returns undefined when the server runs and does not answer in time. */
  connected(): Promise<Connected | undefined> {
    if (!this.#child || this.#state.kind !== 'running') return Promise.resolve({ agents: 0, visitors: 0 })
    const { timer, times } = this.#options
    this.#child.post({ type: 'who' })
    return new Promise((resolve) => {
      const giveUp = timer.after(times.answerWithinMs, () => resolve(undefined))
      this.#connectedListeners.push((connected) => {
        giveUp()
        resolve(connected)
      })
    })
  }

  #launch(): void {
    const { launch, timer, times, log } = this.#options
    this.#clearTimer()
    this.#isEnding = false
    this.#become({ kind: 'starting' })
    this.#startedAtMs = timer.now()
    const child = launch({
      message: (message) => this.#child === child && this.#heard(message),
      output: log,
      exited: (code) => this.#child === child && this.#exited(code),
    })
    this.#child = child
    this.#cancelTimer = timer.after(times.readyWithinMs, () => {
      log(`host: not ready within ${times.readyWithinMs} ms, killed\n`)
      child.kill()
    })
  }

  #heard(message: FromServer): void {
    switch (message.type) {
      case 'ready':
        this.#clearTimer()
        this.#become({
          kind: 'running',
          url: message.url,
          officeUrls: message.officeUrls,
          setupCode: message.setupCode,
        })
        return
      case 'setup-done':
        if (this.#state.kind === 'running') this.#become({ ...this.#state, setupCode: null })
        return
      case 'failed':
        // A person has to act: restarting would fail the same way.
        this.#wanted = false
        this.#isEnding = true
        this.#become({ kind: 'failed', code: message.code, text: message.text[this.#options.language()] })
        return
      case 'connected':
        for (const listener of this.#connectedListeners.splice(0))
          listener({ agents: message.agents, visitors: message.visitors })
        return
      case 'stopping':
        return
      default:
        message satisfies never
    }
  }

  #exited(code: number | null): void {
    const { timer, times, log } = this.#options
    this.#clearTimer()
    this.#child = undefined
    for (const listener of this.#connectedListeners.splice(0)) listener({ agents: 0, visitors: 0 })
    if (!this.#wanted) {
      if (this.#state.kind !== 'failed') this.#become({ kind: 'stopped' })
    } else if (this.#isEnding) this.#launch()
    else {
      if (timer.now() - this.#startedAtMs >= times.stableAfterMs) this.#attempt = 0
      const delayMs = Math.min(times.maxBackoffMs, times.firstBackoffMs * 2 ** this.#attempt)
      this.#attempt += 1
      log(`host: server exited (${code ?? 'killed'}), restart ${this.#attempt} in ${delayMs} ms\n`)
      this.#become({ kind: 'restarting', retryAtMs: timer.now() + delayMs, attempt: this.#attempt })
      this.#cancelTimer = timer.after(delayMs, () => this.#launch())
    }
    for (const listener of this.#exitListeners.splice(0)) listener()
  }

  #become(state: HostState): void {
    this.#state = state
    this.#options.changed(state)
  }

  #clearTimer(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }
}
