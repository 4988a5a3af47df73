// Supervises the checkup of this computer: at most one at a time, in a process of its own, with the server of its self-load beside
// it. Both are gone when it is over, however it ends. Knows neither what is checked nor how.
import type { FromDoctor, ToDoctor } from '../../src-server/app/doctor/doctor-messages.ts'
import type { FromLoadOffice } from '../../src-server/app/doctor/self-load/office-messages.ts'
import type { ToServer } from '../../src-server/app/start/host-messages.ts'
import type { CheckupState } from '../bridge/bridge-contract.ts'
import type { Child, Launch } from './server-child.ts'
import type { HostTimer } from './server-host.ts'

/** For connections to be closed and a folder to be removed. */
const STOP_WITHIN_MS = 5_000

export type CheckupHostOptions = {
  readonly launchDoctor: (load: boolean) => Launch<FromDoctor, ToDoctor>
  readonly launchOffice: (args: readonly string[]) => Launch<FromLoadOffice, ToServer>
  readonly timer: HostTimer
  readonly log: (text: string) => void
  readonly changed: (state: CheckupState) => void
}

export class CheckupHost {
  readonly #options: CheckupHostOptions
  #state: CheckupState = { kind: 'idle' }
  #doctor: Child<ToDoctor> | undefined
  #office: Child<ToServer> | undefined
  #isStopping = false
  #cancelTimer: (() => void) | undefined
  #goneListeners: (() => void)[] = []

  constructor(options: CheckupHostOptions) {
    this.#options = options
  }

  get state(): CheckupState {
    return this.#state
  }

  /** One that runs already goes on. */
  start(load: boolean): void {
    if (this.#doctor || this.#office) return
    this.#isStopping = false
    this.#become({ kind: 'running', checks: [], progress: null })
    this.#doctor = this.#options.launchDoctor(load)({
      message: (message) => this.#heard(message),
      output: this.#options.log,
      exited: (code) => this.#doctorExited(code),
    })
  }

  /** Resolves when both processes are gone, killed if they did not end in time. */
  stop(): Promise<void> {
    if (!this.#doctor && !this.#office) return Promise.resolve()
    this.#isStopping = true
    this.#doctor?.post({ type: 'stop' })
    this.#killLater()
    return new Promise((resolve) => this.#goneListeners.push(resolve))
  }

  #heard(message: FromDoctor): void {
    const state = this.#state
    switch (message.type) {
      case 'checked':
        if (state.kind === 'running') this.#become({ ...state, checks: [...state.checks, message.check] })
        return
      case 'progress':
        if (state.kind === 'running') this.#become({ ...state, progress: message.progress })
        return
      case 'report':
        return this.#become({ kind: 'done', report: message.report, atMs: this.#options.timer.now() })
      case 'failed':
        return this.#become({ kind: 'failed', text: message.text })
      case 'open-office':
        return this.#openOffice(message.args)
      case 'close-office':
        if (this.#office) this.#office.post({ type: 'stop' })
        else this.#doctor?.post({ type: 'office-gone' })
        return
      default:
        message satisfies never
    }
  }

  #openOffice(args: readonly string[]): void {
    this.#office = this.#options.launchOffice(args)({
      message: (message) => this.#doctor?.post({ type: 'office-said', message }),
      output: this.#options.log,
      exited: () => {
        this.#office = undefined
        this.#doctor?.post({ type: 'office-gone' })
        this.#settle()
      },
    })
  }

  #doctorExited(code: number | null): void {
    this.#doctor = undefined
    if (this.#state.kind === 'running') {
      if (!this.#isStopping) this.#options.log(`checkup: ended without a report (${code ?? 'killed'})\n`)
      this.#become(this.#isStopping ? { kind: 'idle' } : { kind: 'failed', text: endedEarly })
    }
    // It died before it could end its server.
    this.#office?.post({ type: 'stop' })
    if (this.#office) this.#killLater()
    this.#settle()
  }

  #killLater(): void {
    this.#cancelTimer ??= this.#options.timer.after(STOP_WITHIN_MS, () => {
      this.#cancelTimer = undefined
      this.#doctor?.kill()
      this.#office?.kill()
    })
  }

  #settle(): void {
    if (this.#doctor || this.#office) return
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    for (const listener of this.#goneListeners.splice(0)) listener()
  }

  #become(state: CheckupState): void {
    this.#state = state
    this.#options.changed(state)
  }
}

const endedEarly = {
  en: 'The checkup ended before it was done. Nothing was changed; run it again. The log says more.',
  zh: '体检没有做完就结束了。没有改动任何东西，请再测一次；日志里有更多说明。',
}
