// What a started server is to whoever started it.
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import type { StartFailure } from './start-failure.ts'

export type ServerOverrides = {
  readonly clock?: Clock
  readonly random?: Random
  /** Opened already; closed by `stop` all the same. */
  readonly store?: Store
  /** Another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
  readonly setupDone?: () => void
  /** Listens on the next port too, with TLS and a key of its own, and lets computers join by a code. */
  readonly ownKey?: boolean
}

export type RunningServer = {
  readonly port: number
  /** For this computer, or the public address when there is one. */
  readonly url: string
  /** For programs on this computer, past any proxy. */
  readonly localUrl: string
  /** For other computers on the network; empty when bound to this one only. */
  readonly officeUrls: readonly string[]
  /** Only while no account exists. */
  readonly setupCode: string | undefined
  readonly version: string
  readonly store: Store
  /** People with an open connection at this moment. */
  connected(): { readonly agents: number; readonly visitors: number }
  /** Tells clients when to come back, ends what is under way, closes the store. Calling it again waits for the same end. */
  stop(): Promise<void>
}

export type Started =
  | { readonly ok: true; readonly server: RunningServer }
  | { readonly ok: false; readonly failure: StartFailure }
